import type { Crm } from './crm';

/** The first three characters of an ID say what it is, in every organisation: accounts, contacts, opportunities, leads, cases. */
const known = new Set(['001', '003', '006', '00Q', '500']);
/** Reports and dashboards: lists of records with an ID of their own. */
const lists = new Set(['00O', '01Z']);

const domains =
  'force\\.com|salesforce\\.com|force\\.mil|salesforce\\.mil|crmforce\\.mil|sfcrmapps\\.cn|sfcrmproducts\\.cn';
const host = new RegExp(`^(.+)\\.(?:lightning|my)\\.(?:${domains})(?:\\.mcas\\.ms)?$`);
/** 15 characters, in which case matters; the longer form adds three that follow from them. */
const id = '([0-9A-Za-z]{15})(?:[A-Z0-5]{3})?';
const lightning = new RegExp(`^/lightning/r/(?:[A-Za-z]\\w*/)?${id}(?:/(?:view|edit))?/?$`);
const classic = new RegExp(`^/${id}/?$`);

export const salesforce: Crm = {
  id: 'salesforce',
  name: 'Salesforce',
  // Visualforce pages are frames on hosts of their own.
  origins: [
    'https://*.lightning.force.com/*',
    'https://*.my.salesforce.com/*',
    'https://*.vf.force.com/*',
    'https://*.visualforce.com/*',
    'https://*.lightning.force.mil/*',
    'https://*.lightning.crmforce.mil/*',
    'https://*.my.salesforce.mil/*',
    'https://*.sfcrmapps.cn/*',
    'https://*.sfcrmproducts.cn/*',
    'https://*.lightning.force.com.mcas.ms/*',
  ],
  recordOf({ hostname, pathname }) {
    const portal = host.exec(hostname)?.[1];
    if (!portal) return undefined;
    const inLightning = lightning.exec(pathname)?.[1];
    const found = inLightning ?? classic.exec(pathname)?.[1];
    const object = found?.slice(0, 3) ?? '';
    // In the classic interface any word of 15 letters may be a page; known prefixes are records.
    if (!found || lists.has(object) || (!inLightning && !known.has(object))) return undefined;
    return { crm: 'salesforce', portal, object, id: found };
  },
};

/** Addresses of records, one for each known shape. */
export const examples = [
  'https://example.lightning.force.com/lightning/r/Contact/0035g00000XyZabAAF/view',
  'https://example.lightning.force.com/lightning/r/0015g00000XyZab/view',
  'https://example--dev.sandbox.lightning.force.com/lightning/r/Opportunity/0065g00000XyZabAAF/view?ws=%2Flightning%2Fr%2FAccount',
  'https://example.lightning.force.com/lightning/r/Case/5005g00000XyZabAAF/edit',
  'https://example.lightning.force.com/lightning/r/Visit__c/a0B5g00000XyZabEAF/view',
  'https://example.my.salesforce.com/00Q5g00000XyZab',
  'https://example.lightning.crmforce.mil/lightning/r/Lead/00Q5g00000XyZabAAF/view',
  'https://example.lightning.force.com.mcas.ms/lightning/r/Contact/0035g00000XyZabAAF/view',
];
