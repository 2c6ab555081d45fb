import type { Crm } from './crm';

const guid = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;

export const dynamics: Crm = {
  id: 'dynamics',
  name: 'Dynamics 365',
  // Regions are a number inside the host (crm4.dynamics.com), which match patterns cannot say.
  origins: [
    'https://*.dynamics.com/*',
    'https://*.crm.dynamics.cn/*',
    'https://*.crm.microsoftdynamics.us/*',
    'https://*.crm.appsplatform.us/*',
  ],
  recordOf({ hostname, pathname, searchParams }) {
    if (!/^[\w-]+\.crm\d*\.(?:dynamics\.com|dynamics\.cn|microsoftdynamics\.us|appsplatform\.us)$/.test(hostname)) {
      return undefined;
    }
    const object = searchParams.get('etn')?.toLowerCase();
    const id = guid.exec(searchParams.get('id') ?? '')?.[1];
    const isRecord = pathname.endsWith('/main.aspx') && searchParams.get('pagetype') === 'entityrecord';
    if (!isRecord || !id || !object || !/^\w{1,64}$/.test(object)) return undefined;
    return { crm: 'dynamics', portal: hostname, object, id: id.toLowerCase() };
  },
};

/** Addresses of records, one for each known shape. */
export const examples = [
  'https://example.crm.dynamics.com/main.aspx?appid=8f1c9f0e-1a2b-4c3d-9e4f-5a6b7c8d9e0f&pagetype=entityrecord&etn=contact&id=2b1f4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d',
  'https://example.crm4.dynamics.com/main.aspx?etn=account&pagetype=entityrecord&id=%7B2B1F4C5D-6E7F-4A8B-9C0D-1E2F3A4B5C6D%7D',
  'https://example.crm11.dynamics.com/main.aspx?appid=8f1c9f0e-1a2b-4c3d-9e4f-5a6b7c8d9e0f&forceUCI=1&pagetype=entityrecord&etn=new_visit&id=2b1f4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d',
  'https://example.crm.dynamics.cn/main.aspx?pagetype=entityrecord&etn=incident&id=2b1f4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d',
];
