import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { tell } from '../e2e/helpers/tell';
import { buildForE2e } from '../harness/buildForE2e';
import { variedCalls, variedIds } from '../harness/calls/varied';
import { launchExtension } from '../harness/extension';
import { startReplica } from '../harness/replica';
import { connectByMessage } from '../harness/steps';

const calls = 500;
const turns = 100;
const rounds = 12;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Inside the page, where the function of `evaluate` runs. */
declare const chrome: {
  storage: {
    session: { get(key: null): Promise<Record<string, unknown>>; set(items: Record<string, unknown>): Promise<void> };
  };
};

/** Puts calls into the session as if they had been read: the stored ones in turn, each under another ID and with `turns` turns. */
const fillSession = (page: Page, ids: string[]) =>
  page.evaluate(
    async ([names, length]) => {
      const stored = await chrome.storage.session.get(null);
      const known = Object.entries(stored).filter(([key]) => key.startsWith('call:'));
      for (const [index, id] of names.entries()) {
        const isOmni = /^\d+$/.test(id);
        const fitting = known.filter(([key]) => key.includes('omnidimension') === isOmni);
        const [key, text] = fitting[Math.floor(index / 2) % fitting.length]!;
        const entry = JSON.parse(text as string);
        const [provider, connection] = JSON.parse(key.slice('call:'.length));
        const name = JSON.stringify([provider, connection, id]);
        const first = entry.call.transcripts[0].turns[0];
        entry.call.ref.id = id;
        entry.call.raw = {};
        entry.call.transcripts = [
          {
            kind: 'original',
            turns: Array.from({ length }, (_, turn) => ({
              speaker: turn % 2 ? 'agent' : 'customer',
              speakerRaw: '',
              text: `Turn ${turn}: the order ${index}, sent on Monday.`,
              latency: first.latency,
            })),
          },
        ];
        const json = JSON.stringify(entry);
        const head = { ...(stored[key.replace('call:', 'head:')] as object), ref: entry.call.ref, length: json.length };
        await chrome.storage.session.set({ [`call:${name}`]: json, [`head:${name}`]: head });
      }
      return Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('call:')).length;
    },
    [ids, turns] as const,
  );

/** Milliseconds from a press to the picture laid out, and to lay the same markup out without having counted anything. */
const drawings = (page: Page, times: number) =>
  page.evaluate(async (count) => {
    const summary = [...document.querySelectorAll<HTMLElement>('summary')].find((each) =>
      each.innerText.startsWith('Picture'),
    )!;
    const details = summary.closest('details')!;
    const settle = () => new Promise((resolve) => setTimeout(resolve, 100));
    const isDrawn = () => details.querySelectorAll('svg[role=toolbar]').length > 0;
    const until = (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!holds()) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document, { childList: true, subtree: true, attributes: true });
      });
    const ours: number[] = [];
    const plain: number[] = [];
    for (let round = 0; round < count; round++) {
      const before = performance.now();
      const drawn = until(isDrawn);
      summary.click();
      await drawn;
      details.getBoundingClientRect();
      ours.push(performance.now() - before);
      const copy = details.cloneNode(true);
      const place = document.body.appendChild(document.createElement('div'));
      const from = performance.now();
      place.append(copy);
      place.getBoundingClientRect();
      plain.push(performance.now() - from);
      place.remove();
      const gone = until(() => !isDrawn());
      summary.click();
      await gone;
      await settle();
    }
    return { ours, plain };
  }, times);

/** Milliseconds from Enter to the first call with the words. */
async function searches(page: Page, words: string[]): Promise<number[]> {
  const times: number[] = [];
  for (const each of words) {
    await page.getByRole('searchbox', { name: 'Call ID' }).fill(`said: ${each}`);
    times.push(
      await page.evaluate(async (text) => {
        const box = document.querySelector('[role=searchbox]')!;
        const before = performance.now();
        box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        const isShown = () => document.querySelector('main')?.innerText.includes(`“${text}”`);
        while (!isShown()) await new Promise((resolve) => requestAnimationFrame(resolve));
        return performance.now() - before;
      }, each),
    );
  }
  return times;
}

/** A picture of 500 calls, and a search for words in 500 calls of 100 turns: prints each number with its limit, and leaves them in `test/.results`. */
export async function picture(): Promise<void> {
  await buildForE2e();
  const replica = await startReplica();
  for (const [provider, answer] of Object.entries(variedCalls())) replica.override(provider, answer);
  const extension = await launchExtension();
  try {
    const options = await extension.options();
    const connections = await connectByMessage(options, replica);
    const ids = variedIds(calls);
    for (const id of ids.slice(0, 20)) {
      const provider = /^\d+$/.test(id) ? 'omnidimension' : 'dialnexa';
      const ref = { provider, connection: connections[provider] ?? '', id };
      await tell(options, 'getCall', { ref, refresh: true, request: id });
    }
    const kept = await fillSession(options, ids);
    const popup = await extension.popup();
    // What tsx calls around functions that have a name.
    await popup.evaluate('globalThis.__name = (work) => work');
    await popup.getByRole('searchbox', { name: 'Call ID' }).fill(ids.join('\n'));
    await popup.getByRole('button', { name: 'Look up' }).click();
    await popup.getByText(`${calls} of ${calls}`).waitFor({ timeout: 120_000 });
    await popup.getByText('Picture', { exact: true }).first().waitFor();
    await popup.waitForTimeout(2000);
    const { ours, plain } = await drawings(popup, rounds);
    const rare = await searches(popup, ['order 17,', 'order 123,', 'order 333,', 'order 404,', 'order 499,']);
    const common = await searches(popup, ['on monday', 'sent on', 'the order', 'turn 99', 'turn 1']);
    const results = [
      { what: `picture of ${calls} calls, ms from the press to laid out`, value: median(ours), limit: 50 },
      { what: 'the same / its markup laid out alone', value: median(ours) / median(plain) },
      { what: `words in one of ${kept} calls of ${turns} turns, ms from Enter`, value: median(rare), limit: 500 },
      { what: 'words in all of them, ms', value: median(common), limit: 1000 },
    ];
    console.table(results.map((each) => ({ ...each, value: Number(each.value.toFixed(2)) })));
    await mkdir('test/.results', { recursive: true });
    await writeFile('test/.results/picture.json', JSON.stringify({ results, ours, plain, rare, common }, null, 2));
  } finally {
    await extension.close();
    await replica.close();
  }
}
