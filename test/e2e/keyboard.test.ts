import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oddCalls } from '../harness/calls/odd';
import * as faults from '../harness/faults';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';

let replica: Replica;
let browser: TestBrowser;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

/** Has a recording, slow turns, a tool call that failed, and values that were said. */
const busy = { provider: 'omnidimension', id: '3517893' };

async function openCall(ref: { provider: string; id: string }, width = 1100): Promise<Page> {
  const page = await browser.callPage(ref);
  await page.setViewportSize({ width, height: 850 });
  await page.getByRole('article').waitFor();
  await page.bringToFront();
  return page;
}

/** What has the focus, as text: its accessible name as far as the markup says, or its words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    return (at.getAttribute('aria-label') ?? at.textContent).trim();
  });
const audio = (page: Page) =>
  page.locator('audio').evaluate(({ currentTime, paused, playbackRate }: HTMLAudioElement) => ({
    time: currentTime,
    paused,
    playbackRate,
  }));
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe('single keys', () => {
  it('go from slow turn to slow turn, round and round', async () => {
    const page = await openCall(busy);
    const slow = page.getByRole('list', { name: 'Transcript' }).locator('> li').filter({ hasText: 'Slow, ' });
    const texts = (await slow.allTextContents()).map((text) => text.trim());
    expect(texts.length).toBeGreaterThan(1);
    for (const text of [...texts, texts[0]]) {
      await page.keyboard.press('s');
      await expect.poll(() => focused(page)).toBe(text);
      expect(await page.locator('li:focus').evaluate((row) => row.getBoundingClientRect().bottom)).toBeLessThan(850);
    }
    await page.close();
  });

  it('play, skip and change the speed of the recording', async () => {
    const page = await openCall(busy);
    await page.keyboard.press('k');
    await page.locator('audio').waitFor({ state: 'attached' });
    await expect.poll(async () => (await audio(page)).time).toBeGreaterThan(0);
    await page.keyboard.press(' ');
    await expect.poll(async () => (await audio(page)).paused).toBe(true);
    await page.keyboard.press('l');
    await expect.poll(async () => (await audio(page)).time).toBeGreaterThan(3.5);
    await page.keyboard.press('j');
    await expect.poll(async () => (await audio(page)).time).toBe(0);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await audio(page)).time).toBeGreaterThan(3.5);
    await page.keyboard.press('<');
    await expect.poll(async () => (await audio(page)).playbackRate).toBe(0.75);
    await page.close();
  });

  it('copy the note', async () => {
    const page = await openCall(busy);
    await page.keyboard.press('c');
    await expect.poll(() => clipboard(page)).toContain('3517893');
    await page.close();
  });

  it('do nothing once they are switched off, here and in the next page', async () => {
    const page = await openCall(busy);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await help.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await page.evaluate(() => navigator.clipboard.writeText('untouched'));

    const next = await openCall(busy);
    for (const each of [page, next]) {
      await each.bringToFront();
      await each.evaluate(() => (document.activeElement as HTMLElement).blur());
      for (const key of ['s', 'c', '/', 'n', 'p', 'k', ' ', '?', ']', 'j', '>']) {
        await each.keyboard.press(key);
        expect(await focused(each), key).toBe('');
      }
      expect(await each.locator('audio, dialog[open]').count()).toBe(0);
      expect(await clipboard(each)).toBe('untouched');
    }

    await next.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await next.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByRole('checkbox').check();
    await next.keyboard.press('Escape');
    await next.keyboard.press('s');
    await expect.poll(() => focused(next)).toContain('Slow, ');
    await next.close();
    await page.close();
  });
});

describe('a call by keyboard alone', () => {
  it('every stop of Tab has a name, is seen, and shows that it has the focus; none holds it', async () => {
    const page = await openCall(busy, 380);
    await page
      .getByRole('button', { name: /^Said in turn/ })
      .first()
      .waitFor();
    const stops: string[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return undefined;
        const { top, bottom, left, right, width, height } = at.getBoundingClientRect();
        const { outlineStyle } = getComputedStyle(at);
        const label = at.getAttribute('aria-label') ?? (at as HTMLInputElement).labels?.[0]?.textContent;
        return {
          name: (label ?? at.textContent).trim(),
          isSeen: width > 0 && height > 0 && top < innerHeight && bottom > 0 && left < innerWidth && right > 0,
          outlineStyle,
        };
      });
      if (!stop) break;
      expect(stop.name).not.toBe('');
      expect(stop, stop.name).toMatchObject({ isSeen: true, outlineStyle: expect.not.stringMatching('none') });
      stops.push(stop.name);
      if (stops.length > 400) throw new Error(`Tab does not come to an end: ${stops.slice(-5).join(', ')}`);
    }
    const order = [
      'Compare with…',
      'Refresh',
      'Copy call ID',
      'Said in turn 4: order_number',
      'Open recording',
      'Search transcript',
      'Next slow turn',
      'Extracted from this turn: order_number',
      'Keyboard shortcuts',
      'Latency per turn',
      'Filter fields',
      'Copy note',
      'Export',
      'Reviewed',
    ];
    const places = order.map((name) => stops.indexOf(name));
    expect(Object.fromEntries(order.map((name, index) => [name, places[index]! >= 0]))).toEqual(
      Object.fromEntries(order.map((name) => [name, true])),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await page.close();
  });

  it('is folded, revealed, exported from, marked, and followed from a value to its words', async () => {
    const page = await openCall(busy, 380);
    const press = async (role: 'button' | 'textbox', name: string | RegExp, key = 'Enter') => {
      await page.getByRole(role, { name }).first().focus();
      await page.keyboard.press(key);
    };
    await press('button', 'Export');
    await page.getByRole('menuitem', { name: 'Markdown' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Export');

    await press('button', 'Flagged', ' ');
    await page.getByRole('button', { name: 'Flagged', pressed: true }).waitFor();

    await press('button', /^Reveal .*webhook_url$/);
    await page.getByText('https://hooks.example.com/calls/9f86d081884c7d65', { exact: true }).first().waitFor();

    await press('button', 'Said in turn 4: order_number');
    await expect.poll(() => focused(page)).toMatch(/^Customer.*4417 dash 9021/s);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Extracted from this turn: order_number');

    const transcript = page.locator('summary').filter({ hasText: 'Transcript' });
    await transcript.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Transcript' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Transcript' }).waitFor();
    await page.close();
  });
});

interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  childIds?: string[];
}

/** The accessibility tree as a screen reader reads it: role and name of each node, in order. */
async function reading(page: Page): Promise<string[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (node: Node | undefined): string[] =>
    node
      ? [
          ...(node.ignored || node.role?.value === 'InlineTextBox'
            ? []
            : [`${node.role?.value} ${node.name?.value ?? ''}`.trim()]),
          ...(node.childIds ?? []).flatMap((id) => read(byId.get(id))),
        ]
      : [];
  return read(nodes[0]);
}

describe('a screen reader', () => {
  it.each([380, 1200])('reads the call in the same order at %i pixels', async (width) => {
    const page = await openCall(busy, width);
    await page
      .getByRole('button', { name: /^Said in turn/ })
      .first()
      .waitFor();
    const read = await reading(page);
    const order = [
      'article Call 3517893',
      'StaticText Completed',
      'list Needs a look',
      'heading Extracted data',
      'table Extracted data',
      'group Recording',
      'button Open recording',
      'heading Transcript',
      'searchbox Search transcript',
      'button Next slow turn',
      'list Transcript',
      'heading Actions',
      'list Actions',
      'heading Deliveries',
      'list Deliveries',
      'heading Metrics',
      'table Metrics',
      'table Latency per turn',
      'heading Details',
      'heading All fields',
      'searchbox Filter fields',
      'group What to do with this call',
      'button Copy note',
    ];
    const places = order.map((each) => read.findIndex((line) => line.startsWith(each)));
    expect(order.filter((_, index) => places[index]! < 0)).toEqual([]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await page.close();
  });

  it('reads a table as a table where its cells are stacked', async () => {
    const popup = await browser.popup();
    await popup.getByRole('searchbox', { name: 'Call ID' }).fill('3517893\n3517894');
    await popup.getByRole('button', { name: 'Look up' }).click();
    await popup.getByText('2 of 2').waitFor();
    for (const width of [380, 720]) {
      await popup.setViewportSize({ width, height: 850 });
      const results = await reading(popup);
      expect(results).toContain('table Results');
      expect(results.filter((line) => line.startsWith('columnheader'))).toHaveLength(4);
      expect(results.filter((line) => /^rowheader 351789[34]/.test(line))).toHaveLength(2);
      expect(results.filter((line) => /^(grid)?cell/.test(line)).length).toBeGreaterThanOrEqual(6);
    }
    await popup.close();

    const page = await browser.open('call.html#/omnidimension/3517893/vs/omnidimension/3517894');
    await page.setViewportSize({ width: 380, height: 850 });
    const table = page.getByRole('table', { name: 'Comparison' });
    await table.waitFor();
    const rows = await table.locator('tbody tr').count();
    const compared = await reading(page);
    const from = compared.indexOf('table Comparison');
    expect(compared.slice(from).filter((line) => line.startsWith('rowheader')).length).toBeGreaterThanOrEqual(rows);
    await page.close();
  });

  it('hears of a turn first who speaks, then when, then what it took, then the words', async () => {
    const page = await openCall(busy);
    await page
      .getByRole('button', { name: /^Said in turn/ })
      .first()
      .waitFor();
    const read = await reading(page);
    const from = read.indexOf('list Transcript');
    const texts = read.slice(from).filter((line) => line.startsWith('StaticText'));
    expect(
      texts
        .slice(0, 6)
        .map((line) => line.slice('StaticText '.length).trim())
        .filter(Boolean),
    ).toEqual(['Agent', '09:10:00', '1.03s', '1,800 tokens', '$0.004', expect.stringMatching(/^Good morning/)]);
    await page.close();
  });
});

it('a conversation of 10,000 turns is printed whole', { timeout: 90_000 }, async () => {
  const { id, reply } = oddCalls.long;
  replica.override('highlevel', faults.only(new RegExp(`call-logs/${id}`), faults.reply(200, reply)));
  const page = await openCall({ provider: 'highlevel', id });
  const turns = page.getByRole('list', { name: 'Transcript' }).locator('> li');
  await expect.poll(() => turns.count()).toBeGreaterThan(5);
  expect(await turns.count()).toBeLessThan(100);
  await page.evaluate(() =>
    addEventListener('beforeprint', () => {
      const rows = [...document.querySelectorAll('ol > li')];
      document.body.dataset.printed = String(
        rows.filter((row, index) => row.textContent.includes(`Turn ${index + 1} of`)).length,
      );
    }),
  );
  // There is no 400th sheet unless all of it is on paper; drawing every sheet would take half a minute.
  const sheet = await page.pdf({ pageRanges: '400' });
  expect(sheet.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(await page.locator('body').getAttribute('data-printed')).toBe('10000');
  await expect.poll(() => turns.count()).toBeLessThan(100);
  await page.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
