import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';

const run = promisify(execFile);

let replica: Replica;
let browser: TestBrowser;
let folder: string;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-files-'));
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  await rm(folder, { recursive: true, force: true });
});

const calls = { dialnexa: 'call_x9y3zp4mq7r1', omnidimension: '50958', highlevel: '507f1f77bcf86cd799439011' };

/** A call whose turns have real times, in seconds. */
const timed = '673b4e1a9c0d2f5e8a7b6c01';

async function callPage(provider: keyof typeof calls): Promise<Page> {
  const page = await browser.callPage({ provider, id: calls[provider] });
  await page.getByRole('article', { name: `Call ${calls[provider]}` }).waitFor();
  await page.bringToFront();
  return page;
}

const openMenu = async (page: Page) => {
  await page.getByRole('button', { name: 'Export' }).click();
  const menu = page.getByRole('menu', { name: 'Export' });
  await menu.getByRole('menuitem', { name: 'Markdown' }).waitFor();
  return menu;
};

const textOf = async (download: Download) => readFile(await download.path(), 'utf8');

async function exportAs(page: Page, label: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await (await openMenu(page)).getByRole('menuitem', { name: label, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await textOf(file) };
}

describe('a copied note', () => {
  it('is pasted as text into a text field, and as rich text where that is taken', async () => {
    const page = await callPage('omnidimension');
    await page.getByRole('button', { name: 'Copy note' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();

    const crm = await browser.context.newPage();
    await crm.route('https://crm.example.com/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<textarea></textarea><div contenteditable style="min-height:1em"></div>',
      }),
    );
    await crm.goto('https://crm.example.com/');
    for (const field of ['textarea', '[contenteditable]']) {
      await crm.locator(field).click();
      await crm.keyboard.press('Control+V');
    }
    const text = await crm.locator('textarea').inputValue();
    expect(text).toContain('Status: Completed');
    expect(text).toContain('Extracted data:\n- ');
    expect(text).not.toContain('<');
    const rich = crm.locator('[contenteditable]');
    expect(await rich.locator('strong', { hasText: 'Status:' }).count()).toBe(1);
    expect(await rich.locator('ul > li').count()).toBeGreaterThan(1);
    await crm.close();
    await page.close();
  });

  it('holds what the user chose, in their order', async () => {
    const options = await browser.options();
    const note = options.getByRole('list', { name: 'Note' });
    await note.waitFor();
    while ((await note.getByRole('checkbox', { checked: true }).count()) > 0) {
      await note.getByRole('checkbox', { checked: true }).first().uncheck();
    }
    await note.getByRole('checkbox', { name: 'Status' }).check();
    await note.getByRole('checkbox', { name: 'Call ID' }).check();
    await note.getByRole('button', { name: 'Move Call ID up' }).click();
    const page = await callPage('omnidimension');
    await page.getByRole('button', { name: 'Copy note' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Call ID: 50958\nStatus: Completed');
    await options.bringToFront();
    await options.getByRole('button', { name: 'Back to the default' }).click();
    await note.getByRole('checkbox', { name: 'Summary', checked: true }).waitFor();
    await page.close();
    await options.close();
  });

  it('holds no secret', async () => {
    const page = await callPage('highlevel');
    await page.getByRole('button', { name: 'Copy note' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain('token123');
    for (const label of ['Markdown', 'JSON (masked)']) {
      expect((await exportAs(page, label)).text).not.toContain('token123');
    }
    await page.close();
  });
});

describe('the export menu', () => {
  it('is led by the arrow keys and closed by Escape, its button has the focus again', async () => {
    const page = await callPage('dialnexa');
    const button = page.getByRole('button', { name: 'Export' });
    await button.focus();
    await page.keyboard.press('Enter');
    const items = page.getByRole('menu', { name: 'Export' }).getByRole('menuitem');
    await expect.poll(() => items.first().evaluate((item) => item === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await items.last().evaluate((item) => item === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('menu').count()).toBe(0);
    expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.close();
  });

  it('offers captions only where every turn has a real time', async () => {
    const page = await callPage('omnidimension');
    expect(await (await openMenu(page)).getByRole('menuitem', { name: /^Captions/ }).count()).toBe(0);
    await page.close();
  });

  it('copies a link that holds provider and ID alone', async () => {
    const page = await callPage('dialnexa');
    await (await openMenu(page)).getByRole('menuitem', { name: 'Copy link' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `chrome-extension://${browser.id}/call.html#/dialnexa/call_x9y3zp4mq7r1`,
    );
    await page.close();
  });
});

describe('an exported file', () => {
  it('of captions is taken by a real track, a cue a turn', async () => {
    const page = await browser.callPage({ provider: 'highlevel', id: timed });
    await page.getByRole('article').waitFor();
    const { name, text } = await exportAs(page, 'Captions (WebVTT)');
    expect(name).toBe(`call-highlevel-${timed}.vtt`);
    const cues = await page.evaluate(async (vtt) => {
      const video = document.createElement('video');
      const track = Object.assign(document.createElement('track'), {
        kind: 'captions',
        src: URL.createObjectURL(new Blob([vtt], { type: 'text/vtt' })),
      });
      video.append(track);
      document.body.append(video);
      track.track.mode = 'hidden';
      await new Promise((resolve, reject) => {
        track.addEventListener('load', resolve);
        track.addEventListener('error', () => reject(new Error('The track was refused.')));
      });
      return [...(track.track.cues ?? [])].map((cue) => ({
        start: cue.startTime,
        end: cue.endTime,
        text: (cue as VTTCue).getCueAsHTML().textContent,
      }));
    }, text);
    expect(cues).toHaveLength(text.match(/ --> /g)?.length ?? 0);
    expect(cues.length).toBeGreaterThan(1);
    for (const { start, end, text: said } of cues) {
      expect(end).toBeGreaterThan(start);
      expect(said).not.toBe('');
    }
    await page.close();
  });

  it('of JSON is opened again, and exported again is the same', async () => {
    const page = await callPage('highlevel');
    const { text } = await exportAs(page, 'JSON (masked)');
    const path = join(folder, 'call.json');
    await writeFile(path, text);
    const opener = await browser.open('call.html');
    await opener.getByLabel('Open exported call').locator('input[type=file]').setInputFiles(path);
    const article = opener.getByRole('article', { name: `Call ${calls.highlevel}` });
    await article.waitFor();
    expect(await article.getByRole('button', { name: 'Refresh' }).count()).toBe(0);
    expect(await article.getByRole('button', { name: /^Reveal/ }).count()).toBe(0);
    expect((await exportAs(opener, 'JSON (masked)')).text).toBe(text);
    await opener.close();
    await page.close();
  });

  it('of JSON may be dropped onto the page, too', async () => {
    const page = await callPage('dialnexa');
    const { text } = await exportAs(page, 'JSON (masked)');
    const opener = await browser.open('call.html');
    await opener.getByRole('button', { name: 'Open exported call' }).waitFor();
    await opener.evaluate((json) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([json], 'call.json', { type: 'application/json' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, text);
    await opener.getByRole('article', { name: `Call ${calls.dialnexa}` }).waitFor();
    await opener.close();
    await page.close();
  });

  it('that is none is refused with a sentence', async () => {
    const path = join(folder, 'other.json');
    await writeFile(path, '{"kind":"something else"}');
    const opener = await browser.open('call.html');
    await opener.getByLabel('Open exported call').locator('input[type=file]').setInputFiles(path);
    expect(await opener.getByRole('alert').innerText()).toContain('holds no exported call');
    await opener.close();
  });
});

const cellsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

/** What a spreadsheet program shows of a CSV file: it writes it anew, from its cells. */
async function throughSpreadsheet(text: string): Promise<string[][] | undefined> {
  const hasProgram = await run('soffice', ['--version']).then(
    () => true,
    () => false,
  );
  if (!hasProgram) return undefined;
  const path = join(folder, 'table.csv');
  await writeFile(path, text);
  const out = join(folder, 'out');
  // 44 comma, 34 quote, 76 UTF-8, first line 1; quoted fields are text; the last two: save cells as shown, no formulas.
  const options = ['44,34,76,1,,0,true,true,false', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'];
  const [infilter = '', outfilter = ''] = options;
  await run('soffice', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    `--infilter=CSV:${infilter}`,
    '--convert-to',
    outfilter,
    '--outdir',
    out,
    path,
  ]);
  return cellsOf(await readFile(join(out, 'table.csv'), 'utf8'));
}

describe('a table of calls', () => {
  it('is saved with what the user noted, and read the same by a parser and by a spreadsheet program', async ({
    skip,
  }) => {
    const id = 'call_p3h6tk0wsd9a';
    const page = await browser.callPage({ provider: 'dialnexa', id });
    await page.getByRole('button', { name: 'Flagged' }).click();
    await page.getByRole('button', { name: 'Add a note' }).click();
    await page.getByRole('textbox', { name: 'Your note' }).fill('=1+1, “call back”\non Monday; Zoë');
    await page.getByRole('button', { name: 'Reviewed' }).click();

    const panel = await browser.panel();
    await panel.getByRole('combobox', { name: 'Connection' }).selectOption({ label: 'Demo dialnexa' });
    const list = panel.getByRole('list', { name: 'Latest calls' });
    const item = list.getByRole('button', { name: new RegExp(`^${id}`) });
    await item.getByRole('img', { name: 'Flagged' }).waitFor();
    expect(await item.innerText()).toContain('call back');
    const download = panel.waitForEvent('download');
    await panel
      .getByRole('navigation', { name: 'Pages of calls' })
      .getByRole('button', { name: 'Save as CSV' })
      .click();
    const text = await textOf(await download);
    const rows = cellsOf(text);
    expect(rows.length - 1).toBe(await list.getByRole('listitem').count());
    const row = rows.find(([each]) => each === id);
    expect(row?.slice(-3)).toEqual(['yes', 'yes', "'=1+1, “call back”\non Monday; Zoë"]);
    expect(row?.[2]).toBe('Demo dialnexa');
    await page.close();
    await panel.close();

    const shown = await throughSpreadsheet(text);
    if (!shown) skip('LibreOffice (soffice) is not installed, so no spreadsheet program read the file.');
    expect(shown).toEqual(rows);
  });
});

it('on paper stand the findings, and nothing that can be pressed', async () => {
  const page = await browser.callPage({ provider: 'omnidimension', id: '3517893' });
  const findings = page.getByRole('list', { name: 'Needs a look' });
  await findings.getByText('1 delivery failed').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await findings.getByText('1 delivery failed').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Copy note' }).isVisible()).toBe(false);
  await page.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
