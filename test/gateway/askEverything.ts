import type { Json } from '../../lib/call/call';
import { CallFailure, meaningOf } from '../../lib/errors';
import { providerById } from '../../lib/providers';
import type { Api, ApiRequest, Provider, Reply } from '../../lib/providers/provider';
import type { ReplicaAccount } from '../harness/replica';

/** One request of a provider, as it leaves the browser. */
export interface Asked {
  method: ApiRequest['method'];
  /** Below the account's base URL, with the query. */
  path: string;
  body?: string;
  /** What was answered, where it is JSON. */
  reply?: Json;
}

/** An account that is asked over HTTP and tells what it was asked. */
function apiOf(provider: Provider, { baseUrl, key, account }: ReplicaAccount, heard: (asked: Asked) => void): Api {
  const memory = new Map<string, string>();
  const headers = { ...provider.headers, ...provider.authorize(key), accept: 'application/json' };
  const request = async ({ method, path, query = {}, body }: ApiRequest): Promise<Json> => {
    const url = new URL(baseUrl + path);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
    const json = body === undefined ? undefined : JSON.stringify(body);
    const type = json === undefined ? undefined : { 'content-type': 'application/json' };
    const response = await fetch(url, { method, headers: { ...headers, ...type }, body: json });
    const reply = (await response.json()) as Json;
    heard({ method, path: path + url.search, body: json, reply });
    if (response.ok) return reply;
    const { status } = response;
    throw new CallFailure({ status, ...(provider.explain(status, reply) ?? { code: meaningOf(status) }) });
  };
  return {
    request,
    get: (path, query) => request({ method: 'GET', path, query }),
    account,
    memory: { get: async (name) => memory.get(name), set: async (name, value) => void memory.set(name, value) },
  };
}

/** A call that was asked for, and the requests that brought it. */
interface Brought {
  id: string;
  reply: Reply;
  asked: Asked[];
}

/** Asks an account for everything that the product ever asks for. Returns the requests, and the calls that they brought. */
export async function askEverything(
  id: string,
  account: ReplicaAccount,
): Promise<{ asked: Asked[]; calls: Brought[] }> {
  const provider = providerById(id);
  const asked: Asked[] = [];
  const api = apiOf(provider, account, (each) => asked.push(each));
  const calls: Brought[] = [];

  await provider.whoAmI(api);
  const ids: string[] = [...provider.samples.ids];
  for (let cursor: string | undefined = undefined, pages = 0; pages < 3; pages++) {
    const listed: Awaited<ReturnType<Provider['listCalls']>> = await provider.listCalls(api, {}, cursor);
    ids.push(...listed.rows.map((row) => row.id));
    cursor = listed.next;
    if (cursor === undefined) break;
  }
  for (const call of new Set(ids)) {
    const before = asked.length;
    const reply = await provider.getCall(api, call);
    if (!reply) continue;
    calls.push({ id: call, reply, asked: asked.slice(before) });
    const source = provider.recording(reply.raw, account.account);
    if (!source || !('request' in source)) continue;
    const search = new URLSearchParams(source.request.query as Record<string, string>).toString();
    asked.push({ method: 'GET', path: source.request.path + (search && `?${search}`) });
  }
  await provider.findCalls?.(api, ids.slice(0, 3));
  const record = {
    crm: 'highlevel',
    portal: account.account.locationId ?? '',
    object: 'contact',
    id: 've9EPM428h8vShlRW1KT',
  };
  await provider.callsOf?.(api, { record, phones: ['+14155550142'] });
  return { asked, calls };
}
