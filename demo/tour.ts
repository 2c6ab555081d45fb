import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { RunningExtension } from '../test/harness/extension';
import { lookUp, readCall } from '../test/harness/steps';

const folder = fileURLToPath(new URL('screenshots', import.meta.url));

const stops = [
  { provider: 'omnidimension', id: '3517893' },
  { provider: 'dialnexa', id: 'call_p3h6tk0wsd9a' },
  { provider: 'highlevel', id: '673b4e1a9c0d2f5e8a7b6c01' },
  { provider: 'retell', id: 'call_5a82f0a43ea0977566b1104fcfc' },
  { provider: 'vapi', id: '019a9622-4f40-7a3c-8d21-5b7e9f1c0a11' },
  { provider: 'elevenlabs', id: 'conv_5101k9demo0rder5tatu5q2w8xyz' },
  { provider: 'bland', id: '4f6b2c1e-8a37-4d95-b0e2-6c1d9f3a7b58' },
  { provider: 'synthflow', id: '2f7b9c14-63d8-4e05-a1b7-9c4d0e8f3a62' },
];

/** The call whose card is shown on the CRM's page. */
const cardOf = '3517893';

/** Does it in light and in dark. */
async function inBoth(page: Page, work: (colorScheme: 'light' | 'dark') => Promise<unknown>) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await work(colorScheme);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const save = (page: Page, name: string, fullPage: boolean) =>
  page.screenshot({ path: `${folder}/${name}.png`, fullPage, animations: 'disabled' });

/** Long lists are drawn in lots: waits until a page is as long as it gets by itself. */
const drawn = (page: Page) =>
  page.evaluate(async () => {
    const { documentElement: root } = document;
    for (let before = 0; before !== root.scrollHeight;) {
      before = root.scrollHeight;
      await new Promise((done) => setTimeout(done, 500));
    }
  });

/** Saves a page whole, or what of it fits in the window, in light and in dark. */
async function photograph(page: Page, name: string, fullPage = true) {
  if (fullPage) await page.evaluate(() => scrollTo(0, 0));
  await drawn(page);
  await inBoth(page, (colorScheme) => save(page, `${name}-${colorScheme}`, fullPage));
}

/** Saves the card of an ID. It is in a closed shadow root, so nothing but pictures shows it; it keeps the colors it was opened in. */
async function photographCard(crm: Page, id: string) {
  await inBoth(crm, async (colorScheme) => {
    await crm.mouse.move(0, 0);
    await crm.waitForTimeout(1000);
    await crm.getByText(id, { exact: true }).last().hover();
    await crm.waitForTimeout(1000);
    await save(crm, `crm-card-${colorScheme}`, false);
  });
}

/** Looks up a call of each provider, opens the side panel and the full page, photographs every screen and prints a line per call. */
export async function tour(extension: RunningExtension, options: Page, crm: Page): Promise<void> {
  await mkdir(folder, { recursive: true });
  await photograph(options, 'options');
  const popup = await extension.popup();
  const here = popup.getByRole('list', { name: 'Calls on this page' });
  for (const { id } of stops) {
    const row = here.getByRole('button', { name: new RegExp(`^${id}`) }).filter({ hasText: 'Completed' });
    if (await crm.getByText(id).count()) await row.waitFor();
  }
  await photograph(popup, 'popup');
  for (const stop of stops) {
    await popup.reload();
    await lookUp(popup, stop.id);
    const { terms, turns, extracted } = await readCall(popup, stop.id);
    const {
      Provider = stop.provider,
      Status = 'no status',
      Sentiment = 'no sentiment',
      Duration = 'no duration',
    } = terms;
    const said = [Provider, stop.id, Status, Sentiment, Duration, `${turns} turns`, `${extracted} extracted fields`];
    console.log(said.join(' · '));
    await photograph(popup, `popup-${stop.provider}`, false);

    const page = await extension.callPage(stop);
    await readCall(page, stop.id);
    await photograph(page, `call-${stop.provider}`);
    await page.close();
  }
  await popup.reload();
  await popup.getByRole('list', { name: 'Recent calls' }).waitFor();
  await photograph(popup, 'popup-recent');

  const panel = await extension.openSidePanel(popup);
  await panel.getByRole('list', { name: 'Recent calls' }).waitFor();
  await crm.bringToFront();
  await panel.getByRole('list', { name: 'Calls on this page' }).waitFor();
  await photograph(panel, 'side-panel', false);
  await photograph(crm, 'crm');
  await photographCard(crm, cardOf);
  const [first] = stops;
  if (first) {
    await lookUp(panel, first.id);
    await photograph(panel, 'side-panel-call', false);
  }
  if (extension.problems.length > 0) throw new Error(extension.problems.join('; '));
}
