import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { scenesAround } from './scenes/around';
import { callScenes } from './scenes/call';
import { type Scene, serveOddCalls, type Stage } from './scenes/stage';

const scenes = [...callScenes, ...scenesAround];

const folder = fileURLToPath(new URL('screenshots/parts', import.meta.url));

const schemes = ['light', 'dark'] as const;
/** CSS pixels: the narrowest panel, the popup, a wide panel, and two windows. */
const widths = [320, 380, 600, 900, 1200];
const windowHeight = 900;
/** Of the window while parts are taken: what stays in sight while the rest scrolls is then there whole. */
const tallHeight = 2_400;
/** So much of a part is shown on its sheet. */
const partHeight = 1_000;

/** A piece of a picture, in CSS pixels, and how wide the window was. */
interface Piece {
  file: string;
  window: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

const margin = 8;

/** Takes the page once at each width in each colour scheme. Returns the pieces of each part, light ones first. */
async function shoot(page: Page, name: string, parts: Scene['parts']): Promise<Map<string, Piece[]>> {
  const pieces = new Map<string, Piece[]>();
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: parts ? tallHeight : windowHeight });
      await page.evaluate(() => scrollTo(0, 0));
      const file = `shots/${name}-${width}-${colorScheme}.png`;
      const add = (part: string, piece: Omit<Piece, 'file' | 'window'>) =>
        pieces.set(part, [...(pieces.get(part) ?? []), { file, window: width, ...piece }]);
      let lowest = windowHeight;
      if (!parts) add('window', { x: 0, y: 0, width, height: windowHeight });
      for (const [part, place] of Object.entries(parts?.(page) ?? {})) {
        const box = await place.boundingBox({ timeout: 500 }).catch(() => null);
        if (!box) continue;
        const [x, y] = [Math.max(0, box.x - margin), Math.max(0, box.y - margin)];
        const height = Math.min(box.height + 2 * margin, partHeight);
        add(part, { x, y, width: Math.min(width - x, box.width + 2 * margin), height });
        lowest = Math.max(lowest, y + height);
      }
      await page.screenshot({
        path: `${folder}/${file}`,
        animations: 'disabled',
        ...(parts && { fullPage: true, clip: { x: 0, y: 0, width, height: lowest } }),
      });
    }
  }
  return pieces;
}

const figure = ({ file, window, x, y, width, height }: Piece) =>
  `<figure><figcaption>${window}</figcaption>
  <div style="width:${width}px;height:${height}px;background:url(${file}) ${-x}px ${-y}px no-repeat"></div></figure>`;

const sheet = (pieces: Piece[]) => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 8px; display: inline-block; background: #888; font: 12px sans-serif }
  main { display: flex; gap: 8px; align-items: start }
  figure { margin: 0 0 8px }
</style>${schemes
  .map(
    (scheme) =>
      `<main>${pieces
        .filter(({ file }) => file.endsWith(`${scheme}.png`))
        .map(figure)
        .join('')}</main>`,
  )
  .join('')}`;

/**
 * Takes every scene whose name matches `wanted`, a regular expression, at every width, light and dark, and lays each part of it out on a sheet:
 * `demo/screenshots/parts/<scene>-<part>.png`. Prints a line a scene.
 */
export async function pictures(stage: Stage, wanted = ''): Promise<void> {
  if (!wanted) await rm(folder, { recursive: true, force: true });
  await mkdir(`${folder}/shots`, { recursive: true });
  serveOddCalls(stage.replica);
  const table = await stage.extension.context.newPage();
  for (const { name, set, parts } of scenes.filter((scene) => new RegExp(wanted).test(scene.name))) {
    const page = await set(stage);
    const taken = await shoot(page, name, parts);
    await page.close();
    for (const [part, pieces] of taken) {
      const file = `${folder}/${name}-${part}`;
      await writeFile(`${file}.html`, sheet(pieces));
      await table.goto(pathToFileURL(`${file}.html`).href);
      await table.locator('body').screenshot({ path: `${file}.png` });
    }
    console.log(`${name}: ${[...taken.keys()].join(', ')}`);
  }
}
