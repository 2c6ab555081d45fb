import type { Connection } from '../call/connection';
import type { Site } from '../page/site';

/** The parts of the settings that a policy may lock: of these only what the policy says counts then. */
export const lockable = ['connections', 'sites', 'note'] as const;
export type Lockable = (typeof lockable)[number];

/** What a policy may forbid. */
export const forbiddable = ['export', 'reveal'] as const;
export type Forbiddable = (typeof forbiddable)[number];

/** What the user's organization says about the settings, as far as it could be read. Without a key. */
export interface Policy {
  connections: Connection[];
  sites: Site[];
  note?: string[];
  hidePersonalData: boolean;
  locked: Lockable[];
  forbidden: Forbiddable[];
  /** What is wrong with it, a sentence each: that was left out. */
  problems: string[];
}

export const noPolicy: Policy = {
  connections: [],
  sites: [],
  hidePersonalData: false,
  locked: [],
  forbidden: [],
  problems: [],
};

/** A connection that a policy brings has an ID that no other has. */
export const managedId = (id: string) => `policy:${id}`;
export const isManagedId = (id: string) => id.startsWith(managedId(''));

/** The connections there are: a policy's, then the user's own. */
export const withManagedConnections = (own: Connection[], { connections, locked }: Policy): Connection[] => [
  ...connections,
  ...(locked.includes('connections') ? [] : own),
];

/** The sites there are. What the user taught about one that a policy names stays beside what the policy says of it. */
export function withManagedSites(own: Site[], { sites, locked }: Policy): Site[] {
  const kept = locked.includes('sites') ? [] : own;
  const managed = sites.map((site) => {
    const rules = kept.find(({ pattern }) => pattern === site.pattern)?.rules ?? [];
    return Object.assign({}, site, { rules });
  });
  return [...managed, ...kept.filter(({ pattern }) => !sites.some((site) => site.pattern === pattern))];
}

/** The note's parts; `null`: the default. */
export const withManagedNote = (own: string[] | null, { note, locked }: Policy): string[] | null =>
  (locked.includes('note') ? note : (own ?? note)) ?? null;
