import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { providers } from '../../../lib/providers';
import { strictly } from '../strictly';
import type { Answer, VendorOptions, VendorReplica } from './vendor';

export const providerIds = providers.map(({ id }) => id);

/** A replica for each provider of the list: the file of this folder that is called by its ID. */
const known = Object.fromEntries(
  await Promise.all(
    providerIds.map(async (id) => {
      const { replica } = (await import(/* @vite-ignore */ new URL(`./${id}.ts`, import.meta.url).href)) as {
        replica: VendorReplica;
      };
      return [id, replica] as const;
    }),
  ),
);

/** What opens the replicas, and nothing else: keys of the vendors' shapes. */
export const secrets = Object.values(known).map(({ key }) => key);

/** Answers in the vendor's place. `false` leaves the request to the replica. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => void | false | Promise<void | false>;

/** A request as the replica saw it; of the key only its last four characters. */
export interface LoggedRequest {
  provider: string;
  method: string;
  /** With the query. */
  path: string;
  headers: Record<string, string>;
  /** Milliseconds since the epoch. */
  at: number;
}

/** What a connection to one replica needs. */
export interface ReplicaAccount {
  baseUrl: string;
  key: string;
  account: Record<string, string>;
}

export interface Replica {
  /** Throws for a provider without a replica. */
  of(provider: string): ReplicaAccount;
  requests: LoggedRequest[];
  /** How many requests were refused, where the replica is strict. */
  refused(): number;
  /** Lets a fault answer for one provider, until it is called with `undefined`. */
  override(provider: string, fault: Fault | undefined): void;
  close(): Promise<void>;
}

/** Starts the vendors' APIs on loopback, a port each, with the documented example calls and a few more. */
export async function startReplica(
  options: VendorOptions = {},
  vendors: Record<string, VendorReplica> = known,
): Promise<Replica> {
  const requests: LoggedRequest[] = [];
  const faults = new Map<string, Fault>();

  const serve = async ([provider, { start, base = '', key, account = {} }]: [string, VendorReplica]) => {
    const vendor = start(options);
    const limits = providers.find(({ id }) => id === provider)?.limits;
    const limit = options.strict && limits ? strictly(limits) : undefined;
    const server = createServer(async (request, response) => {
      const { method = 'GET', url = '/', headers } = request;
      requests.push({ provider, method, path: url, headers: withoutSecrets(headers), at: Date.now() });
      const wait = limit?.ask();
      if (wait !== undefined) return send(response, tooMany(wait));
      const fault = faults.get(provider);
      if (fault && (await fault(request, response)) !== false) return;
      const origin = `http://${headers.host}`;
      const { pathname: path, searchParams: query } = new URL(url, origin);
      const body = method === 'POST' ? await text(request) : '';
      send(response, vendor({ method, path, query, headers, origin, body }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
    return { provider, server, limit, account: { baseUrl, key, account } };
  };

  const served = await Promise.all(Object.entries(vendors).map(serve));
  return {
    of(provider) {
      const found = served.find((each) => each.provider === provider);
      if (!found) throw new Error(`There is no replica of ${provider}.`);
      return found.account;
    },
    requests,
    refused: () => served.reduce((sum, { limit }) => sum + (limit?.refused ?? 0), 0),
    override(provider, fault) {
      if (fault) faults.set(provider, fault);
      else faults.delete(provider);
    },
    async close() {
      await Promise.all(
        served.map(({ server }) => {
          const closed = once(server, 'close');
          server.close();
          server.closeAllConnections(); // also the ones a fault keeps hanging
          return closed;
        }),
      );
    },
  };
}

const tooMany = (wait: number): Answer => ({
  status: 429,
  headers: { 'retry-after': String(wait) },
  body: { statusCode: 429, message: 'Too many requests', error: 'Too Many Requests' },
});

function withoutSecrets(headers: IncomingMessage['headers']): Record<string, string> {
  const all = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(
    all.map(([name, value]) => [name, /authorization|cookie|key/.test(name) ? `…${value.slice(-4)}` : value]),
  );
}

function send(response: ServerResponse, { status, headers, body }: Answer) {
  const isJson = !Buffer.isBuffer(body);
  response.writeHead(status, { ...(isJson && { 'content-type': 'application/json; charset=utf-8' }), ...headers });
  response.end(isJson ? JSON.stringify(body) : body);
}
