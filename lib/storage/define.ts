import type { Policy } from './policy';
import type { Shape } from './shape';

/** One stored thing. The first version is stored under the key alone, a later one with its number under `versionKey`. */
export interface Item<T> {
  /** `local` stays on disk, `session` in memory until the browser closes. */
  area: 'local' | 'session';
  key: string;
  /** What is read where nothing is stored, or nothing that can be read. */
  fallback: T;
  shape: Shape<T>;
  version: number;
  /** Written to disk as ciphertext: see `seal.ts`. */
  sealed?: boolean;
  /** What is read of it where a policy speaks about it: of what is stored, which is the user's own, and of the policy. In `local` only. */
  under?(own: T, policy: Policy): T;
  /** By the version they lead to: each makes that of the one before. Pure. */
  migrations: Record<number, (old: never) => unknown>;
}

/** Where the version of what is stored under a key stands, as `{ v: number }`. */
export const versionKey = (key: string) => `${key}$`;

/* @__NO_SIDE_EFFECTS__ */
export const defineItem = <T>(
  area: Item<T>['area'],
  key: string,
  fallback: T,
  shape: Shape<T>,
  {
    version = 1,
    migrations = {},
    sealed,
    under,
  }: Partial<Pick<Item<T>, 'version' | 'migrations' | 'sealed' | 'under'>> = {},
): Item<T> => ({ area, key, fallback, shape, version, migrations, sealed, under });

interface Found<T> {
  value: T;
  version: number;
  /** What is stored, or the entries of it, that cannot be read. */
  bad?: unknown;
}

/** What storage returns, by key. */
export type Stored = Record<string, unknown>;

/** What is stored, in the item's own version. */
export function understand<T>({ key, fallback, shape, version, migrations }: Item<T>, stored: Stored): Found<T> {
  const raw = stored[key] ?? undefined;
  const found = versionOf(stored[versionKey(key)]);
  if (raw === undefined) return { value: fallback, version };
  if (found > version) return { value: fallback, version: found };
  try {
    let value: unknown = raw;
    for (let next = found + 1; next <= version; next++) value = migrations[next]?.(value as never);
    const readable = shape(value);
    if (readable) return { ...readable, version: found };
  } catch {
    // A migration that fails on what it finds has found what it cannot read.
  }
  return { value: fallback, version: found, bad: raw };
}

function versionOf(stored: unknown): number {
  const { v } = (stored ?? {}) as { v?: unknown };
  return typeof v === 'number' ? v : 1;
}

/** The keys that an item lies under. */
export const keysOf = ({ key }: Pick<Item<unknown>, 'key'>) => [key, versionKey(key)];

/** Items of one kind in session storage, one for each name, e.g. for each tab. */
export interface Family<T> {
  (name: string | number): Item<T>;
  prefix: string;
}

/* @__NO_SIDE_EFFECTS__ */
export const defineFamily = <T>(prefix: string, fallback: T, shape: Shape<T>): Family<T> =>
  Object.assign((name: string | number) => defineItem('session', prefix + name, fallback, shape), { prefix });
