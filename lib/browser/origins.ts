const loopback = new Set(['127.0.0.1', 'localhost']);

/** Whether a text can be the base URL of an API: https, or http on this machine; no user-info, query or fragment. */
export function isApiAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
  return safe && !(username + password + search + hash);
}

/** Where an account is asked: the company's own gateway, else the provider's API in the account's region, else in its first. */
export const apiAddress = (
  regions: readonly { id: string; baseUrl: string }[],
  { region, baseUrl }: { region?: string; baseUrl?: string },
): string | undefined => baseUrl || (regions.find(({ id }) => id === region) ?? regions[0])?.baseUrl;

/** The match pattern of a host as permissions name it, e.g. `https://crm.example.com/*`; a match pattern has no port. */
export const hostPattern = ({ protocol, hostname }: URL) => `${protocol}//${hostname}/*`;

/** The address of an API host that is known by name only: https, but for this machine. */
export function addressOfHost(host: string): string {
  const { hostname } = new URL(`https://${host}`);
  return `${loopback.has(hostname) ? 'http' : 'https'}://${host}`;
}
