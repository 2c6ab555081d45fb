import type { Crm } from './crm';

/** Tabs that show lists of records under an ID of their own. */
const lists = new Set(['Reports', 'Dashboards', 'Analytics']);

/** One host for each of the vendor's data centres. */
const dataCentres = [
  'zoho.com',
  'zoho.eu',
  'zoho.in',
  'zoho.com.au',
  'zoho.jp',
  'zoho.sa',
  'zoho.uk',
  'zoho.ae',
  'zoho.com.cn',
  'zohocloud.ca',
];
const hosts = dataCentres.flatMap((domain) => [`crm.${domain}`, `crmsandbox.${domain}`]);

export const zoho: Crm = {
  id: 'zoho',
  name: 'Zoho CRM',
  origins: hosts.map((host) => `https://${host}/*`),
  recordOf({ hostname, pathname, searchParams }) {
    const [, org, page = ''] = /^\/crm\/(?:([\w-]+)\/)?(tab\/.+|(?:Show)?EntityInfo\.do)$/.exec(pathname) ?? [];
    if (!hosts.includes(hostname) || !page) return undefined;
    const [, tab, inPath] = /^tab\/(\w+)\/(\d{10,25})(?:\/|$)/.exec(page) ?? [];
    const isOld = page.endsWith('.do');
    const module = isOld ? searchParams.get('module') : tab;
    const id = isOld ? searchParams.get('id') : inPath;
    if (!module || !id || !/^\d{10,25}$/.test(id) || lists.has(module)) return undefined;
    const object = module === 'Deals' ? 'Potentials' : module;
    return { crm: 'zoho', portal: org ?? hostname, object, id };
  },
};

/** Addresses of records, one for each known shape. */
export const examples = [
  'https://crm.zoho.com/crm/org123456789/tab/Contacts/3652397000000624046',
  'https://crm.zoho.eu/crm/org123456789/tab/Leads/3652397000000624046/edit',
  'https://crm.zoho.com.au/crm/tab/Accounts/3652397000000624046',
  'https://crm.zohocloud.ca/crm/org123456789/tab/Deals/3652397000000624046',
  'https://crm.zoho.in/crm/org123456789/tab/CustomModule6/3652397000000624046',
  'https://crmsandbox.zoho.com/crm/testing/tab/Cases/3652397000000624046',
  'https://crm.zoho.com/crm/EntityInfo.do?module=Potentials&id=3652397000000624046',
];
