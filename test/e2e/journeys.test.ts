import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookUp } from '../harness/steps';
import { type Replica, startReplica } from '../harness/replica';
import type { Json } from '../../lib/call/call';
import { redact } from '../../lib/redaction/redact';
import { providerById } from '../../lib/providers';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { tell } from './helpers/tell';

let replica: Replica;
let browser: TestBrowser;
let popup: Page;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  popup = await browser.popup();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

const article = (page: Page, id: string) => page.getByRole('article', { name: `Call ${id}` });

describe('a text in the look-up box', () => {
  it.each([
    ['an ID', '50958', '50958'],
    ['an ID with spaces and quotes', '  “call_x9y3zp4mq7r1” ', 'call_x9y3zp4mq7r1'],
    ['a link', 'https://crm.example.com/calls/call_x9y3zp4mq7r1?tab=log', 'call_x9y3zp4mq7r1'],
    [
      'a sentence',
      'Please check call log 507f1f77bcf86cd799439011, the customer rang at 14:05.',
      '507f1f77bcf86cd799439011',
    ],
  ])('may be %s', async (_, text, id) => {
    await popup.reload();
    await popup.getByRole('searchbox', { name: 'Call ID' }).fill(text);
    await popup.keyboard.press('Enter');
    await article(popup, id).waitFor();
  });

  it('may be a column of IDs: a table that fills in, a row a call', async () => {
    await popup.reload();
    const ids = ['50958', 'call_x9y3zp4mq7r1', '507f1f77bcf86cd799439011', '999999999'];
    const box = popup.getByRole('searchbox', { name: 'Call ID' });
    await box.fill(['Call ID', ...ids].join('\n'));
    await popup.getByRole('button', { name: 'Look up' }).click();
    const table = popup.getByRole('table', { name: 'Results' });
    await popup.getByText('4 of 4').waitFor();
    expect(await table.locator('tbody tr').count()).toBe(4);
    expect(await table.getByRole('row', { name: /50958/ }).innerText()).toContain('Completed');
    expect(await table.getByRole('row', { name: /999999999/ }).innerText()).toContain(
      'OmniDimension has no call 999999999',
    );
    await table.getByRole('button', { name: 'call_x9y3zp4mq7r1' }).click();
    await article(popup, 'call_x9y3zp4mq7r1').waitFor();
    await popup.getByRole('button', { name: 'Back', exact: true }).click();
    await table.waitFor();
  });

  it('leaves a trace in the recent calls, which open again without a request', async () => {
    await popup.reload();
    const before = replica.requests.length;
    const recent = popup.getByRole('list', { name: 'Recent calls' });
    await recent.getByRole('button', { name: /^call_x9y3zp4mq7r1/ }).click();
    await article(popup, 'call_x9y3zp4mq7r1').waitFor();
    expect(replica.requests.length).toBe(before);
  });
});

/** Every leaf of a reply as text: numbers, words, true, false, null, and the empty {} and []. */
function leaves(value: Json): string[] {
  if (value === null || typeof value !== 'object') return [String(value)];
  const inside = Object.values(value);
  return inside.length === 0 ? [JSON.stringify(value)] : inside.flatMap(leaves);
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Opens everything that is folded. Returns all the text on screen. */
async function textOf(page: Page): Promise<string> {
  const closed = page.locator('details:not([open]) > summary:visible');
  while ((await closed.count()) > 0) await closed.first().click();
  return squeeze(await page.getByRole('article').innerText());
}

const documented: [string, string, string[]][] = [
  ['omnidimension', '50958', ['/calls/logs/50958']],
  ['dialnexa', 'call_x9y3zp4mq7r1', ['/v1/call-logs/call_x9y3zp4mq7r1', '/v1/call-logs/call_x9y3zp4mq7r1/details']],
  ['dialnexa', 'call_abc123', ['/v1/call-logs/call_abc123', '/v1/call-logs/call_abc123/details']],
  ['highlevel', '507f1f77bcf86cd799439011', ['/voice-ai/dashboard/call-logs/507f1f77bcf86cd799439011']],
  ...['bland', 'synthflow'].flatMap((provider) => {
    const { ids, documented: replies } = providerById(provider).samples;
    const pathsOf = (id: string) => Object.keys(replies).filter((path) => path.endsWith(id));
    return ids.map((id): [string, string, string[]] => [provider, id, pathsOf(id)]);
  }),
];

describe('every documented example', () => {
  it.each(documented)('of %s %s has every leaf on screen', async (provider, id, paths) => {
    const page = await browser.callPage({ provider, id });
    await article(page, id).getByText('All fields').click();
    await article(page, id).getByRole('table', { name: 'All fields' }).waitFor();
    const text = await textOf(page);
    for (const path of paths) {
      const reply = providerById(provider).samples.documented[path];
      expect(reply, path).toBeDefined();
      const missing = leaves(redact(reply as Json).value)
        .map(squeeze)
        .filter((leaf) => !text.includes(leaf));
      expect(missing).toEqual([]);
    }
    await page.close();
  });

  it('of DialNexa’s newer routes, too', async () => {
    const newer = await startReplica({ dialnexaGeneration: 'calls' });
    const page = await browser.options();
    await tell(page, 'clearAll', {});
    await browser.connect(newer);
    const call = await browser.callPage({ provider: 'dialnexa', id: 'call_abc123' });
    await article(call, 'call_abc123').waitFor();
    await article(call, 'call_abc123').getByText('All fields').click();
    await article(call, 'call_abc123').getByRole('table', { name: 'All fields' }).waitFor();
    const text = await textOf(call);
    const reply = providerById('dialnexa').samples.documented['/v1/calls/call_abc123'] as Json;
    expect(
      leaves(redact(reply).value)
        .map(squeeze)
        .filter((leaf) => !text.includes(leaf)),
    ).toEqual([]);
    expect(newer.requests.map(({ path }) => path.split('?')[0])).toContain('/v1/calls/call_abc123');
    const before = newer.requests.length;
    await lookUp(popup, 'call_z8d5gk7hn2bq');
    // The generation of routes is remembered: one request, none to the older routes.
    expect(newer.requests.slice(before).map(({ path }) => path)).toEqual(['/v1/calls/call_z8d5gk7hn2bq']);
    await tell(page, 'clearAll', {});
    await browser.connect(replica);
    await newer.close();
    await page.close();
    await call.close();
  });
});

describe('a secret in a call log', () => {
  it('is masked, and shown one at a time on request', async () => {
    const page = await browser.callPage({ provider: 'highlevel', id: '507f1f77bcf86cd799439011' });
    await article(page, '507f1f77bcf86cd799439011').waitFor();
    expect(await textOf(page)).not.toContain('token123');
    await page
      .getByRole('button', { name: /^Reveal .*authenticationValue/ })
      .first()
      .click();
    await page.getByText('token123').first().waitFor();
    await page.close();
  });
});

describe('the real side panel', () => {
  it('opens from the popup at its call, lists calls and shows one', async () => {
    await popup.reload();
    await lookUp(popup, '50958');
    const panel = await browser.openSidePanel(popup);
    await article(panel, '50958').waitFor();
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await panel
      .getByRole('list', { name: 'Recent calls' })
      .getByRole('button', { name: /^50958/ })
      .waitFor();
    await panel.getByRole('combobox', { name: 'Connection' }).selectOption({ label: 'Demo dialnexa' });
    await panel
      .getByRole('list', { name: 'Latest calls' })
      .getByRole('button', { name: /^call_/ })
      .first()
      .click();
    await panel.getByRole('article').waitFor();
  });
});

describe('HighLevel’s location', () => {
  it('is taken from the CRM page on screen where the connection has none', async () => {
    const page = await browser.options();
    await tell(page, 'clearAll', {});
    const { provider, key, baseUrl } = {
      provider: 'highlevel',
      key: replica.of('highlevel').key,
      baseUrl: replica.of('highlevel').baseUrl,
    };
    await tell(page, 'saveConnection', { id: 'agency', label: 'Agency', provider, key, baseUrl });
    const panel = await browser.openSidePanel(popup);
    const crm = await browser.context.newPage();
    await crm.route('**/v2/location/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Contact</h1>' }),
    );
    await crm.goto(
      `${replica.of('highlevel').baseUrl}/v2/location/${replica.of('highlevel').account['locationId']}/contacts/detail/abc`,
    );
    await crm.bringToFront();
    await lookUp(panel, '507f1f77bcf86cd799439011');
    await article(panel, '507f1f77bcf86cd799439011').getByRole('heading', { name: 'Details' }).click();
    expect(await article(panel, '507f1f77bcf86cd799439011').innerText()).toContain('Agency');
    await crm.close();
    await page.close();
  });
});

describe('sample calls', () => {
  it('need no account and make no request', async () => {
    const page = await browser.options();
    await tell(page, 'clearAll', {});
    await popup.reload();
    const before = replica.requests.length;
    await popup.getByRole('button', { name: 'Try with sample calls' }).click();
    await popup.getByRole('article', { name: 'Call 50958' }).waitFor();
    for (const id of ['50958', 'call_x9y3zp4mq7r1', '507f1f77bcf86cd799439011']) await lookUp(popup, id);
    expect(replica.requests.length).toBe(before);
    await page.close();
  });
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
