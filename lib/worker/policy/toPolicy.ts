import { i18n } from '#i18n';
import { sitePattern } from '../../browser/sites';
import type { Connection } from '../../call/connection';
import { problemAt } from '../../providers/described/whatIsWrong';
import { providerById } from '../../providers';
import { managedId, type Policy } from '../../storage/policy';
import { originOf } from '../requests/api';
import { readPolicy } from './readPolicy';
import type { PolicyFile } from './schema';

/** The keys that the user entered: see `managedKeysItem`. */
type Keys = Record<string, { origin: string; end: string }>;

/** What the managed storage holds, as it is put where pages and worker read it: checked, and without keys. */
export function toPolicy(raw: Record<string, unknown>, keys: Keys): Policy {
  const { policy, problems } = readPolicy(raw);
  const first = <T>(member: 'connections' | 'sites', all: T[] = [], nameOf: (each: T) => string) => {
    const byName = new Map<string, T>();
    for (const each of all) {
      if (byName.has(nameOf(each)))
        problems.push(problemAt([member], i18n.t('policy.wrong.twice', { name: nameOf(each) })));
      else byName.set(nameOf(each), each);
    }
    return [...byName.values()];
  };
  const sites = policy.sites?.map(({ address, rules = [] }) => ({
    pattern: sitePattern(address)!,
    managed: rules,
    rules: [],
  }));
  return {
    connections: first('connections', policy.connections, ({ id }) => id).map((each) => toConnection(each, keys)),
    sites: first('sites', sites, ({ pattern }) => pattern),
    note: policy.note,
    hidePersonalData: policy.hidePersonalData ?? false,
    locked: policy.locked ?? [],
    forbidden: policy.forbidden ?? [],
    problems,
  };
}

function toConnection(
  { id: name, key, label, ...given }: NonNullable<PolicyFile['connections']>[number],
  keys: Keys,
): Connection {
  const id = managedId(name);
  const connection = { ...given, id, label: label ?? providerById(given.provider).name, sample: false };
  const entered = keys[id];
  const isForHere = entered?.origin === originOf(connection);
  return {
    ...connection,
    keyEnd: key?.slice(-4) ?? (isForHere ? entered?.end : undefined),
    managed: { key: key ? 'byPolicy' : 'byUser' },
  };
}
