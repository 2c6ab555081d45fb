import { browser } from 'wxt/browser';
import { fail, type Failure } from '../../errors';
import { apiAddress, hostPattern } from '../../browser/origins';
import { providerById } from '../../providers';
import type { Api, ApiRequest, Provider, RecordingRequest } from '../../providers/provider';
import { sampleApi } from '../../providers/samples';
import type { Connection } from '../../call/connection';
import { without } from '../../redaction/without';
import { change, read } from '../../storage/item';
import { memoryItem } from '../../storage/items';
import { inUiLanguage } from '../inUiLanguage';
import { keyOf } from '../policy/keyOf';
import { accountOf } from './account';
import { coalesce } from './coalesce';
import { getBytes, getJson, type Request } from './http';
import { endOf } from './ends';
import { budgetName, budgetOf } from './limiter';
import { networkTime } from './networkTime';

/** An `Api` that can also fetch other content than JSON: recordings. */
export interface ConnectionApi extends Api {
  getBytes(request: RecordingRequest): Promise<{ bytes: Uint8Array; type: string }>;
}

/** On whose behalf an account is asked. */
export interface Asking {
  signal: AbortSignal;
  /** The page on screen: what the connection itself does not hold may stand in its address. */
  address?: string;
  /** Hears of each request before it leaves; none is retried then, so that a budget pays for what was asked. */
  onRequest?: () => void;
  /** Milliseconds that a request may wait for its turn. As long as it takes unless told, but not for a page that asks by itself. */
  patience?: number;
}

/** For what cannot be told that it waits. */
export const shortPatience = 20_000;

/**
 * The one place that joins a key to a request. Every request goes through the key's budget, and only to the connection's own
 * origin; one that is under way already is not sent a second time.
 */
export function apiOf(connection: Connection, asking: Asking): ConnectionApi {
  const { address, onRequest, patience = onRequest ? shortPatience : Infinity } = asking;
  const unprompted = onRequest !== undefined;
  const provider = providerById(connection.provider);
  const end = endOf(connection.id);
  const signal = AbortSignal.any([asking.signal, end]);
  const memory = memoryOf(connection.id, end);
  const account = accountOf(connection, address);
  if (connection.sample) return { ...sampleApi(provider), account, memory, getBytes: async () => fail('not-found') };

  const time = networkTime();
  let begun = false;

  const prepare = async (
    { path, query = {}, scope, writes, headers, ...rest }: ApiRequest & RecordingRequest,
    until: AbortSignal,
  ): Promise<Request & { key: string }> => {
    const missing = provider.account.find(({ name }) => !account[name]);
    if (missing) fail('account-missing', { field: inUiLanguage(missing.phrase) });
    const url = new URL(baseUrlOf(connection) + path);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
    }
    if (!(await browser.permissions.contains({ origins: [hostPattern(url)] }))) {
      fail('host-permission', { host: url.host });
    }
    const key = (await keyOf(connection, url.origin)) ?? fail('key-missing');
    const authorization = provider.authorize(key);
    // To another host fetch drops `authorization` (https://fetch.spec.whatwg.org/#http-redirect-fetch), and carries any other header along.
    if (rest.mayRedirect && Object.keys(authorization).some((name) => !/^authorization$/i.test(name)))
      fail('unexpected');
    const budget = await budgetOf(await budgetName(url.origin, provider.id, key), provider);
    const leave = <T>(work: () => Promise<T>) => {
      begun = true;
      onRequest?.();
      return work();
    };
    return {
      ...rest,
      url,
      key,
      signal: until,
      time,
      line: {
        heed: budget.heed,
        send: (work) =>
          budget.send(() => leave(work), { signal: until, connection: connection.id, unprompted, begun, patience }),
      },
      once: unprompted || writes,
      headers: { ...provider.headers, ...headers, ...authorization },
      explain: (status, body) => explained(provider, provider.explain(status, body && without(key, body)), scope),
    };
  };

  const request = (wanted: ApiRequest) =>
    coalesce(JSON.stringify([connection.id, account, wanted, unprompted]), signal, async (until) => {
      const { key, ...asked } = await prepare(wanted, until);
      return without(key, await getJson(asked));
    });
  return {
    account,
    memory,
    request,
    get: (path, query) => request({ method: 'GET', path, query }),
    getBytes: async (wanted) => getBytes(await prepare({ method: 'GET', ...wanted }, signal), 'recording'),
  };
}

const baseUrlOf = (connection: Connection): string =>
  apiAddress(providerById(connection.provider).regions, connection) ?? fail('unexpected');

/** The only origin a connection's key is sent to. */
export const originOf = (connection: Connection): string => new URL(baseUrlOf(connection)).origin;

/** A failure with what the vendor's words do not name: the scope that the request wanted, the field that the account lacks. */
function explained({ account: [field] }: Provider, failure: Failure | undefined, scope?: string): Failure | undefined {
  if (failure?.code === 'scope-missing') return { ...failure, scope };
  return failure?.code === 'account-missing' && field ? { ...failure, field: inUiLanguage(field.phrase) } : failure;
}

function memoryOf(connection: string, end: AbortSignal): Api['memory'] {
  return {
    async get(name) {
      return (await read(memoryItem))[`${connection}/${name}`];
    },
    async set(name, value) {
      // The connection was removed or changed: what was learned is of the one before.
      if (end.aborted) return;
      await change(memoryItem, (memory) => ({ ...memory, [`${connection}/${name}`]: value })).catch(() => {});
    },
  };
}
