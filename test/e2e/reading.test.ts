import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as faults from '../harness/faults';
import { type Replica, startReplica } from '../harness/replica';
import type { Row } from '../harness/replica/vendor';
import { wav } from '../harness/wav';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { tell } from './helpers/tell';

let replica: Replica;
let browser: TestBrowser;
let control: Page;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  control = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});
afterEach(() => {
  for (const provider of ['omnidimension', 'dialnexa', 'highlevel'] as const) replica.override(provider, undefined);
});

/** Slow machines take their time. */
// oxlint-disable-next-line vitest/require-awaited-expect-poll
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

const article = (page: Page) => page.getByRole('article');
const turns = (page: Page) => page.getByRole('list', { name: 'Transcript' }).locator('> li');
const audio = (page: Page) =>
  page.locator('audio').evaluate(({ currentTime, paused, playbackRate, duration }: HTMLAudioElement) => ({
    currentTime,
    paused,
    playbackRate,
    duration,
  }));

/** The call that has a recording and turns with a time in its second form. */
const booked = { provider: 'highlevel', id: '673b4e1a9c0d2f5e8a7b6c01' };
const withLink = { provider: 'omnidimension', id: '3517893' };

async function openCall(ref: { provider: string; id: string }): Promise<Page> {
  const page = await browser.callPage(ref);
  await article(page).waitFor();
  return page;
}

/** A HighLevel call of so many turns, ten in a second. */
function spoken(count: number): Row {
  return {
    id: booked.id,
    agentId: '65a1f0c2d4e6b8a091c3e502',
    duration: 4,
    messageId: 'Kq2mT8xWvB4nR7yLpZ1c',
    transcriptWithToolCalls: Array.from({ length: count }, (_, index) => ({
      role: index % 2 ? 'user' : 'agent',
      content: `Turn ${index + 1} of a long conversation about order ${1000 + index}.`,
      startTime: index / 10,
      endTime: index / 10 + 0.1,
    })),
  };
}

const serve = (row: Row) => replica.override('highlevel', faults.only(/call-logs\//, faults.reply(200, row)));
const refresh = async (page: Page) => {
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await page.getByRole('button', { name: 'Refresh', exact: true }).waitFor();
};

describe('a recording that takes the key', () => {
  it('plays, is sought by turn and by key, changes speed, and leaves nothing behind', async () => {
    serve(spoken(30));
    const page = await openCall(booked);
    await page.getByRole('button', { name: 'Open recording' }).click();
    await eventually(async () => (await audio(page)).currentTime).toBeGreaterThan(0.2);
    expect((await audio(page)).duration).toBeCloseTo(4);
    await page.locator('audio + div svg path').first().waitFor({ state: 'attached' });

    await page.keyboard.press('k');
    await eventually(async () => (await audio(page)).paused).toBe(true);
    await turns(page).nth(25).getByRole('button', { name: 'Play from 0:02' }).click();
    await eventually(async () => (await audio(page)).paused).toBe(false);
    expect((await audio(page)).currentTime).toBeGreaterThanOrEqual(2.5);
    await page.locator('body').click({ position: { x: 2, y: 400 } });
    await page.keyboard.press('k');
    await page.keyboard.press('ArrowLeft');
    await eventually(async () => (await audio(page)).currentTime).toBe(0);
    await page.keyboard.press('>');
    await eventually(async () => (await audio(page)).playbackRate).toBe(1.25);
    expect(await page.getByRole('combobox', { name: 'Speed' }).inputValue()).toBe('1.25');
    await page.getByRole('slider', { name: 'Position' }).fill('3');
    expect((await audio(page)).currentTime).toBe(3);

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download recording' }).click();
    expect((await download).suggestedFilename()).toBe(`call-${booked.id}.wav`);
    expect((await page.evaluate(() => indexedDB.databases())).map(({ name }) => name)).toEqual(['keys']);
    await page.close();
  });

  it('is followed in the transcript until the user scrolls, and again on request', async () => {
    serve(spoken(40));
    const page = await openCall(booked);
    await refresh(page);
    await page.setViewportSize({ width: 420, height: 500 });
    await turns(page)
      .nth(2)
      .getByRole('button', { name: /^Play from/ })
      .click();
    const current = page.locator('li[aria-current]');
    await eventually(() => current.count()).toBe(1);
    await eventually(() =>
      current.evaluate((row) => [...(row.parentElement?.children ?? [])].indexOf(row)),
    ).toBeGreaterThan(6);
    await page.mouse.move(200, 300);
    await page.mouse.wheel(0, -5000);
    const jump = page.getByRole('button', { name: 'Jump to current' });
    await jump.waitFor();
    await jump.click();
    const box = await current.boundingBox();
    expect(box && box.y >= 0 && box.y < 500).toBe(true);
    await page.close();
  });
});

describe('a recording behind a link', () => {
  it('plays, and is not asked for before', async () => {
    const before = replica.requests.filter(({ path }) => path.startsWith('/web/content')).length;
    const page = await openCall(withLink);
    expect(replica.requests.filter(({ path }) => path.startsWith('/web/content')).length).toBe(before);
    await page.getByRole('button', { name: 'Open recording' }).click();
    await eventually(async () => (await audio(page)).currentTime).toBeGreaterThan(0.1);
    const request = replica.requests.findLast(({ path }) => path.startsWith('/web/content'));
    expect(request?.headers).not.toHaveProperty('authorization');
    expect(request?.headers).not.toHaveProperty('referer');
    await page.close();
  });

  it('that has expired is asked for afresh once', async () => {
    const expiredOnce = faults.first(1, faults.reply(403, 'Signature has expired'));
    replica.override('omnidimension', faults.only(/web\/content/, expiredOnce));
    const page = await openCall(withLink);
    const before = replica.requests.length;
    await page.getByRole('button', { name: 'Open recording' }).click();
    await eventually(async () => (await audio(page)).currentTime).toBeGreaterThan(0.1);
    expect(replica.requests.slice(before).map(({ path }) => path.split('?')[0])).toEqual([
      '/api/v1/calls/logs/3517893',
      '/web/content',
      '/api/v1/calls/logs/3517893',
      '/web/content',
    ]);
    await page.close();
  });

  it('too large to be fetched whole is played from its address', async () => {
    replica.override(
      'omnidimension',
      faults.only(/web\/content/, (_, response) => {
        response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': String(40 * 2 ** 20) });
        response.write(wav());
      }),
    );
    const page = await openCall(withLink);
    await page.getByRole('button', { name: 'Open recording' }).click();
    await eventually(() => page.locator('audio').getAttribute('src')).toMatch(/^http:/);
    await page.close();
  });
});

describe('a recording that cannot be heard says why, each in its own sentence', () => {
  const said = async (page: Page, text: RegExp) => {
    const sentence = page.getByText(text);
    await sentence.waitFor();
    expect(await page.locator('audio').count()).toBe(0);
    await page.close();
  };
  const opened = async (ref: typeof withLink) => {
    const page = await openCall(ref);
    await page.getByRole('button', { name: 'Open recording' }).click();
    return page;
  };

  it('none', async () => {
    await said(await openCall({ provider: 'omnidimension', id: '50958' }), /^The provider sent no recording/);
  });

  it('none where the request for it finds nothing', async () => {
    replica.override('highlevel', faults.only(/recording$/, faults.notFound('highlevel')));
    await said(await opened(booked), /^The provider sent no recording/);
  });

  it('not yet', async () => {
    const ahead = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    const row = { id: 3517893, call_status: 'completed', recording_url: false, recording_available_at: ahead };
    replica.override('omnidimension', faults.reply(200, { call_log_data: [row], total_records: 1 }));
    const page = await openCall(withLink);
    await refresh(page);
    await said(page, /makes it available at/);
  });

  it('not permitted', async () => {
    replica.override('highlevel', faults.only(/recording$/, faults.missingScope));
    await said(await opened(booked), /lacks the permission conversations\/message\.readonly/);
  });

  it('expired, and no better link', async () => {
    await tell(control, 'getCall', {
      ref: { ...withLink, connection: browser.connections['omnidimension'] ?? '' },
      refresh: true,
      request: 'r',
    });
    replica.override('omnidimension', faults.only(/web\/content/, faults.reply(403, 'Signature has expired')));
    await said(await opened(withLink), /no longer valid \(HTTP 403\)/);
  });

  it('no sound', async () => {
    replica.override('omnidimension', faults.only(/web\/content/, faults.htmlWith200));
    await said(await opened(withLink), /not a sound that this browser can play/);
  });

  it('no sound, though it says so', async () => {
    const noise = faults.reply(200, 'this is no sound', { 'content-type': 'audio/wav' });
    replica.override('omnidimension', faults.only(/web\/content/, noise));
    await said(await opened(withLink), /not a sound that this browser can play/);
  });
});

describe('a transcript by keyboard alone', () => {
  it('is searched, and walked match by match, turn by turn, slow turn by slow turn', async () => {
    const page = await openCall(withLink);
    await page.keyboard.press('/');
    await page.keyboard.type('the');
    const count = page.getByText(/^1 of \d+$/);
    await count.waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/^2 of \d+$/).waitFor();
    expect(await page.locator('mark[aria-current]').count()).toBe(1);
    await page.getByRole('searchbox', { name: 'Search transcript' }).fill('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await eventually(() =>
      turns(page)
        .nth(0)
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    await eventually(() =>
      turns(page)
        .nth(0)
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);

    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await help.waitFor();
    await help.getByRole('checkbox', { name: 'Single keys are commands' }).uncheck();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    expect(await page.locator('input:focus').count()).toBe(0);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await help.getByRole('checkbox').check();
    await page.close();
  });

  it('reads in order: the call, what happened, the conversation, what came of it, its details', async () => {
    const page = await openCall(withLink);
    await page.getByRole('heading', { name: 'All fields' }).waitFor();
    const tree = await article(page).ariaSnapshot();
    const order = [
      'heading',
      'term: Summary',
      'list "Transcript"',
      'list "Actions"',
      'heading "Details"',
      'heading "All fields"',
    ];
    const places = order.map((each) => tree.indexOf(each));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.every((place) => place >= 0)).toBe(true);
    await page.close();
  });
});

describe('a conversation of 10,000 turns', () => {
  it('is a list of 10,000, whose far turns are found and reached', async () => {
    serve(spoken(10_000));
    const page = await openCall(booked);
    await refresh(page);
    const first = turns(page).first();
    await eventually(() => first.getAttribute('aria-setsize')).toBe('10000');
    expect(await turns(page).count()).toBeLessThan(100);
    await page.getByRole('searchbox', { name: 'Search transcript' }).fill('order 9876.');
    await page.getByText('1 of 1').waitFor();
    await page.locator('mark[aria-current]').waitFor();
    const row = page.locator('li[aria-posinset="8877"]');
    await eventually(async () => (await row.boundingBox())?.y ?? -1).toBeGreaterThan(0);
    expect(((await row.boundingBox())?.y ?? 1e9) < 850).toBe(true);
    await page.close();
  });

  it('of 1,000 is in the document whole', async () => {
    serve(spoken(1000));
    const page = await openCall(booked);
    await refresh(page);
    await eventually(() => turns(page).count()).toBe(1000);
    await page.close();
  });
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
