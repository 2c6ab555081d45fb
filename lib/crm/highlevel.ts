/**
 * The location (sub-account) ID in an address of HighLevel's web app, `/v2/location/{id}/…` or the older `/location/{id}/…`.
 * Recognised by its path: agencies run the app under their own domains.
 */
export function locationOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  return /^\/(?:v2\/)?location\/([\w-]{10,40})(?:\/|$)/.exec(new URL(address).pathname)?.[1];
}
