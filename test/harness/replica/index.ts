import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dialnexa, type DialnexaGeneration } from './dialnexa';
import { highlevel, type HighlevelScope } from './highlevel';
import { omnidimension } from './omnidimension';
import type { Answer, Vendor } from './vendor';

export const providerIds = ['omnidimension', 'dialnexa', 'highlevel'] as const;
export type ProviderId = (typeof providerIds)[number];

/** Keys of the vendors' shapes that open the replicas, and nothing else. */
export const keys: Record<ProviderId, string> = {
  omnidimension: 'demo-omnidimension-key-for-the-replica-1a2b',
  dialnexa: `demoreplica014:${'0123456789abcdef'.repeat(4)}`,
  highlevel: 'pit-0de30000-0000-4000-8000-00000000c0de',
};
export const locationId = 'LOC123456789ABCDEF';

/** Answers in the vendor's place. `false` leaves the request to the replica. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => void | false | Promise<void | false>;

/** A request as the replica saw it; of the key only its last four characters. */
export interface LoggedRequest {
  provider: ProviderId;
  method: string;
  /** With the query. */
  path: string;
  headers: Record<string, string>;
  /** Milliseconds since the epoch. */
  at: number;
}

export interface ReplicaOptions {
  /** Which of DialNexa's two generations of routes answers; the older by default. */
  dialnexaGeneration?: DialnexaGeneration;
  /** Scopes of the HighLevel token; all by default. */
  highlevelScopes?: HighlevelScope[];
}

export interface Replica extends Record<ProviderId, string> {
  keys: typeof keys;
  locationId: string;
  requests: LoggedRequest[];
  /** Lets a fault answer for one provider, until it is called with `undefined`. */
  override(provider: ProviderId, fault: Fault | undefined): void;
  close(): Promise<void>;
}

/**
 * Starts the three vendors' APIs on loopback, a port each, with the documented example calls and a few more.
 * The members named after the providers are base URLs to give to a connection.
 */
export async function startReplica(options: ReplicaOptions = {}): Promise<Replica> {
  const vendors: Record<ProviderId, Vendor> = {
    omnidimension: omnidimension(keys.omnidimension),
    dialnexa: dialnexa(keys.dialnexa, options.dialnexaGeneration ?? 'call-logs'),
    highlevel: highlevel(keys.highlevel, locationId, options.highlevelScopes),
  };
  const requests: LoggedRequest[] = [];
  const faults = new Map<ProviderId, Fault>();

  const serve = async (provider: ProviderId) => {
    const server = createServer(async (request, response) => {
      const { method = 'GET', url = '/', headers } = request;
      requests.push({ provider, method, path: url, headers: withoutSecrets(headers), at: Date.now() });
      const fault = faults.get(provider);
      if (fault && (await fault(request, response)) !== false) return;
      const origin = `http://${headers.host}`;
      const { pathname: path, searchParams: query } = new URL(url, origin);
      send(response, vendors[provider]({ method, path, query, headers, origin }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  };

  const [omni, nexa, high] = await Promise.all([serve('omnidimension'), serve('dialnexa'), serve('highlevel')]);
  return {
    omnidimension: `${omni.origin}/api/v1`,
    dialnexa: nexa.origin,
    highlevel: high.origin,
    keys,
    locationId,
    requests,
    override(provider, fault) {
      if (fault) faults.set(provider, fault);
      else faults.delete(provider);
    },
    async close() {
      await Promise.all(
        [omni, nexa, high].map(({ server }) => {
          const closed = once(server, 'close');
          server.close();
          server.closeAllConnections(); // also the ones a fault keeps hanging
          return closed;
        }),
      );
    },
  };
}

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
