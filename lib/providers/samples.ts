import { fail } from '../errors';
import type { Api, Provider } from './provider';

/** An account that needs no key: it answers by the documented examples, and nothing else is found in it. */
export function sampleApi({ samples, account }: Provider): Api {
  const reply = async (path: string) => {
    const found = Object.hasOwn(samples.documented, path) ? samples.documented[path] : samples.composed(path);
    return structuredClone(found) ?? fail('not-found', { status: 404, said: 'Call not found' });
  };
  return {
    request: ({ path }) => reply(path),
    get: reply,
    account: sampleAccount({ account }),
    memory: freshMemory(),
  };
}

/** A memory that ends with whoever holds it. */
export function freshMemory(): Api['memory'] {
  const memory = new Map<string, string>();
  return {
    get: async (name) => memory.get(name),
    set: async (name, value) => void memory.set(name, value),
  };
}

/** What a sample account holds beside a key. */
export const sampleAccount = ({ account }: Pick<Provider, 'account'>): Record<string, string> =>
  Object.fromEntries(account.map(({ name, sample }) => [name, sample]));
