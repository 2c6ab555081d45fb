import type { Crm } from './crm';

export const close: Crm = {
  id: 'close',
  name: 'Close',
  origins: ['https://app.close.com/*'],
  recordOf({ hostname, pathname }) {
    const id = /^\/lead\/(lead_\w{10,64})(?:\/|$)/.exec(pathname)?.[1];
    // The address does not say which organisation; the vendor's IDs are unique across them.
    if (hostname !== 'app.close.com' || !id) return undefined;
    return { crm: 'close', portal: hostname, object: 'lead', id };
  },
};

/** Addresses of records, one for each known shape. */
export const examples = ['https://app.close.com/lead/lead_QyNaWw4fdSwxl5Mc5daMFf3Y27PpIcH0awPbC9l7uyo/'];
