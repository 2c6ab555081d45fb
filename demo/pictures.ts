import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { launchExtension } from '../test/harness/extension';
import { serveOddCalls, type Stage } from '../test/harness/stage';
import { connectByMessage, enableSite } from '../test/harness/steps';
import { longerTexts } from '../test/harness/longerTexts';
import { scenesAround } from './scenes/around';
import { callScenes } from './scenes/call';
import type { Scene } from './scenes/stage';

const scenes = [...callScenes, ...scenesAround];

const folder = fileURLToPath(new URL('screenshots/parts', import.meta.url));

/** How a page is looked at. */
interface Look {
  name: string;
  media: { colorScheme: 'light' | 'dark'; forcedColors?: 'active' };
  dir?: 'rtl';
}

const light: Look['media'] = { colorScheme: 'light' };
const looks: Look[] = [
  { name: 'light', media: light },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'forced-colors', media: { colorScheme: 'dark', forcedColors: 'active' } },
  { name: 'right-to-left', media: light, dir: 'rtl' },
];
/** In a browser of its own: its texts are others. */
const longer: Look = { name: 'longer-texts', media: light };

/** CSS pixels: the narrowest panel, panel and popup, then what gives a call two and three columns. */
const widths = [320, 360, 380, 720, 1100, 1400];
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

/** Takes the page once at each width in each look. Returns the pieces of each part by look. */
async function shoot(page: Page, { name, parts }: Scene, as: Look[]): Promise<Map<string, Map<string, Piece[]>>> {
  const pieces = new Map<string, Map<string, Piece[]>>();
  for (const { name: look, media, dir } of as) {
    await page.emulateMedia({ forcedColors: null, ...media, reducedMotion: 'reduce' });
    await page.evaluate((direction) => (document.documentElement.dir = direction), dir ?? 'ltr');
    for (const width of widths) {
      await page.setViewportSize({ width, height: parts ? tallHeight : windowHeight });
      await page.evaluate(() => scrollTo(0, 0));
      const file = `shots/${name}-${width}-${look}.png`;
      const add = (part: string, piece: Omit<Piece, 'file' | 'window'>) => {
        const byLook = pieces.get(part) ?? new Map<string, Piece[]>();
        pieces.set(part, byLook.set(look, [...(byLook.get(look) ?? []), { file, window: width, ...piece }]));
      };
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

const sheet = (byLook: Map<string, Piece[]>) => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 8px; display: inline-block; background: #888; font: 12px sans-serif }
  h2 { margin: 8px 0; font-size: 14px }
  main { display: flex; gap: 8px; align-items: start }
  figure { margin: 0 0 8px }
</style>${[...byLook].map(([look, pieces]) => `<h2>${look}</h2><main>${pieces.map(figure).join('')}</main>`).join('')}`;

/** A second browser beside the stage's, whose texts are longer. */
async function longerStage({ replica, crm }: Stage): Promise<Stage> {
  const extension = await launchExtension({ extension: await longerTexts() });
  const options = await extension.options();
  await connectByMessage(options, replica);
  await enableSite(options, crm.url());
  await options.close();
  const tab = await extension.context.newPage();
  await tab.goto(crm.url());
  return { extension, replica, crm: tab };
}

/**
 * Takes every scene whose name matches `wanted`, a regular expression, at every width in every look, and lays each part of it out on a
 * sheet: `demo/screenshots/parts/<scene>-<part>.png`. Prints a line a scene.
 */
export async function pictures(stage: Stage, wanted = ''): Promise<void> {
  if (!wanted) await rm(folder, { recursive: true, force: true });
  await mkdir(`${folder}/shots`, { recursive: true });
  serveOddCalls(stage.replica);
  const other = await longerStage(stage);
  const table = await stage.extension.context.newPage();
  for (const scene of scenes.filter(({ name }) => new RegExp(wanted).test(name))) {
    const taken = await played(scene, stage, looks);
    for (const [part, byLook] of await played(scene, other, [longer]))
      for (const [look, pieces] of byLook) taken.get(part)?.set(look, pieces);
    for (const [part, byLook] of taken) {
      const file = `${folder}/${scene.name}-${part}`;
      await writeFile(`${file}.html`, sheet(byLook));
      await table.goto(pathToFileURL(`${file}.html`).href);
      await table.locator('body').screenshot({ path: `${file}.png` });
    }
    console.log(`${scene.name}: ${[...taken.keys()].join(', ')}`);
  }
  await other.extension.close();
}

async function played(scene: Scene, stage: Stage, as: Look[]): ReturnType<typeof shoot> {
  const page = await scene.set(stage);
  const taken = await shoot(page, scene, as);
  await page.close();
  return taken;
}
