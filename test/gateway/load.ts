import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Json } from '../../lib/call/call';
import { providerById } from '../../lib/providers';
import { startGateway } from '../harness/gateway';
import { startReplica } from '../harness/replica';

export interface Load {
  clients: number;
  lookUps: number;
  calls: number;
  /** How many of the calls are in progress at first, for `liveReplies` replies each. */
  live: number;
  liveReplies: number;
  /** Edges before one core; without, one nginx is both. One of several edges is ended half-way. */
  edges?: number;
}

/** What a load did; times in milliseconds. */
export interface LoadResult {
  /** Look-ups that ended without their call. */
  lost: number;
  vendorRequests: number;
  /** Replies of the vendor that showed a call in progress. */
  inProgress: number;
  /** Requests that the vendor refused. */
  refused: number;
  /** The most requests that the vendor had within one of its intervals, and what it would take. */
  most: number;
  limit: number;
  /** How often the gateway told a client to come again. */
  toldToWait: number;
  seconds: number;
}

const provider = providerById('dialnexa');
const path = (at: number) => `/v1/call-logs/call_load${String(at).padStart(6, '0')}`;

/** A call of the usual size, 6 kB. */
const callAt = (url: string | undefined, status: string): Json => ({
  call_id: url?.split('/').pop() ?? '',
  status,
  transcript: Array.from({ length: 40 }, (_, at) => ({
    role: at % 2 ? 'user' : 'agent',
    content: 'Words.'.repeat(12),
  })),
});

/** Looks calls up through the gateway, before a vendor that is strict at its own numbers; people wait when they are told to, as the extension does. */
export async function runLoad({ clients, lookUps, calls, live, liveReplies, edges }: Load): Promise<LoadResult> {
  const replica = await startReplica({ strict: true });
  const gateway = await startGateway({ accounts: { [provider.id]: replica.of(provider.id) }, tokens: clients, edges });
  const left = new Map(Array.from({ length: live }, (_, at) => [path(at), liveReplies]));
  let inProgress = 0;
  replica.override(provider.id, (request, response) => {
    const more = left.get(request.url ?? '') ?? 0;
    left.set(request.url ?? '', more - 1);
    if (more > 0) inProgress++;
    const call = callAt(request.url, more > 0 ? 'initiated' : 'completed');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(call));
  });

  let toldToWait = 0;
  /** One look-up, asked three times where the network fails. Throws when the call does not come. */
  async function lookUp(token: string, at: number): Promise<void> {
    for (let failures = 0; ;) {
      const address = `${gateway.address}/${provider.id}${path(at)}`;
      const response = await fetch(address, { headers: provider.authorize(token) }).catch(() => undefined);
      const body = (await response?.json().catch(() => undefined)) as { call_id?: string } | undefined;
      if (response?.ok && path(at).endsWith(body?.call_id ?? '/')) return;
      if (response?.status === 429) {
        toldToWait++;
        await pause(Number(response.headers.get('retry-after')) * 1000 + Math.random() * 1000);
      } else {
        if (++failures > 2) throw new Error(`${path(at)}: ${response?.status}`);
        await pause(500 * failures);
      }
    }
  }

  const begin = Date.now();
  let [next, done, lost] = [0, 0, 0];
  await Promise.all(
    gateway.tokens.map(async (token) => {
      for (let at = next++; at < lookUps; at = next++) {
        await lookUp(token, (at * 7919) % calls).catch(() => lost++);
        if (++done === Math.floor(lookUps / 2) && edges) gateway.killEdge(0);
      }
    }),
  );
  const at = replica.requests.map((each) => each.at);
  const within = (from: number) => at.filter((time) => time >= from && time - from < provider.limits.interval).length;
  const result = {
    lost,
    vendorRequests: at.length,
    inProgress,
    refused: replica.refused(),
    most: Math.max(...at.map(within)),
    limit: provider.limits.requests,
    toldToWait,
    seconds: (Date.now() - begin) / 1000,
  };
  await gateway.stop();
  await replica.close();
  return result;
}

/** Milliseconds of a request: the middle one, and the one that 95 of 100 are as fast as. */
interface Speed {
  median: number;
  p95: number;
}

/**
 * How long kept calls take, beside the bare upstream: each person asks now one, now the other, once a second in the middle, so that both
 * see the same machine.
 */
export async function measureKept(clients: number, edges?: number): Promise<{ bare: Speed; gateway: Speed }> {
  const upstream = new Worker(new URL('./bareUpstream.mjs', import.meta.url), { workerData: callAt('', 'completed') });
  const [{ port }] = (await once(upstream, 'message')) as [AddressInfo];
  const bare = `http://127.0.0.1:${port}`;
  const vendor = { baseUrl: bare, key: 'vendor', account: {} };
  const gateway = await startGateway({ accounts: { [provider.id]: vendor }, tokens: clients, edges });
  const ways = { bare, gateway: `${gateway.address}/${provider.id}` };
  const times = { bare: [] as number[], gateway: [] as number[] };
  const agent = new Agent({ keepAlive: true });
  const calls = 20;

  const ask = async (way: keyof typeof ways, token: string, at: number) => {
    const started = performance.now();
    const [response] = (await once(
      get(ways[way] + path(at % calls), { agent, headers: provider.authorize(token) }),
      'response',
    )) as [IncomingMessage];
    const { call_id } = JSON.parse(await text(response)) as { call_id: string };
    if (!path(at % calls).endsWith(call_id)) throw new Error(`${way}: ${response.statusCode}`);
    return performance.now() - started;
  };
  // Afterwards every call is kept, and connections are open.
  for (let at = 0; at < calls; at++) await ask('gateway', gateway.tokens[0]!, at);
  await Promise.all(gateway.tokens.flatMap((token, at) => [ask('bare', token, at), ask('gateway', token, at)]));
  await Promise.all(
    gateway.tokens.map(async (token) => {
      for (let at = 0; at < 40; at++) {
        for (const way of ['bare', 'gateway'] as const) {
          await pause(Math.random() * 1000);
          times[way].push(await ask(way, token, at));
        }
      }
    }),
  );
  agent.destroy();
  await gateway.stop();
  await upstream.terminate();
  const speed = (all: number[]): Speed => {
    const sorted = all.toSorted((a, b) => a - b);
    return { median: sorted[Math.floor(all.length / 2)] ?? NaN, p95: sorted[Math.floor(all.length * 0.95)] ?? NaN };
  };
  return { bare: speed(times.bare), gateway: speed(times.gateway) };
}
