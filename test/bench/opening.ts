import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';

/** A page of the extension to open, and when it counts as readable: once an element that `wanted` selects holds text. */
export interface Opening {
  /** Path and hash. */
  path: string;
  wanted: string;
  /** Presses the first button of a list whose text begins so, as soon as it is there. */
  press?: string;
  /** What must be so before the page is opened; its time does not count. */
  prepare?: () => Promise<unknown>;
}

/** The built extension with one more page, which does nothing but show a word by React. Returns its folder. */
export async function withBlankPage(built: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-bench-'));
  await cp(built, folder, { recursive: true });
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createRoot } from 'react-dom/client';
        createRoot(document.getElementById('root')).render('blank');`,
      resolveDir: '.',
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  await writeFile(join(folder, 'blank.js'), outputFiles[0]?.text ?? '');
  await writeFile(
    join(folder, 'blank.html'),
    '<!doctype html><script type="module" src="blank.js"></script><div id="root"></div>',
  );
  return folder;
}

const said = 'readable after ';

/**
 * Inside the page, from its first moment: says when it was readable, which is when the frame that shows it has been drawn. On the
 * console, for to ask the page would have the browser compile what asks, 8 to 16 ms on the page's own thread.
 */
function watchReadable({ openings, words }: { openings: Omit<Opening, 'prepare'>[]; words: string }): void {
  const opening = openings.find(({ path }) => (location.pathname + location.hash).startsWith(`/${path}`));
  if (!opening) return;
  const { wanted, press } = opening;
  let isPressed = press === undefined;
  const look = () => {
    if (!isPressed) {
      const buttons = [...document.querySelectorAll<HTMLElement>('ul li button')];
      const button = buttons.find(({ textContent }) => textContent.startsWith(press as string));
      isPressed = button !== undefined;
      button?.click();
    }
    if (!document.querySelector(wanted)?.textContent) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => console.debug(words + performance.now())));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}

/** A tab as wide and high as a popup in which openings can be measured. */
export async function pageForOpening(context: BrowserContext, openings: Opening[]): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 380, height: 600 });
  // tsx names inner functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (each) => each');
  await page.addInitScript(watchReadable, {
    openings: openings.map(({ path, wanted, press }) => ({ path, wanted, press })),
    words: said,
  });
  return page;
}

/**
 * Milliseconds from navigation to readable. All pages of an extension share one thread, so this is the only tab in use, and the page
 * before is left first: what it still had to do would count here.
 */
export async function open(page: Page, origin: string, { path, prepare }: Opening): Promise<number> {
  await page.goto('about:blank');
  await prepare?.();
  const message = page.waitForEvent('console', (each) => each.text().startsWith(said));
  await page.goto(`${origin}/${path}`, { waitUntil: 'commit' });
  return Number((await message).text().slice(said.length));
}

/** Opens each in turn, so many rounds, each round beginning with another one. Returns milliseconds to readable, by name and round. */
export async function openInTurn<Name extends string>(
  page: Page,
  origin: string,
  openings: Record<Name, Opening>,
  rounds: number,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(openings) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const at of names.keys()) {
      const name = names[(at + round) % names.length] as Name;
      times[name].push(await open(page, origin, openings[name]));
    }
  }
  return times;
}
