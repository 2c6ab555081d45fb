import type { Crm } from './crm';

const objects: Record<string, string> = { contact: '0-1', company: '0-2', deal: '0-3', ticket: '0-5' };
/** The vendor's data regions; the first has no suffix. */
const regions = ['', '-na2', '-na3', '-eu1', '-ap1'];

export const hubspot: Crm = {
  id: 'hubspot',
  name: 'HubSpot',
  origins: regions.map((region) => `https://app${region}.hubspot.com/*`),
  recordOf({ hostname, pathname }) {
    if (!/^app(-[a-z]{2}\d)?\.hubspot\.com$/.test(hostname)) return undefined;
    const path = /^\/contacts\/(\d+)\/(?:record\/(\d-\d+)|(contact|company|deal|ticket))\/(\d+)(?:\/|$)/.exec(pathname);
    if (!path) return undefined;
    const [, portal = '', type, word = '', id = ''] = path;
    const object = type ?? objects[word] ?? word;
    return { crm: 'hubspot', portal, object, id };
  },
};

/** Addresses of records, one for each known shape. */
export const examples = [
  'https://app.hubspot.com/contacts/1234567/record/0-1/987654321',
  'https://app-eu1.hubspot.com/contacts/1234567/record/0-2/987654321/view/1?eschref=%2Fcontacts',
  'https://app-na2.hubspot.com/contacts/1234567/record/0-3/987654321/',
  'https://app.hubspot.com/contacts/1234567/record/2-7654321/987654321',
  'https://app.hubspot.com/contacts/1234567/contact/987654321',
  'https://app-eu1.hubspot.com/contacts/1234567/ticket/987654321/',
];
