import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../harness/startChromium';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from './helpers/pageWorld';

/** The icons our code names. */
const names = [
  ...new Set(
    ['components', 'entrypoints', 'lib']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
      )
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => readFileSync(path, 'utf8').match(/(?<=import \{)[^}]*(?=\} from 'lucide')/g) ?? [])
      .flatMap((list) => list.match(/\w+/g) ?? []),
  ),
].sort();
/** How our icons are drawn. */
const iconStyle = /\{([^}]*)\}/.exec(readFileSync('components/ui/Icon.module.css', 'utf8'))?.[1] ?? '';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startChromium();
  page = await browser.newPage();
  await page.evaluate(
    `${await bundle(`export { ${names.join(', ')}, createElement } from 'lucide'; export { iconPath } from './components/ui/iconPath';`)}; globalThis.ours = ours`,
  );
});
afterAll(() => browser.close());

/** Runs in the page: the share of its pixels in which our drawing of an icon differs from lucide's own, and how many it inks. */
async function compare([name, style]: string[]): Promise<{ differs: number; inked: number }> {
  const { ours } = globalThis as unknown as {
    ours: Record<string, unknown> & { createElement(icon: unknown): SVGElement; iconPath(icon: unknown): string };
  };
  const size = 240;
  const theirs = ours.createElement(ours[name!]);
  const own = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  own.setAttribute('xmlns', own.namespaceURI!);
  own.setAttribute('viewBox', '0 0 24 24');
  own.setAttribute('style', style!);
  own.innerHTML = `<path d="${ours.iconPath(ours[name!])}"/>`;
  const alphas = await Promise.all(
    [theirs, own].map(async (svg) => {
      svg.setAttribute('width', `${size}`);
      svg.setAttribute('height', `${size}`);
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(svg.outerHTML)}`;
      await image.decode();
      const context = new OffscreenCanvas(size, size).getContext('2d')!;
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, size, size).data.filter((_, index) => index % 4 === 3);
    }),
  );
  const [theirAlpha, ownAlpha] = alphas as [Uint8ClampedArray, Uint8ClampedArray];
  const differs = theirAlpha.filter((alpha, index) => Math.abs(alpha - ownAlpha[index]!) > 64).length;
  return { differs, inked: theirAlpha.filter((alpha) => alpha > 128).length };
}

it.each(names)('%s looks as lucide draws it', async (name) => {
  const { differs, inked } = await page.evaluate(compare, [name, iconStyle]);
  expect(inked).toBeGreaterThan(500);
  expect(differs).toBeLessThan(inked / 500);
});
