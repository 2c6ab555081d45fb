import type { Json } from '../../lib/call/call';
import { CallFailure, fail, type Failure } from '../../lib/errors';
import type { Api, ApiRequest, Query } from '../../lib/providers/provider';

/**
 * An account that answers by path, and notes what it was asked. A `Failure` in place of a reply is thrown, one of a missing scope with the
 * scope's name; any other path is a 404.
 */
export function fakeApi(
  routes: Record<string, Json | { failure: Failure }>,
  { account = {}, memory = {} }: { account?: Record<string, string>; memory?: Record<string, string> } = {},
) {
  const asked: { path: string; query?: Query; body?: Json }[] = [];
  const request = async ({ method, path, query, body, scope }: ApiRequest) => {
    asked.push({ path, ...(query && { query }), ...(method === 'POST' && { body }) });
    const reply = routes[path];
    if (reply === undefined) return fail('not-found', { status: 404, said: `Cannot ${method} ${path}` });
    if (typeof reply === 'object' && reply !== null && 'failure' in reply) {
      const failure = reply.failure as Failure;
      throw new CallFailure({ ...failure, ...(failure.code === 'scope-missing' && { scope }) });
    }
    return reply as Json;
  };
  const api: Api = {
    request,
    get: (path, query) => request({ method: 'GET', path, query }),
    account,
    memory: {
      get: async (name) => memory[name],
      set: async (name, value) => void (memory[name] = value),
    },
  };
  return { api, asked, memory, paths: () => asked.map(({ path }) => path) };
}
