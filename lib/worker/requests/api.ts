import { browser } from 'wxt/browser';
import type { Json } from '../../call/call';
import { fail } from '../../errors';
import { hostPattern } from '../../browser/origins';
import { getBytes, getJson, type Request } from './http';
import { readKey } from '../keyStore';
import { without } from '../../redaction/redact';
import { providerById } from '../../providers';
import type { Api } from '../../providers/provider';
import { sampleApi } from '../../providers/samples';
import { type Connection, memoryItem } from '../../storage/settings';
import { enqueue, heedLimits } from './queue';

/** An `Api` that can also fetch other content than JSON: recordings. */
export interface ConnectionApi extends Api {
  getBytes(path: string): Promise<{ bytes: Uint8Array; type: string }>;
}

/**
 * The one place that joins a key to a request. `locationId` is the page's, used where the connection has none.
 * Every request goes through the connection's queue, and only to the connection's own origin. `onRequest` hears of each request
 * before it leaves; none is retried then, so that whoever has a budget pays for what was asked.
 */
export function apiOf(
  connection: Connection,
  signal: AbortSignal,
  locationId?: string,
  onRequest?: () => void,
): ConnectionApi {
  const provider = providerById(connection.provider);
  const memory = memoryOf(connection.id);
  const location = connection.locationId || locationId;
  if (connection.sample) {
    return { ...sampleApi(provider.id), locationId: location, memory, getBytes: async () => fail('not-found') };
  }
  const baseUrl = connection.baseUrl || provider.baseUrl;

  const request = async (path: string, query: Parameters<Api['get']>[1] = {}): Promise<Request & { key: string }> => {
    const url = new URL(baseUrl + path);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
    }
    if (!(await browser.permissions.contains({ origins: [hostPattern(url)] }))) {
      fail('host-permission', { host: url.host });
    }
    const key = (await readKey(connection.id)) ?? fail('key-missing');
    onRequest?.();
    return {
      url,
      key,
      signal,
      once: onRequest !== undefined,
      headers: { ...provider.headers, authorization: `Bearer ${key}` },
      explain: (status, body) => provider.explain(status, body && without(key, body)),
      onHeaders: (status, headers) => void heedLimits(connection.id, status, headers),
    };
  };
  const queued = <T>(work: () => Promise<T>) =>
    enqueue(connection.id, provider.limits, signal, work, onRequest !== undefined);

  return {
    locationId: location,
    memory,
    get: (path, query) =>
      queued<Json>(async () => {
        const { key, ...asked } = await request(path, query);
        return without(key, await getJson(asked));
      }),
    getBytes: (path) => queued(async () => getBytes(await request(path), 'recording')),
  };
}

function memoryOf(connection: string): Api['memory'] {
  return {
    async get(name) {
      return (await memoryItem.getValue())[`${connection}/${name}`];
    },
    async set(name, value) {
      await memoryItem.setValue({ ...(await memoryItem.getValue()), [`${connection}/${name}`]: value });
    },
  };
}
