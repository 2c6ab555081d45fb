import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../harness/findFirefox';
import { build } from '../harness/buildForE2e';
import { type Replica, startReplica } from '../harness/replica';
import type { Envelope } from '../../lib/messages';

const executablePath = findFirefox();
if (!executablePath) console.log('Skipped Firefox: it is not installed.');

const id = 'call_x9y3zp4mq7r1';
const web = 'http://127.0.0.1';
/** The same call inside an open and a closed shadow root. */
const roots = ['open', 'closed']
  .map(
    (mode) => `<x-${mode}></x-${mode}><script>
      document.querySelector('x-${mode}').attachShadow({ mode: '${mode}' }).innerHTML = '<p>Call ID: <b>${id}</b></p>';
    </script>`,
  )
  .join('');

/** A page of the extension that the tests can speak through: Firefox lets no driver navigate to one. It sends what the test's server hands out. */
const speaker = `
  const { ask, answer } = ADDRESSES;
  for (;;) {
    const message = await (await fetch(ask)).json();
    const own = () => browser.extension.getViews({ type: 'tab' }).map(({ location }) => location.href);
    const reply = message.name === 'tabs' ? { ok: own() } : await browser.runtime.sendMessage(message);
    await fetch(answer, { method: 'POST', body: JSON.stringify(reply ?? null) });
  }`;

describe.skipIf(!executablePath)('Firefox', () => {
  let replica: Replica;
  let folder: string;
  let server: Server;
  let address: string;
  let browser: Browser;
  let page: Page;
  const waiting: { message: unknown; answered(reply: Envelope | null): void }[] = [];
  const ready: ((message: unknown) => void)[] = [];

  /** Asks the worker as a page of the extension. */
  const tell = (name: string, payload: object = {}) =>
    new Promise<Envelope | null>((answered) => {
      const message = { name, payload };
      waiting.push({ message, answered });
      ready.shift()?.(message);
    });

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      response.setHeader('access-control-allow-origin', '*');
      if (request.url === '/ask') {
        const next = waiting[0]?.message ?? (await new Promise((resolve) => ready.push(resolve)));
        return response.end(JSON.stringify(next));
      }
      if (request.url === '/answer') {
        let body = '';
        for await (const part of request) body += String(part);
        waiting.shift()?.answered(JSON.parse(body) as Envelope | null);
        return response.end();
      }
      return response
        .setHeader('content-type', 'text/html')
        .end(`<p>Call ID: <b>${id}</b></p>${request.url === '/roots' ? roots : ''}`);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `${web}:${(server.address() as AddressInfo).port}`;
    replica = await startReplica();

    await build(['-b', 'firefox', '--mode', 'e2e']);
    folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
    await cp('.output/firefox-mv3-e2e', folder, { recursive: true });
    const addresses = JSON.stringify({ ask: `${address}/ask`, answer: `${address}/answer` });
    await writeFile(join(folder, 'speaker.js'), speaker.replace('ADDRESSES', addresses));
    await writeFile(join(folder, 'speaker.html'), '<script type="module" src="speaker.js"></script>');
    await writeFile(join(folder, 'start.js'), `browser.tabs.create({ url: '/speaker.html', active: false });`);
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
      background: { scripts: string[] };
    };
    manifest.background.scripts.push('start.js');
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));

    browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    await browser.installExtension(folder);
    page = await browser.newPage();
    await page.goto(address);
  });
  afterAll(async () => {
    await browser?.close();
    await replica.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('answers a page of the extension, and looks a call up', async () => {
    const connection = {
      id: 'c',
      provider: 'dialnexa',
      label: 'Demo',
      key: replica.of('dialnexa').key,
      baseUrl: replica.of('dialnexa').baseUrl,
    };
    expect(await tell('saveConnection', connection)).toMatchObject({
      ok: { id: 'c', keyEnd: replica.of('dialnexa').key.slice(-4) },
    });
    const found = await tell('lookUp', { id, request: 'r' });
    expect(found).toMatchObject({ ok: { found: { call: { ref: { id }, status: { kind: 'completed' } } } } });
  });

  const marks = () => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0));
  const pattern = `${web}/*`;

  it('reads a page while its site is enabled, and leaves no trace afterwards', async () => {
    expect(await marks()).toBe(0);
    expect(await tell('enableSite', { pattern })).toEqual({ ok: [{ pattern, rules: [] }] });
    await expect.poll(marks, { timeout: 15_000 }).toBe(1);
    await page.reload();
    await expect.poll(marks, { timeout: 15_000 }).toBe(1);
    await tell('disableSite', { pattern });
    await expect.poll(marks, { timeout: 5000 }).toBe(0);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  });

  it('marks a call inside shadow roots, by a rule that the root adopts', async () => {
    await tell('enableSite', { pattern });
    await page.goto(`${address}/roots`);
    await expect.poll(marks, { timeout: 15_000 }).toBe(3);
    const adopted = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('x-open,x-late')].map(({ shadowRoot }) => shadowRoot!.adoptedStyleSheets.length),
      );
    expect(await adopted()).toEqual([1]);
    await page.evaluate((call) => {
      const root = document.body.appendChild(document.createElement('x-late')).attachShadow({ mode: 'open' });
      root.innerHTML = `<p>Call ID: <b>${call}</b></p>`;
    }, id);
    await expect.poll(marks).toBe(4);
    expect(await adopted()).toEqual([1, 1]);
    await tell('disableSite', { pattern });
    await expect.poll(adopted, { timeout: 5000 }).toEqual([0, 0]);
  });

  it('shows a card, whose button opens the call in a page of its own', async () => {
    await tell('enableSite', { pattern });
    await page.goto(address);
    await expect.poll(marks, { timeout: 15_000 }).toBe(1);
    await page.hover('b');
    await page.waitForFunction(() => document.documentElement.lastElementChild?.localName === 'div');
    // It acts only once it has been on screen for a moment.
    await new Promise((done) => setTimeout(done, 400));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const opened = async () => (await tell('tabs')) as { ok: string[] };
    await expect.poll(async () => (await opened()).ok.join(' ')).toContain(`/call.html#/dialnexa/${id}`);
  });
});
