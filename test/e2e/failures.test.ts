import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectByMessage, lookUp } from '../harness/steps';
import * as faults from '../harness/faults';
import { type Fault, type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { tell } from './helpers/tell';

let replica: Replica;
let browser: TestBrowser;
let control: Page;
let popup: Page;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser();
  control = await browser.options();
  popup = await browser.popup();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});
beforeEach(async () => {
  for (const provider of ['omnidimension', 'dialnexa', 'highlevel'] as const) replica.override(provider, undefined);
  await tell(control, 'clearAll', {});
  await connectByMessage(control, replica);
  await popup.context().setOffline(false);
  await popup.reload();
});

type Vendor = keyof typeof ids;
const ids = {
  omnidimension: '50958',
  dialnexa: 'call_x9y3zp4mq7r1',
  highlevel: '507f1f77bcf86cd799439011',
};

/** Submits a text in the popup. Returns the sentence of the alert, with its button's name. */
async function sentence(text: string): Promise<string> {
  const box = popup.getByRole('searchbox', { name: 'Call ID' });
  await box.fill(text);
  await popup.getByRole('button', { name: 'Look up' }).click();
  const alert = popup.getByRole('alert');
  await alert.waitFor({ timeout: 30_000 });
  // Nothing else on screen is lost: what was typed, and the way to go on.
  expect((await box.innerText()).trim()).toBe(text.trim());
  await popup.getByRole('button', { name: 'Look up' }).waitFor();
  const button = (await alert.getByRole('button').allInnerTexts()).join(', ');
  return `${(await alert.innerText()).replace(/\s+/g, ' ').replace(button, '').trim()} [${button}]`;
}

describe('a text with nothing to look up', () => {
  it.each([
    ['', 'There is nothing to look up yet: type or paste a call ID. [Edit]'],
    ['  \n ', 'There is nothing to look up yet: type or paste a call ID. [Edit]'],
    [
      'please call me back',
      'No call ID was found in this text: paste an ID, a link to a call, or text with an ID in it. [Edit]',
    ],
    [
      'https://crm.example.com/contacts?tab=all',
      'No call ID was found in this text: paste an ID, a link to a call, or text with an ID in it. [Edit]',
    ],
  ])('%j', async (text, expected) => expect(await sentence(text)).toBe(expected));
});

it('a call nobody can be asked for', async () => {
  await tell(control, 'clearAll', {});
  expect(await sentence('call_x9y3zp4mq7r1')).toBe(
    'No account of DialNexa is connected, so nobody can look up call call_x9y3zp4mq7r1: add one in settings. [Open settings]',
  );
});

describe('a call nobody knows', () => {
  it.each<[string, string]>([
    [
      '999999999',
      'OmniDimension has no call 999999999 in “Demo omnidimension”: check the ID, or look it up in another connection. [Edit]',
    ],
    [
      'call_doesnotexist',
      'DialNexa has no call call_doesnotexist in “Demo dialnexa”: check the ID, or look it up in another connection. [Edit]',
    ],
    [
      'ffffffffffffffffffffffff',
      'HighLevel Voice AI has no call ffffffffffffffffffffffff in “Demo highlevel”: check the ID, or look it up in another connection. [Edit]',
    ],
  ])('%s', async (id, expected) => expect(await sentence(id)).toBe(expected));

  it('names everyone who was asked', async () => {
    await connectByMessage(control, replica);
    expect(await sentence('call_doesnotexist')).toBe(
      'No connection knows call call_doesnotexist. Asked were “Demo dialnexa” (DialNexa), “Demo dialnexa” (DialNexa). Check the ID, or add the connection it belongs to. [Edit]',
    );
  });
});

const everyone = (fault: (provider: Vendor) => Fault) =>
  (Object.keys(ids) as Vendor[]).map((provider): [Vendor, Fault] => [provider, fault(provider)]);
const names: Record<Vendor, string> = {
  omnidimension: 'OmniDimension',
  dialnexa: 'DialNexa',
  highlevel: 'HighLevel Voice AI',
};

/** Every case: what happens, at whom, and the beginning of the sentence with {name} and {label} for the provider and its connection. */
const cases: [string, [Vendor, Fault][], string, string][] = [
  [
    'a wrong key',
    everyone(faults.wrongKey),
    '{name} did not accept the key of {label}: check or replace it in settings.',
    'Open settings',
  ],
  ['a key without the scope', [['highlevel', faults.missingScope]], 'The key of {label} lacks', 'Open settings'],
  ['no access', everyone(faults.noAccess), 'The key of {label} may not read', 'Open settings'],
  [
    'an unpaid account',
    everyone(faults.paymentRequired),
    '{name} wants the account behind {label} to be paid up first',
    'Try again',
  ],
  ['a request that is refused', [['highlevel', faults.unprocessable]], '{name} refused the request for', 'Edit'],
  // One that is told to wait does so: see test/trust/limits.test.ts.
  [
    'too many requests, again and again',
    everyone((provider) => faults.rateLimited(provider, '0')),
    '{name} answers no more requests from {label} for now: try again in',
    'Try again',
  ],
  [
    'trouble at the provider',
    everyone(faults.serverError),
    '{name} has trouble on its side (HTTP 500): try again in a minute.',
    'Try again',
  ],
  [
    'a failure inside a 200',
    [['omnidimension', faults.failureInside200]],
    '{name} answered with an error instead of',
    'Try again',
  ],
  [
    'a reply cut off half-way',
    everyone(() => faults.cutOff),
    'The answer of {name} broke off halfway: try again.',
    'Try again',
  ],
  [
    'a web page instead of JSON',
    everyone(() => faults.htmlWith200),
    'What {host} sent is a web page instead of call data',
    'Open settings',
  ],
  ['invalid JSON', everyone(() => faults.invalidJson), 'What {host} sent is not call data', 'Open settings'],
  ['60 MB of JSON', everyone(() => faults.huge(false)), 'The answer of {name} for', 'Try again'],
  ['JSON nested 10,000 deep', everyone(() => faults.deeplyNested), 'The answer of {name} for', 'Try again'],
  ['an empty body', everyone(() => faults.emptyBody), '{name} sent an empty answer', 'Try again'],
  [
    'a closed connection',
    everyone(() => faults.reset),
    'The connection to {host} failed: check the network and the address of {label}',
    'Try again',
  ],
];

describe.each(cases)('%s', (_, who, begins, button) => {
  it.each(who)('%s', async (provider, fault) => {
    replica.override(provider, fault);
    const text = await sentence(ids[provider]);
    const expected = begins
      .replace('{name}', names[provider])
      .replace('{label}', `“Demo ${provider}”`)
      .replace('{host}', new URL(replica.of(provider).baseUrl).host);
    expect(text.slice(0, expected.length)).toBe(expected);
    expect(text).toContain(`[${button}]`);
    expect(text).not.toContain(replica.of(provider).key);
  });
});

it('a location that is missing', async () => {
  await tell(control, 'clearAll', {});
  await tell(control, 'saveConnection', {
    id: 'c',
    provider: 'highlevel',
    label: 'No location',
    key: replica.of('highlevel').key,
    baseUrl: replica.of('highlevel').baseUrl,
  });
  expect(await sentence(ids.highlevel)).toBe(
    'HighLevel Voice AI needs a location ID, and “No location” has none: enter it in settings. [Open settings]',
  );
});

it('a key that is missing', async () => {
  await tell(control, 'clearAll', {});
  await tell(control, 'saveConnection', {
    id: 'c',
    provider: 'dialnexa',
    label: 'Empty',
    baseUrl: replica.of('dialnexa').baseUrl,
  });
  expect(await sentence(ids.dialnexa)).toBe('“Empty” has no API key yet: enter it in settings. [Open settings]');
});

it('a host the browser does not let us reach yet', async () => {
  await tell(control, 'clearAll', {});
  await tell(control, 'saveConnection', {
    id: 'c',
    provider: 'dialnexa',
    label: 'Gateway',
    key: 'abc:def',
    baseUrl: 'https://gateway.example.com',
  });
  expect(await sentence(ids.dialnexa)).toBe(
    'The browser does not let this extension reach gateway.example.com yet: allow it once. [Allow access]',
  );
});

it('a name that is not found', async () => {
  await tell(control, 'clearAll', {});
  await tell(control, 'saveConnection', { id: 'c', provider: 'dialnexa', label: 'Vendor', key: 'abc:def' });
  expect(await sentence(ids.dialnexa)).toMatch(
    /^The connection to api\.dialnexa\.com failed: check the network and the address of “Vendor”, then try again\. \[Try again\]$/,
  );
});

it('a computer that is offline', async () => {
  const session = await browser.context.newCDPSession(control);
  await session.detach();
  await browser.worker.evaluate(() => Object.defineProperty(navigator, 'onLine', { value: false, configurable: true }));
  replica.override('dialnexa', faults.reset);
  try {
    expect(await sentence(ids.dialnexa)).toBe(
      'This computer is offline: connect it to the network, then try again. [Try again]',
    );
  } finally {
    await browser.worker.evaluate(() => Reflect.deleteProperty(navigator, 'onLine'));
  }
});

it('a provider that never answers', { timeout: 60_000 }, async () => {
  replica.override('dialnexa', faults.hang);
  await popup.getByRole('searchbox', { name: 'Call ID' }).fill(ids.dialnexa);
  await popup.getByRole('button', { name: 'Look up' }).click();
  await popup.getByText('Still waiting for the connected accounts').waitFor();
  await popup.getByRole('alert').waitFor({ timeout: 30_000 });
  expect(await popup.getByRole('alert').innerText()).toContain('DialNexa did not answer in time: try again.');
});

it('keys named __proto__ are data, and a reply about another call is not shown', async () => {
  replica.override('omnidimension', faults.prototypeKeys);
  await lookUp(popup, ids.omnidimension);
  expect(await popup.evaluate(() => ({}) as Record<string, unknown>)).toEqual({});
  await popup.reload();
  replica.override('omnidimension', faults.reply(200, { call_log_data: [{ id: 1 }], total_records: 1 }));
  expect(await sentence('50959')).toContain('OmniDimension sent another call than call 50959');
});

it('the step after a failure works: try again, and settings', async () => {
  replica.override('dialnexa', faults.serverError('dialnexa'));
  await sentence(ids.dialnexa);
  replica.override('dialnexa', undefined);
  await popup.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await popup.getByRole('article', { name: `Call ${ids.dialnexa}` }).waitFor();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
