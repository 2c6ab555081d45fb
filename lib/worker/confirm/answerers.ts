import type { Connection } from '../../call/connection';
import { change, read } from '../../storage/item';
import { answerersItem } from '../../storage/requestItems';

/** The pages of every site. */
const anywhere = '';
/** Sites, and connections of each; more are forgotten, the oldest first. */
const mostSites = 50;
const mostOfSite = 10;

const siteOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : anywhere);

/**
 * Connections that may know the same ID, the likeliest first: who last knew such an ID on the site of the page, then who did anywhere, then
 * the others in their order. `isGuess`: none of them has yet.
 */
export async function likeliest(
  connections: Connection[],
  address: string,
): Promise<{ connections: Connection[]; isGuess: boolean }> {
  if (connections.length < 2) return { connections, isGuess: false };
  const known = await read(answerersItem);
  const ids = [...(known[siteOf(address)] ?? []), ...(known[anywhere] ?? [])];
  const first = ids.flatMap((id) => connections.find((each) => each.id === id) ?? []);
  return { connections: [...new Set([...first, ...connections])], isGuess: first.length === 0 };
}

/** Remembers that a connection knew an ID on a page which others might have known. */
export async function noteAnswerer(connection: string, address: string): Promise<void> {
  await change(answerersItem, (known) => {
    const sites = [...new Set([anywhere, siteOf(address)])];
    if (sites.every((site) => known[site]?.[0] === connection)) return known;
    const first = sites.map((site): [string, string[]] => [
      site,
      [...new Set([connection, ...(known[site] ?? [])])].slice(0, mostOfSite),
    ]);
    const others = Object.entries(known).filter(([site]) => !sites.includes(site));
    return Object.fromEntries([...others.slice(2 - mostSites), ...first]);
  });
}
