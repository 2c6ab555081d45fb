import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../harness/startChromium';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallSummary } from '../../lib/call/call';
import { colors, nameOf, type MarkStyle } from '../../lib/page/marks/markStyle';
import type { FrameReport } from '../../lib/page/protocol';
import { idShapes, providerPages } from '../../lib/providers/idShapes';
import { bundle, openWorld, summary, type World } from './helpers/pageWorld';

const folder = new URL('../fixtures/pages/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace('.html', ''));
const origin = 'https://crm.example.com/';

let browser: Browser;
let page: Page;
let world: World;
let script: string;
/** Pages a test serves, by path. */
const served = new Map<string, string>();

beforeAll(async () => {
  script = await bundle(
    `export { readPage } from './lib/page/readPage'; export { followCalls } from './lib/page/marks/followCalls'; export { judgeOf } from './lib/page/detect/judgeOf'; export { labels } from './lib/providers/labels';`,
  );
  browser = await startChromium();
});
afterAll(() => browser.close());
afterEach(async () => {
  await page.close();
});

/** Starts reading in a world beside the page's. The stand-in worker knows these calls and no others. */
async function start(calls: CallSummary[], { askOnPoint = false } = {}): Promise<void> {
  world = await openWorld(page);
  await world.run(`${script}; globalThis.ours = ours; 0`);
  await world.run(`
    globalThis.known = new Map(${JSON.stringify(calls.map((call) => [call.ref.id, call]))});
    globalThis.log = { asked: [], opened: [], taught: [], report: undefined };
    globalThis.alive = true;
    const worker = {
      confirm: async (candidates, pointed) => {
        log.asked.push(candidates.map(({ id }) => id));
        return {
          calls: candidates.flatMap(({ id }) => known.get(id) ?? []),
          rejected: candidates.filter(({ id }) => !known.has(id)).map(({ id }) => id),
          later: [],
        };
      },
      taught: (picked) => void log.taught.push(picked),
      open: (call) => void log.opened.push(call.ref.id),
    };
    globalThis.reader = ours.readPage(
      { labels: ours.labels, ids: ${JSON.stringify(idShapes)}, hosts: ${JSON.stringify(providerPages)}, names: { dialnexa: 'DialNexa' }, rules: [], askOnPoint: ${askOnPoint} },
      (element) => element.shadowRoot,
      {
        isAlive: () => alive,
        loadMarks: async () => ({ judgeOf: ours.judgeOf, followCalls: (page) => ours.followCalls({ ...page, worker }) }),
        report: (report) => void (log.report = report),
      },
    );
    0`);
}

async function open(html: string, path = 'page'): Promise<void> {
  served.set(path, html);
  page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await page.route(`${origin}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: served.get(name) ?? '' });
  });
  await page.goto(origin + path);
}

const fixture = (name: string) => readFileSync(new URL(`${name}.html`, folder), 'utf8');

/** Looks by the names of their highlights. */
const styles = Object.fromEntries((Object.keys(colors) as MarkStyle[]).map((style) => [nameOf(style), style]));

/** The IDs that are marked, by their look. */
const marked = () =>
  world.run<
    Record<string, string[]>
  >(`Object.fromEntries([...CSS.highlights].filter(([, all]) => all.size > 0).map(([name, all]) =>
    [${JSON.stringify(styles)}[name], [...all].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset)).sort()]))`);
const allMarked = async () => [...new Set(Object.values(await marked()).flat())].sort();
const log = <T>(name: string) => world.run<T>(`log.${name}`);
const card = () =>
  world.run<string | null>(`(() => {
    const host = document.documentElement.lastElementChild;
    return host.localName === 'div' ? 'there' : null;
  })()`);

/** What a style of the card comes to. It is in a closed shadow root, which the inspector alone sees into. */
async function styleOfCard(name: string): Promise<string | undefined> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('DOM.enable');
  await cdp.send('CSS.enable');
  const { nodes } = await cdp.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  const found = nodes.find(({ attributes = [] }) => attributes.includes('dialog'));
  const style = found && (await cdp.send('CSS.getComputedStyleForNode', { nodeId: found.nodeId })).computedStyle;
  await cdp.detach();
  return style?.find((each) => each.name === name)?.value;
}

/** Where a text stands: the middle of its rectangle. */
const middleOf = (text: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(wanted);
      if (at < 0 || node.parentElement?.closest('script')) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, top, width, height, bottom } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2, top, bottom, left };
    }
    throw new Error(`no ${wanted}`);
  }, text);

/** What assistive technology is told, closed shadow root and all. */
async function dialog(): Promise<{ name: string; text: string; buttons: string[] } | undefined> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const found = nodes.find(({ role }) => role?.value === 'dialog');
  if (!found) return undefined;
  const children = new Map(nodes.map((node) => [node.nodeId, node]));
  const texts: string[] = [];
  const buttons: string[] = [];
  const visit = (id: string): void => {
    const node = children.get(id);
    if (node?.role?.value === 'StaticText') texts.push(String(node.name?.value));
    if (node?.role?.value === 'button') buttons.push(String(node.name?.value));
    node?.childIds?.forEach(visit);
  };
  visit(found.nodeId);
  return { name: String(found.name?.value), text: texts.join(' | '), buttons };
}

const twoCalls = `<!doctype html><body style="margin:40px;font:16px sans-serif"><p>Call ID: <b>50958</b> of today</p>
  <p style="margin-top:300px">See call_x9y3zp4mq7r1 for more</p><p>Order 77120</p><textarea>call_ab12cd34ef56</textarea></body>`;
const calls = [
  summary('50958'),
  summary('call_x9y3zp4mq7r1', {
    sentiment: { raw: 'Negative', kind: 'negative' },
    summary: '<img src=x onerror=alert(1)> upset',
  }),
];

describe('a page is left as it was', () => {
  it.each(names)('%s', async (name) => {
    await open(fixture(name), name);
    const truth = await page.evaluate(() => JSON.parse(document.querySelector('#truth')!.textContent!) as string[]);
    await page.evaluate(() => {
      const seen: string[] = [];
      const everything = { subtree: true, childList: true, attributes: true, characterData: true };
      new MutationObserver((records) => {
        for (const { type, addedNodes, removedNodes, target } of records)
          seen.push(`${type} +${addedNodes.length} -${removedNodes.length} in ${target.nodeName}`);
      }).observe(document, everything);
      Object.assign(globalThis, { seen, before: document.documentElement.outerHTML });
    });
    await start(truth.map((id) => summary(id)));
    await expect.poll(async () => (await log<FrameReport | undefined>('report'))?.calls.length ?? 0).toBeGreaterThan(0);
    await expect
      .poll(async () => (await log<FrameReport>('report')).calls.map(({ id }) => id).sort(), { timeout: 5_000 })
      .toEqual([...truth].sort());
    await world.run(`reader.tell("next", { backwards: false })`);
    await page.waitForTimeout(100);
    const { seen, isSame } = await page.evaluate(() => {
      const { seen: all, before } = globalThis as unknown as { seen: string[]; before: string };
      const now = document.documentElement.cloneNode(true) as Element;
      if (all.length > 0) now.lastElementChild!.remove();
      return { seen: all, isSame: now.outerHTML === before };
    });
    expect(isSame).toBe(true);
    expect(seen).toEqual(seen.length === 0 ? [] : ['childList +1 -0 in HTML']);
    await world.run('reader.stop(); 0');
    expect(await page.evaluate(() => document.documentElement.outerHTML === (globalThis as never)['before'])).toBe(
      true,
    );
    expect(await world.run('CSS.highlights.size')).toBe(0);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });
});

describe('marks', () => {
  it('are called by names that say nothing of a call', () => {
    for (const name of Object.keys(styles)) expect(name).toMatch(/^call-log-inspector-\d$/);
    expect(Object.keys(styles)).toHaveLength(Object.keys(colors).length);
  });

  it('mark confirmed calls alone, each by how it went', async () => {
    await open(twoCalls);
    await start(calls.slice(0, 1));
    await expect.poll(marked).toEqual({ positive: ['50958'] });
    expect((await log<string[][]>('asked')).flat().sort()).toEqual(['50958', 'call_x9y3zp4mq7r1']);
  });

  it('open a card beside the ID, that says what the call was, in text alone', async () => {
    await open(twoCalls);
    await start(calls);
    await expect.poll(allMarked).toEqual(['50958', 'call_x9y3zp4mq7r1']);
    const place = await middleOf('call_x9y3zp4mq7r1');
    await page.mouse.move(place.x, place.y);
    expect(await dialog()).toBeUndefined();
    await expect.poll(dialog).toMatchObject({
      name: 'Call call_x9y3zp4mq7r1',
      buttons: ['Open in side panel'],
      text: expect.stringContaining('<img src=x onerror=alert(1)> upset') as string,
    });
    const { text } = (await dialog())!;
    // In the order of the call view: who, when and how long, how it went, what happened.
    expect(text).toMatch(/Ada \(support\).+May 20, 2024.+DialNexa.+Completed.+Negative.+upset/);
    expect(text).not.toMatch(/\d:\d\d:\d\d/);
    await page.keyboard.press('Escape');
    expect(await dialog()).toBeUndefined();
  });

  it.each([
    ['white', 'light'],
    ['#1b1e24', 'dark'],
    ['oklch(0.98 0.01 250)', 'light'],
    ['oklch(0.2 0.02 250)', 'dark'],
    ['color-mix(in srgb, white 95%, blue)', 'light'],
    ['rgb(0 0 0 / 0.2)', 'light'],
  ])('on %s open a card that is %s', async (behind, expected) => {
    await open(`<body style="background: ${behind}">${twoCalls}`);
    await start(calls);
    await expect.poll(allMarked).toHaveLength(2);
    const { x, y } = await middleOf('50958');
    await page.mouse.move(x, y);
    await expect
      .poll(() => styleOfCard('background-color'))
      .toBe({ light: 'rgb(255, 255, 255)', dark: 'rgb(29, 32, 38)' }[expected]);
  });

  it('are seen where colours are forced', async () => {
    await open(twoCalls);
    await page.emulateMedia({ forcedColors: 'active' });
    const picture = () => page.locator('b').screenshot();
    const plain = await picture();
    await start(calls);
    await expect.poll(allMarked).toHaveLength(2);
    expect((await picture()).equals(plain)).toBe(false);
  });

  it.each([
    [169, '2 min 49 s'],
    [-5, '-5 s'],
    [1e18, '1,000,000,000,000,000,000 s'],
  ])('say a duration of %d seconds as the lists do', async (duration, words) => {
    await open(twoCalls);
    await start([summary('50958', { duration })]);
    await expect.poll(allMarked).toEqual(['50958']);
    const { x, y } = await middleOf('50958');
    await page.mouse.move(x, y);
    await expect
      .poll(dialog)
      .toMatchObject({ text: expect.stringContaining(words.replaceAll(' ', '\u00a0')) as string });
  });

  it('leave the focus where the user types, when the pointer rests on one', async () => {
    await open(`${twoCalls}<input autofocus>`);
    await start(calls);
    await expect.poll(allMarked).toHaveLength(2);
    await page.locator('input').focus();
    const { x, y } = await middleOf('50958');
    await page.mouse.move(x, y);
    await expect.poll(dialog).toBeDefined();
    await page.keyboard.type('typed');
    expect(await page.locator('input').inputValue()).toBe('typed');
  });

  it('open the card by keyboard, and the panel by Enter', async () => {
    await open(twoCalls);
    await start(calls);
    await expect.poll(allMarked).toHaveLength(2);
    await world.run('reader.tell("next", { backwards: false })');
    await expect.poll(async () => (await dialog())?.name).toBe('Call 50958');
    await page.waitForTimeout(350);
    await page.keyboard.press('Enter');
    await expect.poll(() => log('opened')).toEqual(['50958']);
    await world.run('reader.tell("next", { backwards: false })');
    await expect.poll(async () => (await dialog())?.name).toBe('Call call_x9y3zp4mq7r1');
  });

  it('ignore what the page forges: moves, clicks, keys', async () => {
    await open(twoCalls);
    await start(calls);
    await expect.poll(allMarked).toHaveLength(2);
    const { x, y } = await middleOf('50958');
    await page.evaluate(
      ([left, top]) => {
        for (let count = 0; count < 20; count++)
          document
            .elementFromPoint(left!, top!)!
            .dispatchEvent(
              new PointerEvent('pointermove', { clientX: left, clientY: top, bubbles: true, composed: true }),
            );
      },
      [x, y],
    );
    await page.waitForTimeout(500);
    expect(await dialog()).toBeUndefined();
    await page.mouse.move(x, y);
    await expect.poll(dialog).toBeDefined();
    await page.waitForTimeout(300);
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      host.click();
      host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      for (const key of ['Enter', 'Escape']) host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    expect(await dialog()).toBeDefined();
    expect(await log('opened')).toEqual([]);
  });

  /** Opens the first call's card by keyboard, and waits until it acts. */
  async function openCard(): Promise<void> {
    await open(twoCalls);
    await start(calls);
    await expect.poll(allMarked).toHaveLength(2);
    await world.run('reader.tell("next", { backwards: false })');
    await expect.poll(dialog).toBeDefined();
    await page.waitForTimeout(700);
  }

  /** The card's button, as only the inspector, or another extension that opens closed roots, comes by it. */
  async function clickByScript(): Promise<void> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('DOM.enable');
    const { nodes } = await cdp.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    const button = nodes.find(({ nodeName, isSVG }) => nodeName === 'BUTTON' && !isSVG)!;
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: button.backendNodeId });
    await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: 'function () { this.click(); }',
    });
    await cdp.detach();
  }

  it('act on no click that a script makes, even on the card’s own button', async () => {
    await openCard();
    await clickByScript();
    await page.waitForTimeout(100);
    expect(await log('opened')).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => log('opened')).toEqual(['50958']);
  });

  /** Runs in the page: covers all of it, in the top layer, above the card. */
  const cover = (pointerEvents: 'auto' | 'none') => {
    const over = document.createElement('div');
    over.id = 'cover';
    over.popover = 'manual';
    over.style.cssText = `pointer-events:${pointerEvents};inset:0;width:auto;height:auto;border:0`;
    document.body.append(over);
    over.showPopover();
  };

  it('act on no click while something that lets clicks through covers the card', async () => {
    await openCard();
    await page.evaluate(cover, 'none' as const);
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(100);
    expect(await log('opened')).toEqual([]);
    await page.evaluate(() => document.querySelector('#cover')!.remove());
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await expect.poll(() => log('opened')).toEqual(['50958']);
  });

  it('act on no click while the card is covered, were it since the key that makes the click', async () => {
    await openCard();
    await page.evaluate(
      `addEventListener('keydown', () => (${cover.toString()})('auto'), { capture: true, once: true })`,
    );
    await page.keyboard.press('Enter');
    await page.waitForTimeout(100);
    expect(await page.locator('#cover').count()).toBe(1);
    expect(await log('opened')).toEqual([]);
  });

  it('show a card that no style of the page fades', async () => {
    await openCard();
    const { x, y } = await middleOf('50958');
    const picture = () => page.screenshot({ clip: { x: x + 20, y: y + 30, width: 100, height: 60 } });
    const plain = await picture();
    await page.addStyleTag({ content: 'html, body, html > div { opacity: 0.1; filter: opacity(0.1) }' });
    expect((await picture()).equals(plain)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => log('opened')).toEqual(['50958']);
  });

  it('ask only about what the user points at, when told so', async () => {
    await open(twoCalls);
    await start(calls, { askOnPoint: true });
    await expect.poll(marked).toEqual({ ask: ['50958', 'call_x9y3zp4mq7r1'] });
    expect(await log('asked')).toEqual([]);
    const { x, y } = await middleOf('50958');
    await page.mouse.move(x, y);
    await expect.poll(() => log('asked')).toEqual([['50958']]);
    await expect.poll(marked).toEqual({ ask: ['call_x9y3zp4mq7r1'], positive: ['50958'] });
  });

  it('leave without a trace when the extension is gone', async () => {
    await open(twoCalls);
    await start(calls);
    await expect.poll(allMarked).toHaveLength(2);
    await world.run('reader.tell("next", { backwards: false }); alive = false; 0');
    await page.evaluate(() => document.body.append('call log ID: 61234'));
    await expect.poll(() => world.run('CSS.highlights.size')).toBe(0);
    expect(await card()).toBeNull();
  });
});

describe('a page that changes', () => {
  it('is followed: rows added, recycled and removed, inputs typed into', async () => {
    await open(
      `<!doctype html><body><ul><li id="a">Call ID: <b>50958</b></li></ul><label>Call ID <input></label></body>`,
    );
    await start(['50958', '61234', '70001', '88250'].map((id) => summary(id)));
    await expect.poll(allMarked).toEqual(['50958']);
    const isWrong = await page.evaluate(() => {
      document.querySelector('b')!.firstChild!.nodeValue = '61234';
      return new Promise((resolve) => requestAnimationFrame(() => resolve(document.querySelector('b')!.textContent)));
    });
    expect(isWrong).toBe('61234');
    expect(await allMarked()).not.toContain('50958');
    await expect.poll(allMarked).toEqual(['61234']);
    await page.evaluate(() => document.querySelector('ul')!.insertAdjacentHTML('beforeend', '<li>Call ID: 70001</li>'));
    await expect.poll(allMarked).toEqual(['61234', '70001']);
    await page.evaluate(() => document.querySelector('#a')!.remove());
    await expect.poll(allMarked).toEqual(['70001']);
    await page.fill('input', '88250');
    await expect
      .poll(async () => (await log<FrameReport>('report')).calls.map(({ id }) => id))
      .toEqual(['70001', '88250']);
  });

  it('is followed through shadow roots, hidden panes and in-app navigation', async () => {
    await open(
      `<!doctype html><body><x-pane></x-pane><div id="hidden" hidden>Call ID: 61234</div>
       <script>document.querySelector('x-pane').attachShadow({ mode: 'open' }).innerHTML = '<p>Call ID: <i>50958</i></p>';</script></body>`,
    );
    await start(['50958', '61234', '70001'].map((id) => summary(id)));
    await expect.poll(allMarked).toEqual(['50958']);
    expect(await log('asked')).toEqual([['50958']]);
    await page.evaluate(() => document.querySelector<HTMLElement>('#hidden')!.removeAttribute('hidden'));
    await expect.poll(allMarked).toEqual(['50958', '61234']);
    await page.evaluate(() => {
      history.pushState({}, '', '/other');
      document.querySelector('x-pane')!.shadowRoot!.querySelector('i')!.textContent = '70001';
    });
    await expect.poll(allMarked).toEqual(['61234', '70001']);
    await expect.poll(async () => (await log<FrameReport>('report')).address).toBe(`${origin}other`);
  });

  it('of React’s re-renders, sorts and edits as without us', async () => {
    const app = await build({
      stdin: {
        contents: `import { useState } from 'react'; import { createRoot } from 'react-dom/client';
          const rows = Array.from({ length: 40 }, (_, n) => ({ id: String(50900 + n), note: 'note ' + n }));
          function App() {
            const [list, setList] = useState(rows); const [text, setText] = useState('');
            return <div><button id="sort" onClick={() => setList([...list].reverse())}>Sort</button>
              <button id="cut" onClick={() => setList(list.slice(1))}>Cut</button>
              <input id="edit" value={text} onChange={(e) => setText(e.target.value)} /><output>{text}</output>
              <table><thead><tr><th>Call ID</th><th>Note</th></tr></thead><tbody>{list.map((row) => <tr key={row.id}><td>{row.id}</td><td>{row.note}</td></tr>)}</tbody></table></div>;
          }
          createRoot(document.querySelector('#app')).render(<App />);`,
        resolveDir: process.cwd(),
        loader: 'tsx',
      },
      bundle: true,
      write: false,
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    await open(
      `<!doctype html><body><div id="app"></div><script>${app.outputFiles[0]!.text.replaceAll('</', '<\\/')}</script></body>`,
    );
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await start(Array.from({ length: 40 }, (_, n) => summary(String(50_900 + n))));
    await expect.poll(async () => (await allMarked()).length).toBe(40);
    await page.click('#sort');
    await page.click('#cut');
    await page.type('#edit', 'typed');
    expect(await page.textContent('output')).toBe('typed');
    expect(await page.textContent('tbody tr:first-child td')).toBe('50938');
    await expect.poll(async () => (await allMarked()).length).toBe(39);
    expect(await allMarked()).not.toContain('50939');
    expect(errors).toEqual([]);
  });

  it('runs nothing of ours while it is hidden', async () => {
    await open(twoCalls);
    await start(calls);
    await expect.poll(allMarked).toHaveLength(2);
    const hide = (hidden: boolean) =>
      world.run(`Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${hidden} });
        document.dispatchEvent(new Event('visibilitychange')); 0`);
    await hide(true);
    await world.run(`known.set('61234', { ...known.get('50958'), ref: { id: '61234' } }); 0`);
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>Call ID: 61234</p>'));
    await page.waitForTimeout(400);
    expect((await log<string[][]>('asked')).flat()).not.toContain('61234');
    await hide(false);
    await expect.poll(allMarked).toContain('61234');
  });
});

describe('teaching', () => {
  it('takes the ID that is clicked and the words beside it, and keeps the click from the page', async () => {
    await open(
      `<!doctype html><body style="margin:60px"><p id="row"><span>AI ticket</span> <a href="#gone" id="it">zx-4711</a></p></body>`,
    );
    await page.evaluate(() => {
      Object.assign(globalThis, { clicks: 0 });
      document.body.addEventListener('click', () => ((globalThis as unknown as { clicks: number }).clicks += 1));
    });
    await start([]);
    await world.run('reader.tell("teach", {})');
    const { x, y } = await middleOf('zx-4711');
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    await expect
      .poll(() => log('taught'))
      .toEqual([{ id: 'zx-4711', label: 'AI ticket', pattern: String.raw`\bzx-\d{4}\b` }]);
    expect(await page.evaluate(() => [(globalThis as unknown as { clicks: number }).clicks, location.hash])).toEqual([
      0,
      '',
    ]);
    await world.run('reader.tell("teach", {})');
    await page.keyboard.press('Escape');
    await page.mouse.click(x, y);
    expect(await page.evaluate(() => location.hash)).toBe('#gone');
  });
});
