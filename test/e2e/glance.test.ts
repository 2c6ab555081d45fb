import * as fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Call, Json } from '../../lib/call/call';
import { otherPartyOf } from '../../lib/call/otherParty';
import { providers } from '../../lib/providers';
import * as faults from '../harness/faults';
import { type Replica, startReplica } from '../harness/replica';
import { lookUp } from '../harness/steps';
import { type GeneratedReply, replies } from '../providers/replies';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { tell } from './helpers/tell';

/** What a call is opened for, and what answers it; `undefined` where the provider sent no answer. */
const questions: Record<string, (call: Call) => string | undefined> = {
  'did it connect': ({ status }) => (status?.kind === 'unknown' ? status.raw : status?.kind.replace('-', ' ')),
  'how did the customer feel': ({ sentiment }) => (sentiment?.kind === 'unknown' ? undefined : sentiment?.raw),
  why: ({ summary, sentimentReason }) => (summary ?? sentimentReason)?.slice(0, 40),
  'who spoke': ({ agent }) => agent?.name,
  'with whom': (call) => otherPartyOf(call),
  when: ({ startedAt }) => startedAt && (startedAt.iso ? clock(startedAt.iso) : startedAt.text),
  'how long': ({ duration }) => (duration ? lasted(Math.round(duration)) : undefined),
  'how did it end': ({ endReason }) => endReason && '.',
  'what was learned': ({ extracted }) => extracted.find(({ absent }) => !absent)?.name,
  'what was said': ({ transcripts }) => transcripts[0]?.turns[0]?.text.slice(0, 20),
};

const lasted = (seconds: number) =>
  [
    [Math.floor(seconds / 60), 'min'],
    [seconds % 60, 's'],
  ]
    .filter(([count]) => count !== 0)
    .map((part) => part.join(' '))
    .join(' ');

const clock = (iso: string) =>
  new Date(iso).toLocaleTimeString('en-US', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).replace(/ .*/, '');

/** So many generated calls of each provider. */
const each = 3;

/** The replica speaks DialNexa's older routes. */
const isServed = ({ id, raw }: GeneratedReply) => !id.startsWith('call_') || !Object.hasOwn(raw as object, 'call');

/** Calls of the vendors' own shapes, the same in every run. */
const generated = providers.flatMap(({ id: provider }, index) =>
  fc
    .sample(replies[provider]!.conforming.filter(isServed), { numRuns: each, seed: 20 + index })
    .map(({ id, raw }) => ({ provider, id, raw })),
);

/** The documented calls of every provider, two of the replica's own, and the generated ones. */
const calls: (readonly [provider: string, id: string])[] = [
  ...providers.flatMap(({ id, samples }) => samples.ids.map((call) => [id, call] as const)),
  ['dialnexa', 'call_p3h6tk0wsd9a'],
  ['highlevel', '673b4e1a9c0d2f5e8a7b6c01'],
  ...generated.map(({ provider, id }) => [provider, id] as const),
];

/** What each request for a call is answered with: some replies are of two requests. */
function answersOf(id: string, raw: Record<string, Json>): (readonly [address: string, body: Json])[] {
  const log = raw['log'] as { messageId?: string } | undefined;
  const second = raw['details'] as { id: string } | undefined;
  if (second)
    return [
      [second.id, second],
      [id, raw['log']!],
    ];
  if (log)
    return [[id, raw['log']!], ...(log.messageId && raw['message'] ? [[log.messageId, raw['message']] as const] : [])];
  // Others join what completed the call: its own reply is one member.
  return [[id, raw['call'] ?? raw['conversation'] ?? raw]];
}

function serveGenerated(): void {
  for (const { id: provider } of providers) {
    const serve = generated
      .filter((call) => call.provider === provider)
      .flatMap(({ id, raw }) => answersOf(id, raw as Record<string, Json>))
      .map(([address, body]) => faults.only(new RegExp(`/${address}\\b`), faults.reply(200, body)));
    replica.override(provider, async (request, response) => {
      for (const one of serve) if ((await one(request, response)) !== false) return;
      return false;
    });
  }
}

let replica: Replica;
let browser: TestBrowser;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  serveGenerated();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

/** The text inside the window and above what sticks to its lower edge, without white space. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
    const tools = document.querySelector('article > [role=group]')!;
    const bottom = tools.getBoundingClientRect().top;
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (tools.contains(node) || !node.parentElement?.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { width, bottom: end, right } = range.getBoundingClientRect();
      if (width > 2 && end <= bottom && right <= innerWidth) text += node.textContent;
    }
    return text.replaceAll(/\s/g, '').toLowerCase();
  });

it.each([
  ['popup', () => browser.popup()],
  ['panel', () => browser.panel()],
] as const)(
  'the %s answers on its first screen what a call is opened for',
  { timeout: 300_000 },
  async (where, open) => {
    const unanswered: string[] = [];
    let asked = 0;
    const page = await open();
    if (where === 'panel') await page.setViewportSize({ width: 360, height: 715 });
    for (const [provider, id] of calls) {
      await lookUp(page, id);
      const ref = { provider, connection: browser.connections[provider]!, id };
      const { call } = await tell(page, 'getCall', { ref, refresh: false, request: id });
      await expect.poll(async () => (await seen(page)).length).toBeGreaterThan(50);
      await page.waitForTimeout(600);
      const screen = await seen(page);
      for (const [question, answerOf] of Object.entries(questions)) {
        const answer = answerOf(call);
        if (!answer) continue;
        asked += 1;
        if (!screen.includes(answer.replaceAll(/\s/g, '').toLowerCase()))
          unanswered.push(`${provider} ${id}: ${question} (${answer})`);
      }
    }
    console.log(`${where}: ${asked - unanswered.length} of ${asked} questions answered`, unanswered);
    expect(unanswered.length / asked).toBeLessThanOrEqual(0.05);
    await page.close();
  },
);

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
