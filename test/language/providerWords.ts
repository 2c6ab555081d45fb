import { readdirSync, readFileSync } from 'node:fs';
import { providers } from '../../lib/providers';

const folder = 'lib/providers';

/** English texts that stand in objects, at any depth. */
function within(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  if ('en' in value && typeof value.en === 'string') return [value.en];
  return Object.values(value).flatMap(within);
}

/** Texts that a function of a provider holds: what it asks beside the call. */
const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) =>
    [...readFileSync(`${folder}/${path}`, 'utf8').matchAll(/\ben: '([^']+)'/g)].map(([, text]) => text!),
  );

/** All English words that the providers bring. */
export const providerWords: string[] = [
  ...new Set([
    ...providers.flatMap(({ account, keyHelp, words }) => within([account, { keyHelp }, words])),
    ...written,
  ]),
];
