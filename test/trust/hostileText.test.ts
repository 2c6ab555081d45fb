import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Json } from '../../lib/call/call';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { providerIds, type Replica, startReplica } from '../harness/replica';
import type { Row } from '../harness/replica/vendor';
import { anyCall, anyId } from './anyCall';
import { count } from './count';
import { report } from './report';

const host = 'planted.example';
/** What a page shows of a text that became markup, and does of one that became script. */
const run = `globalThis.planted=1`;
const markup = [
  (n: number) => `<img class="planted" src="https://${host}/${n}" onerror="${run}">`,
  (n: number) => `<script class="planted">${run};${n}</script>`,
  (n: number) => `<svg class="planted" onload="${run}"><a xlink:href="javascript:${run}">${n}</a></svg>`,
  (n: number) => `"><iframe class="planted" srcdoc="<script>parent.${run}</script>">${n}`,
  (n: number) => `'><b class="planted" onmouseover='${run}' style="position:fixed;inset:0">${n}</b>`,
  (n: number) => `<style class="planted">*{background:url(https://${host}/${n})!important}</style>`,
  (n: number) => `<link class="planted" rel="stylesheet" href="https://${host}/${n}.css">`,
  (n: number) => `<base class="planted" href="https://${host}/${n}/">`,
  (n: number) => `<meta class="planted" http-equiv="refresh" content="0;url=https://${host}/${n}">`,
  (n: number) => `<form class="planted" action="https://${host}/${n}"><input autofocus onfocus="${run}"></form>`,
  (n: number) => `<math class="planted"><mtext><table><mglyph><style><img src onerror="${run}">${n}`,
  (n: number) => `<br/>user: <a class="planted" href="javascript:${run}">${n}</a><br/>`,
  (n: number) => `&lt;img class=planted onerror=${run} src=${n}&gt;`,
  (n: number) => `\u003Cimg class="planted" src=x onerror="${run}">${n}`,
  (n: number) => `{{constructor.constructor('${run}')()}} \${${run}} ${n}`,
  (n: number) => `=HYPERLINK("https://${host}/${n}","click")`,
  (n: number) => `\u202Egnp.exe\u2066 ${n} \u0000\uFFFE`,
  (n: number) => `[x](javascript:${run}) ![x](https://${host}/${n}.png)`,
  (n: number) => `{"__proto__":{"planted":${n}},"constructor":{"prototype":{"planted":1}}}`,
  (n: number) => `<template class="planted" shadowrootmode="open"><script>${run}</script>${n}</template>`,
];
const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  ' javascript:',
  'java\tscript:',
  'data:text/html,',
  'data:audio/wav;base64,',
  'vbscript:',
  'file:///',
  'blob:',
  'filesystem:',
  'about:',
  'chrome://',
  'ftp://',
  'http://',
  '//',
  'view-source:',
  'ws://',
  'mailto:',
  'tel:',
  'intent://',
];
const addresses = [
  (n: number) => `${run}//${n}`,
  (n: number) => `${host}/${n}`,
  (n: number) => `user:pass@${host}/${n}`,
  (n: number) => `//${host}/${n}?x=<script>${run}</script>`,
  (n: number) => `%0a${run}#${n}`,
];
const texts = Array.from({ length: 500 }, (_, n) => markup[n % markup.length]!(n));
const urls = schemes.flatMap((scheme, n) => addresses.map((address) => scheme + address(n)));

/** The reply with every text in it replaced, in turn; fields of addresses by addresses. */
function plant(row: Row, start: number): { row: Row; planted: number } {
  let next = start;
  const replaced = (value: Json, name = ''): Json => {
    if (typeof value === 'string') {
      const from = /url|link|uri/i.test(name) ? urls : texts;
      return from[next++ % from.length]!;
    }
    if (Array.isArray(value)) return value.map((each) => replaced(each, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, key)]));
  };
  const hostile = { ...(replaced(row) as Row), [texts[next++ % texts.length]!]: texts[next++ % texts.length]! };
  return { row: hostile, planted: next - start };
}

/** Those whose replies hold the whole address of the recording. None of the addresses above is one to open. */
const linking = new Set(['dialnexa', 'retell']);

let replica: Replica;
let browser: TestBrowser;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

/** What the page made of it: elements of the texts, script that ran, links that lead to no web page. */
const made = (page: Page) =>
  page.evaluate(() => ({
    elements: document.querySelectorAll('.planted, iframe, base, meta[http-equiv=refresh]').length,
    ran: 'planted' in globalThis || 'planted' in {},
    links: [...document.querySelectorAll('a[href]')]
      .map((link) => (link as HTMLAnchorElement).protocol)
      .filter((protocol) => !['https:', 'chrome-extension:', 'blob:', 'tel:', 'mailto:'].includes(protocol)),
  }));

it('is text wherever it is shown, and no address leads astray', { timeout: count(10, 60) * 60_000 }, async () => {
  const foreign: string[] = [];
  browser.context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') foreign.push(request.url());
  });
  const rounds = count(2, 20);
  let shown = 0;
  let views = 0;
  for (let round = 0; round < rounds; round++) {
    for (const provider of providerIds) {
      const answer = anyCall((row) => {
        const { row: hostile, planted } = plant(row, shown);
        shown += planted;
        return hostile;
      });
      replica.override(provider, answer[provider]);
      const id = anyId[provider]!(round);
      const page = await browser.callPage({ provider, id });
      const call = page.getByRole('article', { name: `Call ${id}` });
      await call.waitFor();
      for (const closed of await call.locator('details:not([open]) > summary, [aria-expanded=false]').all())
        await closed.click({ timeout: 2000 }).catch(() => {});
      expect(await made(page), `${provider} ${round}`).toEqual({ elements: 0, ran: false, links: [] });
      if (linking.has(provider)) expect(await call.getByRole('button', { name: 'Open recording' }).count()).toBe(0);
      await page.emulateMedia({ media: 'print' });
      expect(await made(page)).toEqual({ elements: 0, ran: false, links: [] });
      await page.close();
      const popup = await browser.popup();
      await popup.getByRole('list', { name: 'Recent calls' }).getByRole('button').first().waitFor();
      expect(await made(popup)).toEqual({ elements: 0, ran: false, links: [] });
      await popup.close();
      views += 3;
    }
  }
  report(
    'R11',
    'No text or address of a reply becomes markup, script, a link astray or a request elsewhere',
    `${shown} texts and addresses in ${views} views, 0 of them ran, ${foreign.length} requests elsewhere`,
  );
  expect(shown).toBeGreaterThan(texts.length / 4);
  expect(foreign).toEqual([]);
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
