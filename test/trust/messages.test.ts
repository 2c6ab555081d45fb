import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { tell } from '../e2e/helpers/tell';
import { type Replica, secrets, startReplica } from '../harness/replica';
import { anyMessage } from './anyMessage';
import { count } from './count';
import { report } from './report';

/** A content script that sends what the page hands to it, and leaves what it was told in the page. */
const courier = `addEventListener('send', async ({ detail }) => {
  const said = await Promise.all(JSON.parse(detail).map((each) => chrome.runtime.sendMessage(each).catch(() => null)));
  document.documentElement.dataset.said = JSON.stringify(said);
});`;

let replica: Replica;
let browser: TestBrowser;
let page: Page;
let folder: string;

beforeAll(async () => {
  replica = await startReplica();
  folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
  await cp('.output/chrome-mv3-e2e', folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as object;
  const content_scripts = [{ matches: ['http://127.0.0.1/*'], js: ['courier.js'] }];
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, content_scripts }));
  await writeFile(join(folder, 'courier.js'), courier);
  browser = await openBrowser({ replica, extension: folder });
  page = await browser.context.newPage();
  await page.goto(replica.of('dialnexa').baseUrl);
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a content script is told when it sends these. */
const sendAll = (messages: unknown[]) =>
  page.evaluate(async (detail) => {
    const { dataset } = document.documentElement;
    delete dataset['said'];
    dispatchEvent(new CustomEvent('send', { detail }));
    while (!dataset['said']) await new Promise((done) => setTimeout(done, 5));
    return dataset['said'];
  }, JSON.stringify(messages));

it(
  'a content script gets no key and no call by any message, and the worker lives on',
  { timeout: 900_000 },
  async () => {
    const wanted = count(600, 10_000);
    replica.requests.length = 0;
    let sent = 0;
    let told = 0;
    for (; sent < wanted; sent += 200) {
      const batch = fc
        .sample(anyMessage, 200)
        .map((message) => JSON.parse(JSON.stringify(message) ?? 'null') as unknown);
      const said = await sendAll(batch);
      for (const key of secrets) expect(said).not.toContain(key.slice(-8));
      const replies = JSON.parse(said) as ({ ok?: unknown } | null)[];
      told += replies.filter((reply) => reply && 'ok' in reply).length;
    }
    const control = await browser.options();
    const answer = await tell(control, 'lookUp', { id: '50958', request: 'alive' });
    // The browser itself asks for the page's icon.
    const ours = replica.requests.filter(({ headers }) => 'authorization' in headers);
    const forPage = ours.filter(({ path }) => !path.includes('50958')).length;
    report(
      'R2',
      'A content script of a site that is not enabled learns nothing by any message in a real browser',
      `${sent} messages, ${told} answered with something, ${forPage} requests; the worker lives`,
    );
    expect(answer).toHaveProperty('found');
    expect([told, forPage]).toEqual([0, 0]);
  },
);

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
