import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf } from '../../lib/call/vendorWords';
import { providerById, providers } from '../../lib/providers';
import { findNginx } from '../harness/findNginx.mjs';
import { type Gateway, startGateway } from '../harness/gateway';
import { providerIds, type Replica, startReplica } from '../harness/replica';
import { type AccountFile, accountFiles } from './accountFiles';
import { type Asked, askEverything } from './askEverything';
// @ts-expect-error It is njs's, which knows no types.
import gatewayJs from '../../gateway/gateway.js';

const { isOver } = gatewayJs as { isOver(reply: unknown, places: string, over: string): boolean };
const pathOf = ({ path }: Asked) => path.split('?')[0] ?? '';
const routeOf = ({ routes }: AccountFile, asked: Asked) => routes.find((route) => route.matches(pathOf(asked)));

let replica: Replica;
const all: Record<string, Awaited<ReturnType<typeof askEverything>>> = {};
beforeAll(async () => {
  replica = await startReplica();
  for (const id of providerIds) all[id] = await askEverything(id, replica.of(id));
  const current = await startReplica({ dialnexaGeneration: 'calls' });
  const { asked, calls } = await askEverything('dialnexa', current.of('dialnexa'));
  all.dialnexa!.asked.push(...asked);
  all.dialnexa!.calls.push(...calls);
  await current.close();
});
afterAll(() => replica.close());

test('each vendor has a file', () => {
  const files = readdirSync('gateway/accounts').map((name) => name.replace('.conf', ''));
  expect(files.sort()).toEqual(providerIds.toSorted());
});

describe.each(providers)('$name', ({ id, regions, limits, words }) => {
  const file = accountFiles[id]!;

  test('is asked at one of its addresses, for 80 % of its limit within any interval', () => {
    expect(regions.map(({ baseUrl }) => baseUrl)).toContain(file.vendor);
    const seconds = limits.interval / 1000;
    expect(1 + file.delay + file.rate * seconds).toBeCloseTo(0.8 * limits.requests);
    // What is delayed is answered long before the extension gives up.
    expect((file.burst - file.delay) / file.rate).toBeLessThanOrEqual(7);
  });

  test('has a route for every request of the product, and no other', () => {
    const { asked } = all[id]!;
    for (const each of asked) {
      const route = routeOf(file, each);
      expect(route, `${each.method} ${each.path}`).toBeDefined();
      expect(each.method).toBe(route!.kind === 'search' ? 'POST' : 'GET');
    }
    for (const route of file.routes) expect(asked.some((each) => route.matches(pathOf(each)))).toBe(true);
  });

  test('keeps calls that the product takes to be over, and no others', () => {
    let kept = 0;
    for (const call of all[id]!.calls) {
      const status = providerById(id).toCall(call.id, call.reply.raw).status;
      for (const each of call.asked) {
        const route = routeOf(file, each);
        if (route?.kind !== 'call' || !each.path.includes(call.id)) continue;
        const over = isOver(each.reply, route.statusAt, route.over);
        const says = `${each.path}: ${status?.raw}`;
        if (status?.kind === 'in-progress') expect(over, says).toBe(false);
        else if (status && /status$/i.test(route.statusAt)) expect(over, says).toBe(true);
        kept += Number(over);
      }
    }
    expect(kept).toBeGreaterThan(0);
  });

  test('takes no word for the end of a call that the product takes for its course', () => {
    for (const { statusAt, over } of file.routes.filter((route) => /status$/i.test(route.statusAt))) {
      for (const word of over.split('|').filter((each) => /^[\w-]+$/.test(each)))
        expect(['in-progress', 'unknown'], `${statusAt} ${word}`).not.toContain(kindOf('status', word, words));
    }
  });
});

describe.skipIf(!findNginx())('a real nginx (skipped where there is none)', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ accounts: Object.fromEntries(providerIds.map((id) => [id, replica.of(id)])) });
  });
  afterAll(() => gateway.stop());

  test('takes the example of `site/` as it stands, once it has a certificate', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gateway-site-'));
    cpSync('gateway', join(folder, 'conf'), { recursive: true });
    cpSync('gateway/site.example', join(folder, 'conf/site'), { recursive: true });
    const certificate = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=gateway', '-keyout'];
    execFileSync('openssl', [...certificate, 'certificate.key', '-out', 'certificate.pem'], {
      cwd: join(folder, 'conf/site'),
      stdio: 'pipe',
    });
    const edge = join(folder, 'conf/edge.conf');
    writeFileSync(edge, readFileSync(edge, 'utf8').replace('/var/log/call-log-gateway', folder));
    for (const main of ['nginx', 'edge-only', 'core-only', 'balancer']) {
      const args = ['-t', '-p', `${folder}/`, '-c', join(folder, `conf/${main}.conf`), '-e', 'stderr'];
      const { status, stderr } = spawnSync(findNginx()!, args, { encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, expect.stringContaining('test is successful')]);
    }
    rmSync(folder, { recursive: true });
  });

  test.each(providers)('admits what $name is asked', async ({ id, authorize, headers }) => {
    const file = accountFiles[id]!;
    // One request for each route and method: more would wait for the vendor's limit.
    const byRoute = new Map(all[id]!.asked.map((each) => [routeOf(file, each), each]));
    for (const { method, path, body } of byRoute.values()) {
      replica.requests.length = 0;
      const response = await fetch(`${gateway.address}/${id}${path}`, {
        method,
        body,
        headers: { ...headers, ...authorize(gateway.tokens[0]!), ...(body && { 'content-type': 'application/json' }) },
        redirect: 'manual',
      });
      await response.arrayBuffer();
      expect([200, 302, 404], `${path}: ${response.status}`).toContain(response.status);
      const { pathname } = new URL(replica.of(id).baseUrl);
      const base = pathname === '/' ? '' : pathname;
      expect(replica.requests.map((each) => [each.method, each.path])).toEqual([[method, base + path]]);
    }
  });
});
