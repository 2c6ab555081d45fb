import { setTimeout as pause } from 'node:timers/promises';
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
  cached: { bare: number; gateway: number };
}

const provider = providerById('dialnexa');
const path = (at: number) => `/v1/call-logs/call_load${String(at).padStart(6, '0')}`;

/** Looks calls up through the gateway, before a vendor that is strict at its own numbers; people wait when they are told to, as the extension does. */
export async function runLoad({ clients, lookUps, calls, live, liveReplies, edges }: Load): Promise<LoadResult> {
  const replica = await startReplica({ strict: true });
  const vendor = replica.of(provider.id);
  const gateway = await startGateway({ accounts: { [provider.id]: vendor }, tokens: clients, edges });
  try {
    const left = new Map(Array.from({ length: live }, (_, at) => [path(at), liveReplies]));
    let inProgress = 0;
    const filler: Json = Array.from({ length: 40 }, (_, at) => ({
      role: at % 2 ? 'user' : 'agent',
      content: 'Words.'.repeat(12),
    }));
    replica.override(provider.id, (request, response) => {
      const asked = request.url ?? '';
      const more = left.get(asked) ?? 0;
      left.set(asked, more - 1);
      if (more > 0) inProgress++;
      const call = {
        call_id: asked.split('/').pop() ?? '',
        status: more > 0 ? 'initiated' : 'completed',
        transcript: filler,
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(call));
    });

    let toldToWait = 0;
    /** One look-up. Returns the milliseconds of its last request; throws when the call does not come. */
    async function lookUp(base: string, key: string, at: number): Promise<number> {
      for (let failures = 0; ;) {
        const begin = performance.now();
        const response = await fetch(base + path(at), { headers: provider.authorize(key) }).catch(() => undefined);
        const body = (await response?.json().catch(() => undefined)) as { call_id?: string } | undefined;
        if (response?.status === 429) {
          toldToWait++;
          await pause(Number(response.headers.get('retry-after')) * 1000 + Math.random() * 1000);
          continue;
        }
        if (response?.ok && body?.call_id === path(at).split('/').pop()) return performance.now() - begin;
        if (++failures > 2) throw new Error(`${path(at)}: ${response?.status}`);
        await pause(500 * failures);
      }
    }

    /** Everybody's look-ups; a person asks again after up to `think` milliseconds. */
    async function all(base: string, key: (client: number) => string, think: number, done: () => void = () => {}) {
      const times: number[] = [];
      let next = 0;
      let lost = 0;
      await Promise.all(
        Array.from({ length: clients }, async (_, client) => {
          for (let at = next++; at < lookUps; at = next++) {
            await lookUp(base, key(client), (at * 7919) % calls).then(
              (time) => times.push(time),
              () => lost++,
            );
            done();
            if (think) await pause(Math.random() * think);
          }
        }),
      );
      return { lost, p95: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN };
    }

    const account = `${gateway.address}/${provider.id}`;
    const begin = Date.now();
    let done = 0;
    const { lost } = await all(
      account,
      (client) => gateway.tokens[client] ?? '',
      0,
      () => {
        if (++done === Math.floor(lookUps / 2) && edges) gateway.killEdge(0);
      },
    );
    const seconds = (Date.now() - begin) / 1000;
    const at = replica.requests.map((each) => each.at);
    const most = Math.max(
      ...at.map((from) => at.filter((time) => time >= from && time - from < provider.limits.interval).length),
    );
    const vendorRequests = at.length;
    const refused = replica.refused();

    // Every call is over and kept now. The bare upstream is the same replica, without its limit.
    const open = await startReplica();
    open.override(provider.id, (request, response) => {
      const call = { call_id: request.url?.split('/').pop() ?? '', status: 'completed', transcript: filler };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(call));
    });
    const think = 200;
    const bare = await all(open.of(provider.id).baseUrl, () => vendor.key, think);
    const through = await all(account, (client) => gateway.tokens[client] ?? '', think);
    await open.close();
    return {
      lost: lost + bare.lost + through.lost,
      vendorRequests,
      inProgress,
      refused,
      most,
      limit: provider.limits.requests,
      toldToWait,
      seconds,
      cached: { bare: bare.p95, gateway: through.p95 },
    };
  } finally {
    await gateway.stop();
    await replica.close();
  }
}
