import { providerById } from '../../providers';
import type { Connection } from '../../call/connection';

/** What a connection's account needs beside its key: the connection's own, else what the address of a page tells by the provider's rule. */
export function accountOf({ provider, account }: Connection, address?: string): Record<string, string> {
  const url = address === undefined ? null : URL.parse(address);
  const known = providerById(provider).account.map(({ name, fromPage }) => [
    name,
    account?.[name] || (url && fromPage?.(url)),
  ]);
  return Object.fromEntries(known.filter(([, value]) => value)) as Record<string, string>;
}
