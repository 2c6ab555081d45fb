import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { stopWorkerOf } from '../e2e/helpers/stopWorker';
import { connectionsIn, tell } from '../e2e/helpers/tell';
import * as faults from '../harness/faults';
import { providerIds, type Replica, startReplica } from '../harness/replica';
import { lookUp } from '../harness/steps';
import { count } from './count';
import { report } from './report';

const goal = 'A worker that is stopped loses no answer, asks at most once more and keeps settings and keys';
const limit = { timeout: count(2, 15) * 60_000 };
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

const stopWorker = () => stopWorkerOf(browser, page);
const requests = () => replica.requests.length;
const getCall = (id: string, refresh: boolean) =>
  tell(page, 'getCall', {
    ref: { provider: 'dialnexa', connection: browser.connections['dialnexa'] ?? '', id },
    refresh,
    request: crypto.randomUUID(),
  });

it('while idle: connections, keys and calls are kept', limit, async () => {
  const rounds = count(10, 50);
  await getCall('call_x9y3zp4mq7r1', true);
  const before = requests();
  for (let round = 0; round < rounds; round++) {
    await stopWorker();
    expect(await connectionsIn(page)).toHaveLength(providerIds.length);
    expect((await getCall('call_x9y3zp4mq7r1', false)).call.ref.id).toBe('call_x9y3zp4mq7r1');
  }
  report('R1', goal, `${rounds} of ${rounds} stops while idle, ${requests() - before} requests more`);
  expect(requests()).toBe(before);
  expect((await tell(page, 'testConnection', { connection: browser.connections['dialnexa'] ?? '' })).calls).toBe(8);
});

it('while a request is under way: it is asked once more and answered', limit, async () => {
  const rounds = count(10, 100);
  const popup = await browser.popup();
  await lookUp(popup, 'call_abc123');
  const refresh = popup.getByRole('button', { name: 'Refresh' });
  let slowest = 0;
  for (let round = 0; round < rounds; round++) {
    const before = requests();
    const start = Date.now();
    replica.override('dialnexa', faults.first(1, faults.hang));
    await refresh.click();
    while (requests() === before) await new Promise((done) => setTimeout(done, 5));
    await stopWorker();
    await popup.getByRole('button', { name: 'Refreshing' }).waitFor({ state: 'detached' });
    await popup.getByText('checked just now').waitFor();
    slowest = Math.max(slowest, Date.now() - start);
    expect(await popup.getByRole('alert').count()).toBe(0);
    // The hanging request, then the log and its details.
    expect(requests() - before).toBeLessThanOrEqual(3);
  }
  report('R1', goal, `${rounds} of ${rounds} stops during a request, answered within ${(slowest / 1000).toFixed(1)} s`);
  expect(slowest).toBeLessThan(25_000);
  replica.override('dialnexa', undefined);
  await popup.close();
});

it('while settings are written: none is lost', limit, async () => {
  const rounds = count(10, 50);
  for (let round = 0; round < rounds; round++) {
    const label = `Round ${round}`;
    const form = page.getByRole('form', { name: 'Add connection' });
    await form.getByRole('combobox', { name: 'Provider' }).selectOption('dialnexa');
    await form.getByRole('textbox', { name: 'Label' }).fill(label);
    await form.getByRole('combobox', { name: 'Connect to' }).selectOption('gateway');
    await form.getByRole('textbox', { name: 'Token' }).fill(`key-${round}`);
    await form.getByRole('textbox', { name: 'Gateway address' }).fill(replica.of('dialnexa').baseUrl);
    await form.getByRole('button', { name: 'Save and test' }).click();
    await stopWorker();
    await page.getByRole('list', { name: 'Connections' }).getByText(label, { exact: true }).waitFor();
    const connections = await connectionsIn(page);
    const labels = connections.map((each) => each.label);
    expect(labels.filter((each) => each === label)).toEqual([label]);
    expect(labels).toContain('Demo dialnexa');
    await tell(page, 'removeConnection', { connection: connections.find((each) => each.label === label)?.id ?? '' });
  }
  report('R1', goal, `${rounds} of ${rounds} stops while settings are written`);
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
