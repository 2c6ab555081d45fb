import type { Crm } from './crm';

export const zendesk: Crm = {
  id: 'zendesk',
  name: 'Zendesk',
  origins: ['https://*.zendesk.com/*'],
  recordOf({ hostname, pathname }) {
    const portal = /^([\w-]+)\.zendesk\.com$/.exec(hostname)?.[1];
    const path = /^\/agent\/(tickets|users|organizations)\/(\d+)(?:\/|$)/.exec(pathname);
    if (!portal || !path) return undefined;
    const [, object = '', id = ''] = path;
    return { crm: 'zendesk', portal, object, id };
  },
};

/** Addresses of records, one for each known shape. */
export const examples = [
  'https://example.zendesk.com/agent/tickets/4711',
  'https://example.zendesk.com/agent/users/360001234567/requested_tickets',
  'https://example.zendesk.com/agent/organizations/360001234567/tickets',
];
