import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { variedCalls, variedIds } from '../harness/calls/varied';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';

const count = 24;
const said = 'I want a refund for the Café order. It came twice.';

let replica: Replica;
let browser: TestBrowser;
let popup: Page;

async function lookUp(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Call ID' }).fill(text);
  await page.getByRole('button', { name: 'Look up' }).click();
}

beforeAll(async () => {
  replica = await startReplica();
  const says = (index: number) => (index % 4 ? 'Hello there.' : said);
  for (const [provider, answer] of Object.entries(variedCalls(says))) replica.override(provider, answer);
  browser = await openBrowser({ replica });
  popup = await browser.popup();
  await lookUp(popup, variedIds(count).join('\n'));
  await popup.getByRole('button', { name: 'Clear list' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

const rows = () => popup.getByRole('table', { name: 'Results' }).locator('tbody tr');
const picture = () => popup.getByRole('group', { name: 'Picture: Results' });
const countOf = (name: string | null) => Number(/: (\d+) call/.exec(name ?? '')?.[1]);

describe('the picture of a pasted column', () => {
  it('has a chart of everything the providers say, each counting every call that says it', async () => {
    await popup.getByText('Picture', { exact: true }).first().click();
    const charts = picture().getByRole('toolbar');
    await charts.first().waitFor();
    const names = await charts.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(names).toEqual([
      'Status',
      'Sentiment',
      'How calls ended',
      'Duration',
      'Reply time',
      'Cost',
      'Calls per day',
    ]);
    for (const [index, known] of [count, undefined, count, count, count / 2, count / 2, count / 2].entries()) {
      const parts = await charts
        .nth(index)
        .getByRole('button')
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
      if (known) expect(parts.reduce((sum, name) => sum + countOf(name), 0)).toBe(known);
    }
  });

  it('narrows the rows by a press on a part, by pointer and by keyboard, and gives them back', async () => {
    const failed = picture().getByRole('button', { name: /^Failed: / });
    const wanted = countOf(await failed.getAttribute('aria-label'));
    await failed.click();
    await expect.poll(() => rows().count()).toBe(wanted);
    for (const text of await rows().allInnerTexts()) expect(text).toContain('Failed');
    await popup.getByRole('button', { name: 'Status: Failed, show the others too' }).click();
    await expect.poll(() => rows().count()).toBe(count);
    await picture()
      .getByRole('button', { name: /^Positive: / })
      .focus();
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    await popup.getByRole('button', { name: 'Sentiment: Neutral, show the others too' }).click();
    await expect.poll(() => rows().count()).toBe(count);
  });

  const saved = async (name: string) => {
    const download = popup.waitForEvent('download');
    await popup.getByRole('button', { name }).click();
    return readFile(await (await download).path());
  };

  it('is saved as an SVG that stands for itself, and as a PNG of twice its size that shows it', async () => {
    const svg = (await saved('Save as SVG')).toString();
    expect(svg).toContain('Results · 24 calls');
    expect(svg).toContain('Completed');
    expect(svg).not.toMatch(/var\(|class=|role=|style=/);
    const [, width, height] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const png = await saved('Save as PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
    // What the pixels are, told by another page.
    const page = await browser.context.newPage();
    const colors = await page.evaluate(
      async (url) => {
        const image = Object.assign(new Image(), { src: url });
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
        const counts = new Map<number, number>();
        for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
        return [...counts.values()].filter((each) => each > 200).length;
      },
      `data:image/png;base64,${png.toString('base64')}`,
    );
    expect(colors).toBeGreaterThan(6);
    await page.close();
  });

  it('fits the narrowest panel', async () => {
    await popup.setViewportSize({ width: 320, height: 600 });
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await popup.setViewportSize({ width: 380, height: 600 });
  });
});

describe('words in the box', () => {
  const found = () => popup.getByRole('list', { name: 'Calls with these words' });

  it('find the calls of this session in which they were said, and open one at that turn', async () => {
    const before = replica.requests.length;
    await lookUp(popup, 'refund for the cafe');
    await popup.getByText(`“refund for the cafe” in 6 of ${count} calls read in this session`).waitFor();
    const first = found().getByRole('button').first();
    expect(await first.locator('mark').innerText()).toBe('refund for the Café');
    expect(await first.innerText()).not.toContain('It came twice');
    expect(replica.requests.length).toBe(before);
    await first.focus();
    await popup.keyboard.press('Enter');
    const turn = popup.getByRole('list', { name: 'Transcript' }).getByRole('listitem').filter({ hasText: 'refund' });
    await expect.poll(() => turn.evaluate((item) => item === document.activeElement)).toBe(true);
    expect(await turn.locator('mark[aria-current]').innerText()).toBe('refund for the Café');
    expect(await popup.getByRole('searchbox', { name: 'Search transcript' }).inputValue()).toBe('refund for the cafe');
    await popup.getByRole('button', { name: 'Back' }).first().click();
    await found().waitFor();
  });

  it('that hold an ID are words when asked so, in the panel too', async () => {
    const panel = await browser.panel();
    await lookUp(panel, 'said: 4417-9021');
    await panel.getByRole('list', { name: 'Calls with these words' }).getByText('order_number').first().waitFor();
    await panel.close();
  });

  it('that nobody said lead to the next step', async () => {
    await lookUp(popup, 'said: nobody said this');
    await popup.getByText(`“nobody said this” is in none of the ${count} calls`).waitFor();
    expect(await popup.getByRole('alert').count()).toBe(0);
    await lookUp(popup, 'nobody said this');
    await popup.getByRole('alert').getByText('No call ID was found').waitFor();
  });
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
