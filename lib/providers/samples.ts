import { fail } from '../errors';
import type { Api, Provider } from './provider';

/** An account that needs no key: it answers by the documented examples, and nothing else is found in it. */
export function sampleApi({ samples, account }: Provider): Api {
  const memory = new Map<string, string>();
  const reply = async (path: string) => {
    const found = Object.hasOwn(samples.documented, path) ? samples.documented[path] : samples.composed(path);
    return structuredClone(found) ?? fail('not-found', { status: 404, said: 'Call not found' });
  };
  return {
    request: ({ path }) => reply(path),
    get: reply,
    account: sampleAccount({ account }),
    memory: {
      get: async (name) => memory.get(name),
      set: async (name, value) => void memory.set(name, value),
    },
  };
}

/** What a sample account holds beside a key. */
export const sampleAccount = ({ account }: Pick<Provider, 'account'>): Record<string, string> =>
  Object.fromEntries(account.map(({ name, sample }) => [name, sample]));
