import type { Json } from '../../lib/call/call';
import { CallFailure, fail, type Failure } from '../../lib/errors';
import type { Api } from '../../lib/providers/provider';

/** An account that answers by path, and notes what it was asked. A `Failure` in place of a reply is thrown; any other path is a 404. */
export function fakeApi(
  routes: Record<string, Json | { failure: Failure }>,
  { locationId, memory = {} }: { locationId?: string; memory?: Record<string, string> } = {},
) {
  const asked: { path: string; query?: Record<string, string | number | undefined> }[] = [];
  const api: Api = {
    async get(path, query) {
      asked.push({ path, ...(query && { query }) });
      const reply = routes[path];
      if (reply === undefined) return fail('not-found', { status: 404, said: `Cannot GET ${path}` });
      if (typeof reply === 'object' && reply !== null && 'failure' in reply)
        throw new CallFailure(reply.failure as Failure);
      return reply as Json;
    },
    locationId,
    memory: {
      get: async (name) => memory[name],
      set: async (name, value) => void (memory[name] = value),
    },
  };
  return { api, asked, memory, paths: () => asked.map(({ path }) => path) };
}
