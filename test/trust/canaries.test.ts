import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../lib/call/call';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { marksOn } from '../e2e/helpers/marksOn';
import { serveSite } from '../e2e/helpers/site';
import { send, tell } from '../e2e/helpers/tell';
import { secretKinds } from '../fixtures/secretKinds';
import { providerIds, type Replica, startReplica } from '../harness/replica';
import type { Row } from '../harness/replica/vendor';
import { anyCall, anyId } from './anyCall';
import { report } from './report';

/** Where a secret may stand, by depth below the reply. */
const places: ((text: string, n: number) => Json)[] = [
  (text) => text,
  (text) => ({ note: text }),
  (text, n) => ({ [`${text} ${n}`]: 'a name' }),
  (text) => ({ payload: JSON.stringify({ said: { in: [text] } }) }),
  (text) => [[{ sent: [`POST /in\nHost: x.example\n${text}\n`] }]],
  (text) => ({ a: { b: { c: { sent: `https://x.example/in?data=${encodeURIComponent(text)}` } } } }),
  (text) => [[[[[[{ body: Buffer.from(text).toString('base64') }]]]]]],
  (text) => ({ a: [{ b: [{ c: [{ d: [{ e: text }] }] }] }] }),
];
const planted = secretKinds.flatMap((kind, n) =>
  [0, 4].map((step) => ({ kind, place: places[(n + step) % places.length]!, n })),
);

/** What shows a secret, by its kind: itself, URL-encoded, or the middle of its base64, which is masked as a whole. */
const shows = secretKinds.map(({ name, text, hide }) => ({
  name,
  forms: [...hide, ...hide.map(encodeURIComponent), Buffer.from(text).toString('base64').slice(4, -4)],
}));

const fields = Object.fromEntries(planted.map(({ kind, place, n }, index) => [`field ${index}`, place(kind.text, n)]));

/** The same with every secret beside the members of each object, so deep: what an agent wrote down stands there at some vendor. */
function within(row: Row, depth: number): Row {
  const members = Object.entries(row).map(([name, value]) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [name, isObject && depth > 0 ? within(value, depth - 1) : value] as const;
  });
  return { ...Object.fromEntries(members), ...fields };
}

/** The reply with every secret planted in what the agent wrote down, in what was sent and beside it. */
const plant = (row: Row): Row => {
  const summary = planted
    .slice(0, 3)
    .map(({ kind }) => kind.text)
    .join('\n');
  return {
    ...within(row, 2),
    ...('call_summary' in row && { call_summary: summary }),
    ...('summary' in row && { summary }),
    extracted_variables: fields,
    extractedData: fields,
    planted_beside: fields,
  };
};

let replica: Replica;
let browser: TestBrowser;
let control: Page;
let site: Awaited<ReturnType<typeof serveSite>>;
const said: string[] = [];

beforeAll(async () => {
  site = await serveSite(
    () =>
      `<title>CRM</title>${Object.values(anyId)
        .map((id) => `<p>Call ID: <b>${id(1)}</b></p>`)
        .join('')}`,
  );
  replica = await startReplica();
  browser = await openBrowser({ replica });
  for (const [provider, answer] of Object.entries(anyCall(plant))) replica.override(provider, answer);
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  browser.context.on('console', (message) => said.push(message.text()));
  browser.context.on('weberror', (error) => said.push(error.error().stack ?? ''));
  control = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  site.close();
});

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: { storage: Record<'local' | 'session', { get(): Promise<object> }> };

/** Everything written to storage and databases, bytes as Latin-1 text. */
const stored = () =>
  control.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error as Error));
      });
    const bytes = (_: string, value: unknown): unknown =>
      ArrayBuffer.isView(value) || value instanceof ArrayBuffer
        ? new TextDecoder('latin1').decode(value as ArrayBuffer)
        : value;
    let text = JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]);
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames)
        text += JSON.stringify(await settled(database.transaction(store).objectStore(store).getAll()), bytes);
      database.close();
    }
    return text;
  });

/** Everything a page holds: its document, its title and address, what its fields hold, and what assistive technology is told. */
async function everythingIn(page: Page): Promise<string> {
  const cdp = await browser.context.newCDPSession(page);
  const tree = JSON.stringify(await cdp.send('Accessibility.getFullAXTree'));
  await cdp.detach();
  return (await page.content()) + (await page.title()) + page.url() + tree;
}

const seen: string[] = [];

/** Writes down what a surface shows of the secrets. */
function look(surface: string, text: string): void {
  const plain = text + text.replaceAll(String.raw`\"`, '"');
  for (const { name, forms } of shows) if (forms.some((form) => plain.includes(form))) seen.push(`${surface}: ${name}`);
}

describe('is on no surface', { timeout: 180_000 }, () => {
  it.each(providerIds)('of a call of %s: messages, page, clipboard, files', async (provider) => {
    const id = anyId[provider]!(1);
    look('message', JSON.stringify(await send(control, { name: 'lookUp', payload: { id, request: 'a' } })));
    const ref = { provider, connection: browser.connections[provider], id };
    look(
      'message',
      JSON.stringify(await send(control, { name: 'getCall', payload: { ref, refresh: true, request: 'b' } })),
    );
    const page = await browser.callPage({ provider, id });
    const call = page.getByRole('article', { name: `Call ${id}` });
    await call.waitFor();
    look('page', await everythingIn(page));
    for (const closed of await call.locator('details:not([open]) > summary, [aria-expanded=false]').all())
      await closed.click({ timeout: 2000 }).catch(() => {});
    look('page', await everythingIn(page));
    await page.bringToFront();
    await page.getByRole('button', { name: 'Copy note' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    look('clipboard', await page.evaluate(() => navigator.clipboard.readText()));
    for (const label of ['Markdown', 'JSON (masked)']) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: label, exact: true }).click();
      look(label, await readFile(await (await download).path(), 'utf8'));
    }
    await page.close();
    expect(seen).toEqual([]);
  });

  it('afterwards: cards, storage, console', async () => {
    await tell(control, 'enableSite', { pattern: 'http://127.0.0.1/*' });
    const crm = await browser.context.newPage();
    await crm.goto(site.address);
    await expect.poll(() => marksOn(crm), { timeout: 10_000 }).toBe(providerIds.length);
    await crm.hover('b');
    await crm.waitForTimeout(800);
    look('card', await everythingIn(crm));
    look('storage', await stored());
    look('console', said.join('\n'));
    report(
      'R10',
      'No secret of a reply is in a message, a page, storage, the clipboard, a file, the console or a card',
      `${planted.length} secrets of ${secretKinds.length} kinds in ${providerIds.length} replies: ${seen.length} seen`,
    );
    expect(seen).toEqual([]);
  });
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
