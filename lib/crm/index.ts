import { close } from './close';
import type { Crm, CrmRecord } from './crm';
import { dynamics } from './dynamics';
import { freshworks } from './freshworks';
import { highlevel } from './highlevel';
import { hubspot } from './hubspot';
import { odoo } from './odoo';
import { pipedrive } from './pipedrive';
import { salesforce } from './salesforce';
import { zendesk } from './zendesk';
import { zoho } from './zoho';

/** Every CRM whose pages the extension can tell, in the order it shows them. */
export const crms: Crm[] = [
  highlevel,
  hubspot,
  salesforce,
  pipedrive,
  zoho,
  zendesk,
  freshworks,
  close,
  dynamics,
  odoo,
];

/** The CRM record that a web address shows; `undefined` where it shows none, or is no web address. */
export function recordOf(address: string): CrmRecord | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  for (const crm of crms) {
    const record = crm.recordOf(url);
    if (record) return record;
  }
  return undefined;
}
