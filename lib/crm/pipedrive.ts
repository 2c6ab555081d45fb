import type { Crm } from './crm';

export const pipedrive: Crm = {
  id: 'pipedrive',
  name: 'Pipedrive',
  origins: ['https://*.pipedrive.com/*'],
  recordOf({ hostname, pathname }) {
    const portal = /^([\w-]+)\.pipedrive\.com$/.exec(hostname)?.[1];
    if (!portal) return undefined;
    const [, object = '', id] = /^\/(person|organization|deal)\/(\d+)\/?$/.exec(pathname) ?? [];
    if (id) return { crm: 'pipedrive', portal, object, id };
    const lead = /^\/leads\/inbox\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/i.exec(pathname)?.[1];
    return lead ? { crm: 'pipedrive', portal, object: 'lead', id: lead.toLowerCase() } : undefined;
  },
};

/** Addresses of records, one for each known shape. */
export const examples = [
  'https://example.pipedrive.com/person/4711',
  'https://example.pipedrive.com/organization/4711',
  'https://app.pipedrive.com/deal/4711',
  'https://example.pipedrive.com/leads/inbox/adf21080-0e10-11eb-879b-05d71fb426ec',
];
