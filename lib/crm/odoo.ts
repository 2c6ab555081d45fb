import type { Crm, CrmRecord } from './crm';

/** Actions with a path of their own, and the model they show. */
const models = new Map([
  ['contacts', 'res.partner'],
  ['all-contacts', 'res.partner'],
  ['customers', 'res.partner'],
  ['vendors', 'res.partner'],
  ['crm', 'crm.lead'],
  ['all-tickets', 'helpdesk.ticket'],
  ['my-tickets', 'helpdesk.ticket'],
]);
const model = /^[a-z][\w]*(?:\.\w+)+$/;
const number = /^[1-9]\d{0,17}$/;

const record = (portal: string, object: string, id: string): CrmRecord => ({
  crm: 'odoo',
  portal,

  object,
  id,
});

/** Versions up to 17: everything in the fragment. */
function fromFragment({ host, hash }: URL): CrmRecord | undefined {
  const fields = new URLSearchParams(hash.slice(1));
  const [id = '', object = ''] = [fields.get('id') ?? '', fields.get('model') ?? ''];
  const isForm = (fields.get('view_type') ?? 'form') === 'form';
  return isForm && number.test(id) && model.test(object) ? record(host, object, id) : undefined;
}

/** From version 18: actions or models, each followed by the record opened in it; the last one is on screen. */
function fromPath({ host, hostname, pathname }: URL): CrmRecord | undefined {
  const [last = '', action = ''] = pathname.split('/').filter(Boolean).slice(1).reverse();
  if (!number.test(last) || !/^[a-z][\w.-]*$/.test(action)) return undefined;
  const object = models.get(action) ?? action;
  // Anyone may run Odoo under any domain: there an action is believed only where its name tells.
  const isTelling = model.test(object) || /^(?:action|m)-\w/.test(action) || hostname.endsWith('.odoo.com');
  return isTelling ? record(host, object, last) : undefined;
}

export const odoo: Crm = {
  id: 'odoo',
  name: 'Odoo',
  origins: ['https://*.odoo.com/*'],
  recordOf(url) {
    if (/^\/web\/?$/.test(url.pathname)) return fromFragment(url);
    return url.pathname.startsWith('/odoo/') ? fromPath(url) : undefined;
  },
};

/** Addresses of records, one for each known shape. */
export const examples = [
  'https://example.odoo.com/odoo/contacts/42',
  'https://example.odoo.com/odoo/project/3/tasks/42',
  'https://erp.example.com/odoo/action-317/42',
  'https://erp.example.com/odoo/crm/7/res.partner/42?debug=1',
  'https://erp.example.com/odoo/all-tickets/42',
  'https://erp.example.com/web#id=42&cids=1&menu_id=96&action=120&model=res.partner&view_type=form',
  'https://example.odoo.com/web?debug=1#action=205&id=42&model=crm.lead',
];
