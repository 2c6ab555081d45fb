import type { Crm } from './crm';

/** Each product's hosts, and the paths of its records. `/contacts/view/{id}` is a saved list. */
const products = [
  { host: /^[\w-]+\.myfreshworks\.com$/, path: /^\/crm\/sales\/(contacts|accounts|deals|leads)\/(\d+)(?:\/|$)/ },
  { host: /^[\w-]+\.freshsales\.io$/, path: /^\/(?:crm\/sales\/)?(contacts|accounts|deals|leads)\/(\d+)(?:\/|$)/ },
  {
    host: /^[\w-]+\.(?:freshdesk|freshservice)\.com$/,
    path: /^\/(?:a|helpdesk)\/(tickets|contacts|companies)\/(\d+)(?:\/|$)/,
  },
];

export const freshworks: Crm = {
  id: 'freshworks',
  name: 'Freshworks',
  origins: [
    'https://*.myfreshworks.com/*',
    'https://*.freshsales.io/*',
    'https://*.freshdesk.com/*',
    'https://*.freshservice.com/*',
  ],
  recordOf({ hostname, pathname }) {
    const [, object = '', id] = products.find(({ host }) => host.test(hostname))?.path.exec(pathname) ?? [];
    if (!id) return undefined;
    return { crm: 'freshworks', portal: hostname, object, id };
  },
};

/** Addresses of records, one for each known shape. */
export const examples = [
  'https://example.myfreshworks.com/crm/sales/contacts/402174876038',
  'https://example.myfreshworks.com/crm/sales/deals/402174876038',
  'https://example.freshsales.io/contacts/5022967942',
  'https://example.freshdesk.com/a/tickets/4711',
  'https://example.freshdesk.com/helpdesk/tickets/4711',
  'https://example.freshservice.com/a/tickets/4711?current_tab=details',
];
