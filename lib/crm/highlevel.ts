import type { Crm } from './crm';

/**
 * The location (sub-account) ID in an address of HighLevel's web app, `/v2/location/{id}/…` or the older `/location/{id}/…`.
 * Recognised by its path: agencies run the app under their own domains.
 */
export const locationOf = ({ pathname }: URL): string | undefined =>
  /^\/(?:v2\/)?location\/([\w-]{10,40})(?:\/|$)/.exec(pathname)?.[1];

const id = /^[\w-]{10,40}$/;

export const highlevel: Crm = {
  id: 'highlevel',
  name: 'HighLevel',
  origins: ['https://app.gohighlevel.com/*', 'https://app.leadconnectorhq.com/*'],
  recordOf(url) {
    const portal = locationOf(url);
    if (!portal) return undefined;
    const base = { crm: 'highlevel', portal };
    const page = url.pathname.slice(url.pathname.indexOf(portal) + portal.length);

    const contactId = /^\/(?:contacts|customers)\/detail\/([\w-]{10,40})(?:\/|$)/.exec(page)?.[1];
    if (contactId) return { ...base, object: 'contact', id: contactId };

    const opportunity = page.startsWith('/opportunities/') ? url.searchParams.get('opportunity') : null;
    if (opportunity && id.test(opportunity)) return { ...base, object: 'opportunity', id: opportunity };

    const conversation = /^\/conversations\/conversations\/([\w-]{10,40})\/?$/.exec(page)?.[1];
    return conversation ? { ...base, object: 'conversation', id: conversation } : undefined;
  },
};

/** Addresses of records, one for each known shape. */
export const examples = [
  'https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/contacts/detail/ocQHyuzHvysMo5N5VsXc',
  'https://app.leadconnectorhq.com/location/ve9EPM428h8vShlRW1KT/customers/detail/ocQHyuzHvysMo5N5VsXc',
  'https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/opportunities/list?opportunity=yWQobCRIhRguQtD2llvk',
  'https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/conversations/conversations/tDtDnQdgm2LXpyiqYvZ6',
  'https://crm.example.com/v2/location/ve9EPM428h8vShlRW1KT/contacts/detail/ocQHyuzHvysMo5N5VsXc',
];
