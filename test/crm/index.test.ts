import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crms, recordOf } from '../../lib/crm';
import { type Crm, recordKey } from '../../lib/crm/crm';
import { locationOf } from '../../lib/crm/highlevel';

const isCrm = (value: unknown): value is Crm => typeof value === 'object' && value !== null && 'recordOf' in value;

/** Whether a match pattern of an https host covers an address. */
function covers(pattern: string, address: string): boolean {
  const [, sub, host = ''] = /^https:\/\/(\*\.)?([\w.-]+)\/\*$/.exec(pattern) ?? [];
  const { hostname } = new URL(address);
  return hostname === host || (sub !== undefined && hostname.endsWith(`.${host}`));
}

const names = readdirSync('lib/crm')
  .filter((file) => file !== 'index.ts')
  .map((file) => file.replace(/\.ts$/, ''));
const modules = await Promise.all(
  names.map(async (name) => ({ name, module: (await import(`../../lib/crm/${name}.ts`)) as Record<string, unknown> })),
);
/** Every CRM of the folder, with the name of its file and its example addresses. */
const found = modules.flatMap(({ name, module }) =>
  Object.values(module)
    .filter(isCrm)
    .map((crm) => ({ name, crm, urls: (module.examples ?? []) as string[] })),
);

test('the list holds every CRM of the folder, each in the file of its ID', () => {
  expect(new Set(crms)).toEqual(new Set(found.map(({ crm }) => crm)));
  expect(found.map(({ crm }) => crm.id)).toEqual(found.map(({ name }) => name));
  expect(crms).toHaveLength(10);
});

describe('a closed world', () => {
  const examples = found.flatMap(({ crm, urls }) => urls.map((url) => ({ crm, url })));
  test.each(examples)('$crm.id: $url', ({ crm, url }) => {
    expect(crms.filter((each) => each.recordOf(new URL(url))).map(({ id }) => id)).toEqual([crm.id]);
    const record = recordOf(url);
    expect(record?.crm).toBe(crm.id);
    expect(record?.portal).toBeTruthy();
    // Also where a query or a fragment follows that means nothing to the CRM.
    const longer = url.includes('#') ? `${url}&x=1` : `${url}${url.includes('?') ? '&' : '?'}utm_source=mail`;
    expect(recordOf(longer)).toEqual(record);
  });

  test.each(found)('$name: its hosts cover its examples, and no other CRM has them', ({ crm, urls }) => {
    expect(urls.length).toBeGreaterThan(0);
    expect(crm.origins.every((pattern) => /^https:\/\/(\*\.)?[\w-]+(\.[\w-]+)+\/\*$/.test(pattern))).toBe(true);
    for (const url of urls) {
      const owners = crms.filter(({ origins }) => origins.some((pattern) => covers(pattern, url)));
      expect(owners.map(({ id }) => id)).toEqual(new URL(url).hostname.endsWith('.example.com') ? [] : [crm.id]);
    }
  });

  test('no two CRMs share a host', () => {
    const patterns = crms.flatMap(({ origins }) => origins);
    expect(new Set(patterns).size).toBe(patterns.length);
  });
});

describe('what an address says', () => {
  const location = 've9EPM428h8vShlRW1KT';
  test.each([
    [
      `https://crm.example.com/v2/location/${location}/contacts/detail/ocQHyuzHvysMo5N5VsXc`,
      {
        portal: location,
        id: 'ocQHyuzHvysMo5N5VsXc',
      },
    ],
    [
      `https://app.gohighlevel.com/v2/location/${location}/opportunities/list?opportunity=yWQobCRIhRguQtD2llvk`,
      { portal: location, id: 'yWQobCRIhRguQtD2llvk' },
    ],
    ['https://app-eu1.hubspot.com/contacts/12/record/0-5/34/view/1', { portal: '12', object: '0-5', id: '34' }],
    ['https://app.hubspot.com/contacts/12/record/0-136/34', { portal: '12', id: '34' }],
    ['https://app.hubspot.com/contacts/12/record/2-77/34', { object: '2-77', id: '34' }],
    [
      'https://example--dev.sandbox.lightning.force.com/lightning/r/Account/0015g00000XyZabAAF/view',
      { portal: 'example--dev.sandbox', id: '0015g00000XyZab' },
    ],
    ['https://example.pipedrive.com/person/7', { portal: 'example', object: 'person', id: '7' }],
    ['https://crm.zoho.jp/crm/org5/tab/Deals/3652397000000624046', { portal: 'org5', object: 'Potentials' }],
    ['https://example.zendesk.com/agent/users/5/assigned_tickets', { portal: 'example', id: '5' }],
    [
      'https://example.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=incident&id=%7B2B1F4C5D-6E7F-4A8B-9C0D-1E2F3A4B5C6D%7D',
      { portal: 'example.crm4.dynamics.com', id: '2b1f4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d' },
    ],
    ['https://example.freshdesk.com/a/companies/5', { portal: 'example.freshdesk.com', id: '5' }],
    ['https://erp.example.com:8069/odoo/contacts/5', { portal: 'erp.example.com:8069', object: 'res.partner' }],
    ['http://localhost:8069/odoo/project/3/helpdesk.ticket/9', { id: '9' }],
    ['https://erp.example.com/web#id=9&model=crm.lead&view_type=form', { object: 'crm.lead', id: '9' }],
  ])('%s', (address, expected) => expect(recordOf(address)).toMatchObject(expected));

  test.each([
    // The same record, said in two ways.
    [
      'https://example.lightning.force.com/lightning/r/Contact/0035g00000XyZabAAF/view',
      'https://example.my.salesforce.com/0035g00000XyZab',
    ],
    ['https://app.hubspot.com/contacts/12/contact/34', 'https://app-eu1.hubspot.com/contacts/12/record/0-1/34'],
    ['https://erp.example.com/odoo/contacts/5', 'https://erp.example.com/web#id=5&model=res.partner'],
    [
      `https://app.gohighlevel.com/v2/location/${location}/contacts/detail/ocQHyuzHvysMo5N5VsXc`,
      `https://crm.example.com/location/${location}/customers/detail/ocQHyuzHvysMo5N5VsXc?view=note`,
    ],
  ])('%s is %s', (one, other) => {
    const [a, b] = [recordOf(one), recordOf(other)];
    expect(a && recordKey(a)).toBe(b && recordKey(b));
  });

  test('IDs that repeat across accounts, kinds and custom objects are different records', () => {
    const addresses = [
      'https://app.hubspot.com/contacts/12/record/0-1/34',
      'https://app.hubspot.com/contacts/13/record/0-1/34',
      'https://app.hubspot.com/contacts/12/record/0-2/34',
      'https://app.hubspot.com/contacts/12/record/2-77/34',
      'https://app.hubspot.com/contacts/12/record/2-78/34',
      'https://example.pipedrive.com/person/34',
      'https://example.pipedrive.com/deal/34',
      'https://other.pipedrive.com/deal/34',
      'https://example.lightning.force.com/lightning/r/Contact/0035g00000XyZabAAF/view',
      'https://example.lightning.force.com/lightning/r/Contact/0035g00000XyZaBAAV/view',
    ];
    const keys = addresses.map((address) => {
      const record = recordOf(address);
      return record ? recordKey(record) : address;
    });
    expect(new Set(keys).size).toBe(addresses.length);
    expect(keys.some((key) => key.startsWith('http'))).toBe(false);
  });
});

test.each([
  '',
  'no address',
  'about:blank',
  'file:///v2/location/ve9EPM428h8vShlRW1KT/contacts/detail/ocQHyuzHvysMo5N5VsXc',
  'https://example.com/',
  // HighLevel
  'https://app.gohighlevel.com/',
  'https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/contacts/smart_list/All',
  'https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/opportunities/list',
  'https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/settings/private-integrations',
  'https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/ai-agents/voice-ai/builder/507f1f77bcf86cd799439013',
  'https://app.gohighlevel.com/agency_dashboard/?contact=/v2/location/ve9EPM428h8vShlRW1KT/contacts/detail/ocQHyuzHvysMo5N5VsXc',
  // HubSpot
  'https://app.hubspot.com/login',
  'https://app.hubspot.com/contacts/1234567/objects/0-1/views/all/list',
  'https://app.hubspot.com/contacts/1234567/contacts/list/view/all/',
  'https://app.hubspot.com/contacts/1234567/deals/board/view/all/',
  'https://app.hubspot.com/settings/1234567/record/0-1/5',
  'https://community.hubspot.com/contacts/1234567/contact/5',
  'https://app.hubspot.com.example.com/contacts/1234567/contact/5',
  // Salesforce
  'https://login.salesforce.com/',
  'https://example.lightning.force.com/lightning/o/Contact/list?filterName=Recent',
  'https://example.lightning.force.com/lightning/page/home',
  'https://example.lightning.force.com/lightning/r/Report/00O5g00000XyZabEAF/view',
  'https://example.lightning.force.com/lightning/r/Dashboard/01Z5g00000XyZabEAF/view',
  'https://example.lightning.force.com/lightning/r/Account/0015g00000XyZabAAF/related/Contacts/view',
  'https://example.my.salesforce-setup.com/lightning/setup/ManageUsers/page?address=%2F0055g00000XyZab',
  'https://example.my.salesforce.com/003',
  'https://example.my.salesforce.com/003/o',
  'https://example.my.salesforce.com/changepasswords',
  'https://help.salesforce.com/0035g00000XyZab',
  // Pipedrive
  'https://example.pipedrive.com/persons/list/user/everyone',
  'https://example.pipedrive.com/pipeline/1/user/everyone',
  'https://example.pipedrive.com/leads/inbox',
  'https://example.pipedrive.com/settings/subscription',
  'https://example.pipedrive.com/auth/login',
  // Zoho
  'https://accounts.zoho.com/signin',
  'https://crm.zoho.com/crm/org123456789/tab/Contacts/custom-view/3652397000000087501/list',
  'https://crm.zoho.com/crm/org123456789/tab/Home/begin',
  'https://crm.zoho.com/crm/org123456789/tab/Reports/3652397000000624046',
  'https://crm.zoho.com/crm/org123456789/settings/modules',
  'https://crm.zoho.com/crm/EntityInfo.do?module=Reports&id=3652397000000624046',
  // Zendesk
  'https://example.zendesk.com/access/unauthenticated',
  'https://example.zendesk.com/agent/dashboard',
  'https://example.zendesk.com/agent/filters/360001234567',
  'https://example.zendesk.com/agent/tickets/new/1',
  'https://example.zendesk.com/hc/en-us/requests/4711',
  'https://example.zendesk.com/admin/people/team/members',
  // Dynamics
  'https://login.microsoftonline.com/common/oauth2/authorize',
  'https://example.crm.dynamics.com/main.aspx?appid=8f1c9f0e-1a2b-4c3d-9e4f-5a6b7c8d9e0f&pagetype=entitylist&etn=contact',
  'https://example.crm.dynamics.com/main.aspx?pagetype=entityrecord&etn=contact',
  'https://example.crm.dynamics.com/main.aspx?pagetype=dashboard&id=2b1f4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d',
  'https://example.operations.dynamics.com/?cmp=usmf&mi=CustTable',
  // Freshworks
  'https://example.myfreshworks.com/login',
  'https://example.myfreshworks.com/crm/sales/contacts/view/402174876038',
  'https://example.myfreshworks.com/crm/sales/settings',
  'https://example.freshsales.io/contacts/filterize',
  'https://example.freshdesk.com/a/tickets/filters/all_tickets',
  'https://example.freshdesk.com/a/tickets/new',
  'https://example.freshdesk.com/support/tickets/4711',
  'https://example.freshdesk.com/a/admin',
  // Close
  'https://app.close.com/login/',
  'https://app.close.com/leads/',
  'https://app.close.com/lead/',
  'https://app.close.com/settings/api/',
  'https://www.close.com/lead/lead_QyNaWw4fdSwxl5Mc5daMFf3Y27PpIcH0awPbC9l7uyo/',
  // Odoo
  'https://example.odoo.com/web/login',
  'https://example.odoo.com/odoo',
  'https://example.odoo.com/odoo/contacts',
  'https://example.odoo.com/odoo/contacts/new',
  'https://example.odoo.com/odoo/contacts/42/action-12',
  'https://example.odoo.com/odoo/settings',
  'https://erp.example.com/web#action=120&model=res.partner&view_type=list&cids=1',
  'https://erp.example.com/web#id=42&model=res.partner&view_type=kanban',
  'https://erp.example.com/odoo/odoo/pull/42',
])('no record: %s', (address) => expect(recordOf(address)).toBeUndefined());

test.each([
  ['https://crm.example.com/location/ve9EPM428h8vShlRW1KT', 've9EPM428h8vShlRW1KT'],
  ['https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/dashboard', 've9EPM428h8vShlRW1KT'],
  ['https://example.com/x/location/ve9EPM428h8vShlRW1KT/', undefined],
])('the location in %s', (address, location) => expect(locationOf(new URL(address))).toBe(location));
