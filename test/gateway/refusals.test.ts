import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providers } from '../../lib/providers';
import { findNginx } from '../harness/findNginx.mjs';
import { type Gateway, startGateway } from '../harness/gateway';
import { providerIds, type Replica, secrets, startReplica } from '../harness/replica';
import { refusals } from './refusals';

let replica: Replica;
let gateway: Gateway;

/** Sends bytes and reads what comes back, until the gateway closes or for three seconds. */
async function send(raw: string): Promise<string> {
  const socket = connect(Number(new URL(gateway.address).port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString('latin1')));
  socket.on('error', () => {});
  const closed = once(socket, 'close').catch(() => {});
  socket.setTimeout(3000, () => socket.destroy());
  socket.write(Buffer.from(raw, 'latin1'));
  await closed;
  return text;
}

/** A request of the product for each account: the first documented call. */
const admitted = Object.fromEntries(
  providers.map(({ id, samples }) => {
    const path = Object.keys(samples.documented).find((each) => each.includes(samples.ids[0]!)) ?? '';
    return [id, { method: 'GET', path }];
  }),
);

describe.skipIf(!findNginx())('the gateway (skipped where there is no nginx)', () => {
  beforeAll(async () => {
    replica = await startReplica();
    gateway = await startGateway({ accounts: Object.fromEntries(providerIds.map((id) => [id, replica.of(id)])) });
  });
  afterAll(async () => {
    await gateway?.stop();
    await replica?.close();
  });

  const known = () => ({ token: gateway.tokens[0]!, admitted, otherSecrets: [gateway.edgeSecret, ...secrets] });

  test('admits the requests that the refused ones are made of', async () => {
    for (const [account, { path }] of Object.entries(admitted)) {
      const head = `GET /${account}${path} HTTP/1.1\r\nHost: gateway.example\r\n`;
      const answer = await send(`${head}Authorization: Bearer ${known().token}\r\nConnection: close\r\n\r\n`);
      expect(answer, account).not.toMatch(/^HTTP\/1\.1 40[15]/);
    }
    expect(replica.requests.map(({ provider }) => provider)).toEqual(providerIds);
  });

  test('refuses every other before it comes to a vendor', { timeout: 60_000 }, async () => {
    replica.requests.length = 0;
    const all = refusals(known());
    expect(all.length).toBeGreaterThan(200);
    expect(new Set(all.map(({ what }) => what)).size).toBe(all.length);
    const answers: { what: string; answer: string }[] = [];
    for (let at = 0; at < all.length; at += 20) {
      const some = all.slice(at, at + 20).map(async ({ what, raw }) => ({ what, answer: await send(raw) }));
      answers.push(...(await Promise.all(some)));
    }
    // HTTP/0.9 has no head, and what is no HTTP may be hung up on.
    const isRefusal = (answer: string) =>
      answer === '' || /^(?:HTTP\/1\.1 (?:4\d\d|501|505) |\{"message")/.test(answer);
    expect(answers.filter(({ answer }) => !isRefusal(answer))).toEqual([]);
    expect(replica.requests).toEqual([]);
    for (const { answer } of answers) for (const secret of secrets) expect(answer).not.toContain(secret);
  });
});
