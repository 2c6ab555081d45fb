import { i18n } from '#i18n';
import { isApiAddress } from '../../lib/browser/origins';
import type { ProviderInfo } from '../../lib/call/providerInfo';
import type { ConnectionInput } from '../../lib/messages';

/** The name of the text field for what an account needs beside its key. */
export const accountName = (name: string) => `account.${name}`;

interface Known {
  /** A key is stored, or none is needed. */
  hasKey: boolean;
  /** The stored key is for this address. */
  keyStays: boolean;
  fields: ProviderInfo['account'];
  /** The company's gateway is asked: its address is needed, and its token is what is called a key else. */
  isGateway: boolean;
}

/** What is wrong with the form, by field in its order; empty when it can be saved. Addresses: https, or http on this machine. */
export function checkInput(input: ConnectionInput, { hasKey, keyStays, fields, isGateway }: Known) {
  const key = input.key?.trim() ?? '';
  const problems: Record<string, string> = {};
  if (isGateway && !input.baseUrl) problems['baseUrl'] = i18n.t('gateway.addressMissing');
  if (input.baseUrl && !isApiAddress(input.baseUrl)) problems['baseUrl'] = i18n.t('settings.baseUrlInvalid');
  if (!key && !hasKey) problems['key'] = i18n.t(isGateway ? 'gateway.tokenMissing' : 'settings.keyMissing');
  if (!key && hasKey && !keyStays)
    problems['key'] = i18n.t(isGateway ? 'gateway.tokenElsewhere' : 'settings.keyElsewhere');
  if (/\s|[^\x21-\x7e]/.test(key)) problems['key'] = i18n.t(isGateway ? 'gateway.tokenInvalid' : 'settings.keyInvalid');
  for (const { name, pattern, phrase } of fields) {
    const value = input.account?.[name];
    if (value && !new RegExp(`^(?:${pattern})$`).test(value))
      problems[accountName(name)] = i18n.t('settings.accountInvalid', { phrase });
  }
  return problems;
}
