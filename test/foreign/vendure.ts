import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ForeignApplication } from './application';
import { typedId } from './planted';
import { freePort, run, serve } from './processes';

const packages = ['@vendure/core@3.7.3', '@vendure/admin-ui-plugin@3.7.3', 'sql.js@1.16.0'];

/** Calls Vendure's API as its own pages do. */
function client(url: string) {
  let token = '';
  return async (query: string, variables: object = {}): Promise<unknown> => {
    const answer = await fetch(`${url}admin-api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    token = answer.headers.get('vendure-auth-token') ?? token;
    const { data, errors } = (await answer.json()) as { data: unknown; errors?: unknown };
    if (errors) throw new Error(`Vendure: ${JSON.stringify(errors)}`);
    return data;
  };
}

async function logIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}admin/`);
  await page.fill('input[name="username"]', 'superadmin');
  await page.fill('input[name="password"]', 'superadmin');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('link', { name: 'Customers' }).first().click();
}

export const vendure: ForeignApplication = {
  name: 'Vendure 3.7',
  source: 'npm: `@vendure/core`, `@vendure/admin-ui-plugin` (Angular, Clarity)',
  async install(folder) {
    await run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, ...packages],
      folder,
    );
  },
  async start(folder) {
    const [port, pages] = [await freePort(), await freePort()];
    const url = `http://127.0.0.1:${port}/`;
    await rm(join(folder, 'vendure.sqlite'), { force: true });
    // Its packages are found from where the file is.
    const server = join(folder, 'server.cjs');
    await cp(new URL('vendureServer.cjs', import.meta.url), server);
    const env = { PORT: String(port), PAGES_PORT: String(pages), VENDURE_DISABLE_TELEMETRY: 'true' };
    const close = await serve(process.execPath, [server], { cwd: folder, url: `${url}admin/`, env });
    const api = client(url);
    await api('mutation { login(username: "superadmin", password: "superadmin") { __typename } }');
    return {
      url,
      close,
      async plant(contacts) {
        for (const { name, phone, callId, orderNumber, remark, note, link } of contacts) {
          const [firstName, lastName] = name.split(' ');
          const input = {
            firstName,
            lastName,
            emailAddress: `${firstName}@example.com`,
            phoneNumber: phone,
            customFields: { callId: String(callId), orderNumber: String(orderNumber), remark, link },
          };
          const made = await api(
            'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { ... on Customer { id } } }',
            { input },
          );
          const { id } = (made as { createCustomer: { id: string } }).createCustomer;
          await api('mutation ($input: AddNoteToCustomerInput!) { addNoteToCustomer(input: $input) { id } }', {
            input: { id, note, isPublic: false },
          });
        }
      },
      saved: async () =>
        JSON.stringify(
          await api(
            '{ customers(options: { sort: { id: ASC } }) { items { id firstName lastName emailAddress phoneNumber customFields { callId orderNumber remark link } history { items { type data } } } } }',
          ),
          undefined,
          1,
        ),
      views: [
        { name: 'list', go: (page) => logIn(page, url) },
        { name: 'detail and form', go: (page) => page.getByRole('link', { name: 'Grace Sample' }).first().click() },
        {
          name: 'form, changed',
          go: (page) => page.locator('vdr-tabbed-custom-fields input').nth(2).fill(`Call ID: ${typedId}`),
        },
        { name: 'form, saved', go: (page) => page.getByRole('button', { name: 'Update' }).click() },
        {
          name: 'history, details open',
          go: (page) => page.locator('vdr-customer-history vdr-dropdown button').first().click(),
        },
        {
          name: 'list again',
          async go(page) {
            await page.keyboard.press('Escape');
            await page.goto(`${url}admin/customer/customers`);
          },
        },
        { name: 'back', go: (page) => page.goBack() },
        { name: 'forward', go: (page) => page.goForward() },
      ],
    };
  },
};
