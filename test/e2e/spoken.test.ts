import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startCrm } from '../harness/crm';
import { type Replica, startReplica } from '../harness/replica';
import { enableSite } from '../harness/steps';
import { sayIn } from '../harness/texts';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { cardButton } from './helpers/cardButton';
import { omnidimension } from '../../lib/providers/omnidimension';
import type { Provider } from '../../lib/providers/provider';
import { retell } from '../../lib/providers/retell';
import { stopWorkerOf } from './helpers/stopWorker';

let replica: Replica;
let browser: TestBrowser | undefined;

beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

type Say = ReturnType<typeof sayIn>;

/** A call of Retell's, which has words of its own. */
const call = { id: 'call_5a82f0a43ea0977566b1104fcfc' };
/** Stands on the demo CRM's page. */
const onPage = '3517893';

/** Adds a connection by the form, as the user does who reads it in this language. */
async function connect(options: Page, say: Say, { id, name }: Pick<Provider, 'id' | 'name'>) {
  const form = options.getByRole('form', { name: say('settings.add') });
  const { key, baseUrl } = replica.of(id);
  await form.getByRole('combobox', { name: say('settings.provider') }).selectOption(id);
  await form.getByRole('textbox', { name: say('settings.label'), exact: true }).fill(name);
  await form.getByRole('combobox', { name: say('gateway.way') }).selectOption('gateway');
  await form.getByRole('textbox', { name: say('gateway.address') }).fill(baseUrl);
  await form.getByRole('textbox', { name: say('gateway.token') }).fill(key);
  await form.getByRole('button', { name: say('settings.save') }).click();
  await options.getByText(say('gateway.works', { provider: name })).waitFor();
}

/** Looks the call up in the popup. Returns what its details say, by our words. */
async function lookUpIn(popup: Page, say: Say): Promise<Record<string, string>> {
  await popup.getByRole('searchbox', { name: say('lookup.box') }).fill(call.id);
  await popup.getByRole('button', { name: say('lookup.submit'), exact: true }).click();
  const article = popup.getByRole('article', { name: say('call.title', { id: call.id }) });
  await article.waitFor();
  await article
    .locator('summary', { hasText: say('call.details') })
    .first()
    .click();
  return Object.fromEntries(
    await article
      .locator('dl dt')
      .evaluateAll((terms) => terms.map((term) => [term.textContent, term.nextElementSibling?.textContent ?? ''])),
  );
}

/** Counts the files of texts that pages of the browser fetch from here on. */
function textFiles({ context }: TestBrowser): () => number {
  let count = 0;
  context.on('request', (request) => {
    if (request.url().includes('/_locales/') && !request.serviceWorker()) count++;
  });
  return () => count;
}

describe('a browser in German', () => {
  it('shows everything in German, with German numbers and times, and fetches no texts', async () => {
    browser = await openBrowser({ language: 'de' });
    const fetched = textFiles(browser);
    const say = sayIn('de');
    const options = await browser.options();
    await connect(options, say, retell);
    const popup = await browser.popup();
    const terms = await lookUpIn(popup, say);
    expect(terms[say('call.term.status')]).toContain('Abgeschlossen');
    await popup.getByText('Der Sprachagent beendete den Anruf.').first().waitFor();
    expect(terms[say('call.term.duration')]).toMatch(/\d+ Min\.|\d+ Sek\./);
    expect(terms[say('call.term.started')]).toMatch(/\d{1,2}\. \p{L}+\.?( \d{4})?/u);
    const page = await popup.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    expect(page).toEqual(['de', 'ltr']);
    expect(fetched()).toBe(0);
    expect(browser.problems).toEqual([]);
  });
});

describe('a browser in English', () => {
  it('shows everything in Arabic when that is chosen, marks’ cards too, also after the worker slept', async () => {
    const site = await startCrm();
    browser = await openBrowser();
    const [english, say] = [sayIn('en'), sayIn('ar')];
    const options = await browser.options();
    await enableSite(options, site.url);
    await options.getByRole('combobox', { name: english('language.label') }).selectOption({ label: 'العربية' });
    await options.locator('html[lang=ar][dir=rtl]').waitFor({ state: 'attached' });
    await connect(options, say, retell);
    await connect(options, say, omnidimension);

    const fetched = textFiles(browser);
    const popup = await browser.popup();
    const terms = await lookUpIn(popup, say);
    expect(terms[say('call.term.status')]).toContain('مكتملة');
    await popup.getByText('أنهى الوكيل الصوتي المكالمة.').first().waitFor();
    expect(terms[say('call.term.duration')]).toMatch(/د|ث/);
    expect(fetched()).toBe(1);

    await stopWorkerOf(browser, options);
    const crm = await browser.context.newPage();
    await crm.goto(site.url);
    const cdp = await crm.context().newCDPSession(crm);
    await expect
      .poll(
        async () => {
          await crm.mouse.move(0, 0);
          await crm.getByText(onPage, { exact: true }).last().hover();
          return cardButton(cdp, say('card.open'));
        },
        { timeout: 20_000, interval: 1_500 },
      )
      .toBeDefined();
    expect(await crm.evaluate(() => document.documentElement.dir)).not.toBe('rtl');

    await options.getByRole('combobox', { name: say('language.label') }).selectOption({ value: '' });
    await options.getByRole('heading', { name: english('settings.add') }).waitFor();
    await expect
      .poll(
        async () => {
          await crm.mouse.move(0, 0);
          await crm.getByText(onPage, { exact: true }).last().hover();
          return cardButton(cdp);
        },
        { timeout: 20_000, interval: 1_500 },
      )
      .toBeDefined();
    expect(browser.problems).toEqual([]);
    await site.close();
  });
});
