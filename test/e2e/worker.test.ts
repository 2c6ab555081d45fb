import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as faults from '../harness/faults';
import { lookUp, readCall } from '../harness/steps';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { connectionsIn, send, tell } from './helpers/tell';

let replica: Replica;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  page = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

const requests = () => replica.requests.length;

describe('a worker that does not answer', () => {
  it('keeps nobody from the recent calls, and from one that has ended', async () => {
    await tell(page, 'lookUp', { id: 'call_x9y3zp4mq7r1', request: crypto.randomUUID() });
    const popup = await browser.context.newPage();
    await popup.addInitScript(() => {
      for (const name of ['chrome', 'browser'] as const) {
        const api = (globalThis as unknown as Record<string, { runtime: object } | undefined>)[name];
        if (api) Object.assign(api.runtime, { sendMessage: () => new Promise(() => {}) });
      }
    });
    await popup.goto(`chrome-extension://${browser.id}/popup.html`);
    const recent = popup.getByRole('list', { name: 'Recent calls' });
    await recent.getByRole('button', { name: /^call_x9y3zp4mq7r1/ }).click();
    expect((await readCall(popup, 'call_x9y3zp4mq7r1')).terms).toMatchObject({
      Provider: 'DialNexa',
      Connection: 'Demo dialnexa',
    });
    await popup.close();
  });
});

describe('a call in progress', () => {
  it('is asked again until it ends', { timeout: 60_000 }, async () => {
    const popup = await browser.popup();
    await lookUp(popup, 'call_q1w2e3r4t5y6');
    await popup.getByText('This call is still going on').waitFor();
    await popup.getByText('This call is still going on').waitFor({ state: 'detached', timeout: 45_000 });
    await popup.close();
  });
});

describe('equal requests at once', () => {
  it('are one request to the provider', async () => {
    await tell(page, 'clearAll', {});
    const connections = await browser.connect(replica);
    const before = requests();
    const ref = { provider: 'omnidimension', connection: connections['omnidimension'] ?? '', id: '50958' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => tell(page, 'getCall', { ref, refresh: false, request: `r${index}` })),
    );
    expect(new Set(answers.map((each) => each.fetchedAt)).size).toBe(1);
    expect(requests() - before).toBe(1);
  });

  it('can be cancelled', async () => {
    replica.override('omnidimension', faults.hang);
    const ref = { provider: 'omnidimension', connection: (await connectionsBy())['omnidimension'] ?? '', id: '50999' };
    const answer = send(page, { name: 'getCall', payload: { ref, refresh: true, request: 'mine' } });
    await new Promise((done) => setTimeout(done, 200));
    await tell(page, 'cancel', { request: 'mine' });
    expect(await answer).toEqual({ failure: { code: 'canceled' } });
    replica.override('omnidimension', undefined);
  });
});

const connectionsBy = async () =>
  Object.fromEntries((await connectionsIn(page)).map(({ provider, id }) => [provider, id]));

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
