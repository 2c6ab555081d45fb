import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '../harness/findFirefox';
import { build } from '../harness/buildForE2e';
import { type Replica, startReplica } from '../harness/replica';
import { startSpeaker } from './helpers/speaker';

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

describe.skipIf(!executablePath)('Firefox', () => {
  let replica: Replica;
  let folder: string;
  let speaker: Awaited<ReturnType<typeof startSpeaker>>;
  let address: string;
  let browser: Browser;
  let page: Page;
  const tell = (name: string, payload: object = {}) => speaker.tell(name, payload);
  /** Addresses of the extension's own tabs. */
  const opened = async () => ((await tell('tabs')) as { ok: string[] }).ok.join(' ');

  beforeAll(async () => {
    speaker = await startSpeaker((path) => `<p>Call ID: <b>${id}</b></p>${path === '/roots' ? roots : ''}`);
    address = speaker.address;
    replica = await startReplica();

    await build(['-b', 'firefox', '--mode', 'e2e']);
    folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
    await cp('.output/firefox-mv3-e2e', folder, { recursive: true });
    await speaker.addTo(folder);

    browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    await browser.installExtension(folder);
  });
  afterAll(async () => {
    await browser?.close();
    await replica.close();
    speaker.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('opens the first steps', async () => {
    await expect.poll(opened).toContain('/welcome.html');
    // Only now: they take the screen, and calls are marked on a page that is on it.
    page = await browser.newPage();
    await page.goto(address);
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
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

  /** A page of the extension: the driver gives no address of one, and may look into it. */
  async function openOwn(path: string): Promise<Page> {
    expect(await tell('openTab', { url: path })).toEqual({ ok: true });
    const find = async () => {
      for (const each of await browser.pages()) if ((await placeOf(each)).endsWith(path)) return each;
      return undefined;
    };
    return vi.waitUntil(find, { timeout: 15_000 });
  }
  const placeOf = (each: Page) => each.evaluate(() => location.href).catch(() => '');
  const textOf = (each: Page) => each.evaluate(() => document.body.innerText).catch(() => '');

  it('looks a call up in the popup, and speaks the language that the user chose', async () => {
    const popup = await openOwn('/popup.html');
    await (await popup.waitForSelector('[role=searchbox]'))!.type(id);
    await popup.keyboard.press('Enter');
    await expect.poll(() => textOf(popup)).toContain('Completed');

    const options = await openOwn('/options.html');
    await options.waitForSelector('option[value=de]');
    await options.select('select:has(> option[value=de])', 'de');
    for (const each of [options, popup]) {
      await expect.poll(() => each.evaluate(() => document.documentElement.lang).catch(() => '')).toBe('de');
    }
    await popup.bringToFront();
    await expect.poll(() => textOf(popup)).toContain('Nachschlagen');
    expect(await tell('setLanguage', { language: null })).toEqual({ ok: null });
    await Promise.all([popup.close(), options.close()]);
    await page.bringToFront();
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
    await expect.poll(opened).toContain(`/call.html#/dialnexa/${id}`);
  });
});
