import * as fc from 'fast-check';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { MessageName } from '../../../lib/messages';
import { change } from '../../../lib/storage/item';
import { connectionsItem } from '../../../lib/storage/items';
import { answer } from '../../../lib/worker/answer';
import { contract } from '../../../lib/worker/schemas';
import { anyMessage } from '../anyMessage';
import { count } from '../count';
import { report } from '../report';

const site = 'https://crm.example.com';

const ours = () => ({ id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') });
const senders = {
  page: () => ({ id: browser.runtime.id, origin: site, tab: { id: 1, url: `${site}/contacts` }, frameId: 0 }),
  'page that claims our address': () => ({ id: browser.runtime.id, origin: site, url: `${ours().origin}/popup.html` }),
  'sandboxed frame': () => ({ id: browser.runtime.id, origin: 'null', tab: { id: 1 } }),
  'other extension': () => ({ id: 'another', origin: ours().origin }),
};

const fetched = vi.fn(async () => Promise.reject(new TypeError('No network in this test.')));
const uncaught: unknown[] = [];
const note = (reason: unknown) => uncaught.push(reason);
process.on('unhandledRejection', note);
afterAll(() => void process.off('unhandledRejection', note));

beforeEach(async () => {
  vi.stubGlobal('fetch', fetched);
  fetched.mockClear();
  await change(connectionsItem, () => [
    { id: 'c', provider: 'dialnexa', label: 'Mine', sample: false, keyEnd: '1234' },
  ]);
});

test('whatever is sent: no exception, and nothing privileged for a web page', { timeout: 1_800_000 }, async () => {
  const runs = count(4000, 100_000);
  let answered = 0;
  const send = async (message: unknown, sender: object) => {
    const envelope = await answer(message, sender as never);
    if (envelope) answered += 1;
    expect(envelope === undefined || 'ok' in envelope || 'failure' in envelope || 'waiting' in envelope).toBe(true);
    return envelope;
  };
  await fc.assert(
    fc.asyncProperty(anyMessage, fc.constantFrom(...Object.values(senders)), async (message, sender) => {
      const name = (message as { name?: MessageName } | undefined)?.name;
      for (const envelope of [await send(message, sender()), await send(message, sender())]) {
        const isOfPages = name && Object.hasOwn(contract, name) && contract[name].role === 'page';
        if (!isOfPages) expect(envelope).toBeUndefined();
        else expect(envelope === undefined || 'failure' in envelope || name === 'loadMarks').toBe(true);
      }
    }),
    { numRuns: runs / 2 },
  );
  const requests = fetched.mock.calls.length;
  // Our own pages may ask for anything; what they send is not believed either.
  await fc.assert(
    fc.asyncProperty(anyMessage, async (message) => void (await send(message, ours()))),
    { numRuns: runs / 4 },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
  report(
    'R2',
    'No message makes the worker throw, or do for a web page what only our pages may ask',
    `${runs * 1.25} messages, ${answered} answered, ${requests} requests for web pages, ${uncaught.length} uncaught`,
  );
  expect(requests).toBe(0);
  expect(uncaught).toEqual([]);
});
