import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { RunningExtension } from '../test/harness/extension';
import { lookUp, readCall } from '../test/harness/steps';

const folder = fileURLToPath(new URL('../docs/store/pictures', import.meta.url));
const icon = fileURLToPath(new URL('../docs/icon.svg', import.meta.url));

/** The stores' sizes: CSS pixels. */
const screenshot = { width: 1280, height: 800 };
const tile = { width: 440, height: 280 };
const panelWidth = 420;

const [shown, noted] = ['3517893', '673b4e1a9c0d2f5e8a7b6c01'];
/** Beside the panel the page is zoomed out, as people do. */
const zoom = 0.75;

const save = (page: Page, name: string) => page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });

/** Lays pictures of real pages side by side, as the browser shows a page and its panel: no picture of the whole window can be taken. */
async function beside(extension: RunningExtension, name: string, left: Page, right: Page): Promise<void> {
  const width = screenshot.width - panelWidth - 1;
  await left.setViewportSize({ width: Math.round(width / zoom), height: Math.round(screenshot.height / zoom) });
  await right.setViewportSize({ width: panelWidth, height: screenshot.height });
  await left.waitForTimeout(1000);
  const sources = [await left.screenshot(), await right.screenshot()].map(
    (bytes) => `data:image/png;base64,${bytes.toString('base64')}`,
  );
  const page = await extension.context.newPage();
  await page.setViewportSize(screenshot);
  await page.setContent(
    `<style>body { margin: 0; display: flex; gap: 1px; background: #b9bec7 } img { display: block }</style>
    ${sources.map((source) => `<img src="${source}" height="${screenshot.height}">`).join('')}`,
  );
  await save(page, name);
  await page.close();
}

/** The small picture that a store shows in its lists. */
async function promoTile(extension: RunningExtension, name: string, line: string): Promise<void> {
  const page = await extension.context.newPage();
  await page.setViewportSize(tile);
  await page.setContent(
    `<style>
      body { margin: 0; display: grid; place-content: center; justify-items: center; gap: 14px; block-size: 100vh;
        background: linear-gradient(160deg, #f5f6f8, #dfe6f5); color: #1d2026; font: 15px/1.4 system-ui, sans-serif; text-align: center }
      svg { inline-size: 84px; block-size: 84px } h1 { margin: 0; font-size: 27px } p { margin: 0; max-inline-size: 350px }
    </style>${await readFile(icon, 'utf8')}<h1></h1><p></p>`,
  );
  await page.evaluate(
    ([title, text]) => {
      document.querySelector('h1')!.textContent = title;
      document.querySelector('p')!.textContent = text;
    },
    [name, line] as const,
  );
  await save(page, 'promo-tile');
  await page.close();
}

/** Takes the pictures of the store listing from the running product. */
export async function storePictures(extension: RunningExtension, options: Page, crm: Page): Promise<void> {
  await mkdir(folder, { recursive: true });
  const panel = await extension.panel();
  await panel.getByRole('list', { name: 'Calls on this page' }).or(panel.getByRole('searchbox')).first().waitFor();
  await crm.bringToFront();
  await lookUp(panel, shown);
  await readCall(panel, shown);
  await crm.bringToFront();
  await beside(extension, '1-crm-and-panel', crm, panel);

  await crm.setViewportSize(screenshot);
  await crm.bringToFront();
  await crm.mouse.move(0, 0);
  await crm.waitForTimeout(1000);
  await crm.getByText(shown, { exact: true }).last().hover();
  await crm.waitForTimeout(1500);
  await save(crm, '2-card-on-the-page');
  await panel.close();

  const call = await extension.callPage({ provider: 'omnidimension', id: shown });
  await call.setViewportSize(screenshot);
  await readCall(call, shown);
  await call.waitForTimeout(1000);
  await save(call, '3-one-call');
  await call.close();

  const list = await extension.open('sidepanel.html', screenshot);
  await list.getByRole('combobox', { name: 'Connection' }).selectOption({ label: 'Demo omnidimension' });
  await list.getByRole('list', { name: 'Latest calls' }).waitFor();
  await list.getByRole('heading', { name: 'Latest calls' }).evaluate((heading) => heading.scrollIntoView());
  await list.waitForTimeout(500);
  await save(list, '4-latest-calls');
  await list.close();

  const contact = await extension.callPage({ provider: 'highlevel', id: noted });
  await contact.setViewportSize(screenshot);
  await contact.getByRole('button', { name: 'Save note to contact' }).click();
  await contact.getByRole('dialog').waitFor();
  await contact.waitForTimeout(1000);
  await save(contact, '5-note-to-contact');
  await contact.close();

  const manifest = await options.evaluate(() => {
    const { name, description } = (
      globalThis as unknown as { chrome: { runtime: { getManifest(): { name: string; description: string } } } }
    ).chrome.runtime.getManifest();
    return { name, description };
  });
  await promoTile(extension, manifest.name, manifest.description);
  if (extension.problems.length > 0) throw new Error(extension.problems.join('; '));
}
