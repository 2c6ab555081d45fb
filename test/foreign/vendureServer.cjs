// Starts Vendure with its own pages: run in the folder where it is installed.
const { bootstrap } = require('@vendure/core');
const { AdminUiPlugin } = require('@vendure/admin-ui-plugin');
const { join } = require('node:path');

const port = Number(process.env.PORT);
const field = (name, label) => ({
  name,
  type: 'string',
  nullable: true,
  label: [{ languageCode: 'en', value: label }],
});

bootstrap({
  apiOptions: { port, hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
  authOptions: {
    tokenMethod: ['bearer', 'cookie'],
    superadminCredentials: { identifier: 'superadmin', password: 'superadmin' },
    cookieOptions: { secret: 'planted-by-a-test' },
  },
  dbConnectionOptions: {
    type: 'sqljs',
    location: join(__dirname, 'vendure.sqlite'),
    autoSave: true,
    synchronize: true,
  },
  paymentOptions: { paymentMethodHandlers: [] },
  customFields: {
    Customer: [
      field('callId', 'Call ID'),
      field('orderNumber', 'Order number'),
      field('remark', 'Remark'),
      field('link', 'Files'),
    ],
  },
  plugins: [
    AdminUiPlugin.init({
      route: 'admin',
      port: Number(process.env.PAGES_PORT),
      adminUiConfig: { apiHost: 'http://127.0.0.1', apiPort: port },
    }),
  ],
}).catch((error) => {
  console.error(error);
  process.exit(1);
});
