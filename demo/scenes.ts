import type { Locator, Page } from 'playwright-core';
import { contactId } from './calls/highlevel';
import { oddCalls } from './calls/odd';
import { lookUp, type RunningExtension } from './extension';
import * as faults from './faults';
import { type Fault, providerIds, type ProviderId, type Replica } from './replica';

/** Where a scene is played. */
export interface Stage {
  extension: RunningExtension;
  replica: Replica;
  /** The page of the demo CRM, which is enabled. */
  crm: Page;
}

/** One state of one page, and what of it is photographed. */
interface Scene {
  name: string;
  set(stage: Stage): Promise<Page>;
  /** The parts that get a sheet of their own; the window as it is, when left out. */
  parts?: (page: Page) => Record<string, Locator>;
}

/** A request for an odd call is answered with it, any other by the replica. */
export function serveOddCalls(replica: Replica): void {
  for (const provider of providerIds) {
    const odd = Object.values(oddCalls).filter((call) => call.provider === provider);
    const serve = odd.map(({ id, reply }) => faults.only(new RegExp(`/${id}\\b`), faults.reply(200, reply)));
    replica.override(provider, async (request, response) => {
      for (const each of serve) if ((await each(request, response)) !== false) return;
      return false;
    });
  }
}

const section = (page: Page, title: string) =>
  page
    .getByRole('article')
    .first()
    .locator('details')
    .filter({ has: page.locator('summary h3', { hasText: title }) });

/** The parts of a call that are there. */
const callParts = (page: Page): Record<string, Locator> => ({
  header: page.getByRole('article').first().locator('> header'),
  facts: page.getByRole('article').first().locator('dl').first(),
  ...Object.fromEntries(
    ['Recording', 'Transcript', 'Extracted data', 'Actions', 'Deliveries', 'Metrics', 'Issues', 'All fields'].map(
      (title) => [title.toLowerCase().replace(' ', '-'), section(page, title).first()],
    ),
  ),
});

const openCall = async ({ extension }: Stage, provider: ProviderId, id: string) => {
  const page = await extension.callPage({ provider, id });
  await page.getByRole('article').waitFor();
  return page;
};

const aCall = (name: string, provider: ProviderId, id: string): Scene => ({
  name,
  set: (stage) => openCall(stage, provider, id),
  parts: callParts,
});

const booked = { provider: 'highlevel', id: '673b4e1a9c0d2f5e8a7b6c01' } as const;

/** The failures of a look-up, each with the sentence that says it. */
const failing: Record<string, Fault> = {
  'key-rejected': faults.wrongKey('dialnexa'),
  'rate-limited': faults.rateLimited('dialnexa', '90'),
  'provider-down': faults.serverError('dialnexa'),
};

const failures = Object.entries(failing).map(([name, fault]): Scene => ({
  name: `failure-${name}`,
  async set({ extension, replica }) {
    replica.override('dialnexa', fault);
    const page = await extension.callPage({ provider: 'dialnexa', id: 'call_z8d5gk7hn2bq' });
    await page.getByRole('alert').waitFor({ timeout: 30_000 });
    serveOddCalls(replica);
    return page;
  },
}));

/** Documented, ordinary, long, odd and empty calls, and each thing that can be done with one. */
export const scenes: Scene[] = [
  aCall('omnidimension-documented', 'omnidimension', '50958'),
  aCall('dialnexa-documented', 'dialnexa', 'call_x9y3zp4mq7r1'),
  aCall('highlevel-documented', 'highlevel', '507f1f77bcf86cd799439011'),
  aCall('omnidimension', 'omnidimension', '3517893'),
  aCall('dialnexa', 'dialnexa', 'call_p3h6tk0wsd9a'),
  aCall('highlevel', booked.provider, booked.id),
  aCall('not-reached', 'dialnexa', 'call_f0c6rj2ym8ip'),
  aCall('in-progress', 'dialnexa', 'call_q1w2e3r4t5y6'),
  ...Object.entries(oddCalls)
    .filter(([name]) => name !== 'long')
    .map(([name, { provider, id }]) => aCall(`odd-${name}`, provider, id)),
  {
    name: 'odd-long',
    async set(stage) {
      const page = await openCall(stage, oddCalls.long.provider, oddCalls.long.id);
      await page.getByText('Turn 1 of').waitFor();
      return page;
    },
  },
  {
    name: 'playing',
    async set(stage) {
      const page = await openCall(stage, booked.provider, booked.id);
      await page.getByRole('button', { name: 'Open recording' }).click();
      await page.locator('audio + div svg path').first().waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByRole('tab', { name: 'Other form' }).click();
      await page.getByRole('slider', { name: 'Position' }).fill('2');
      return page;
    },
    parts: (page) => ({ recording: section(page, 'Recording'), transcript: section(page, 'Transcript') }),
  },
  {
    name: 'evidence',
    async set(stage) {
      const page = await openCall(stage, booked.provider, booked.id);
      await page
        .getByRole('button', { name: /^Said in turn/ })
        .first()
        .click();
      return page;
    },
    parts: (page) => ({ transcript: section(page, 'Transcript'), 'extracted-data': section(page, 'Extracted data') }),
  },
  {
    name: 'search',
    async set(stage) {
      const page = await openCall(stage, 'omnidimension', '3517893');
      await page.getByRole('searchbox', { name: 'Search transcript' }).fill('the');
      await page.locator('mark[aria-current]').waitFor();
      return page;
    },
    parts: (page) => ({ transcript: section(page, 'Transcript') }),
  },
  {
    name: 'export',
    async set(stage) {
      const page = await openCall(stage, booked.provider, booked.id);
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: 'Markdown' }).waitFor();
      return page;
    },
  },
  {
    name: 'review',
    async set(stage) {
      const page = await openCall(stage, 'dialnexa', 'call_p3h6tk0wsd9a');
      for (const name of ['Reviewed', 'Flagged', 'Add a note']) await page.getByRole('button', { name }).click();
      await page.getByRole('textbox', { name: 'Your note' }).fill('Call back on Monday, after ten. Asked for Priya.');
      await page.getByRole('button', { name: 'Flagged', pressed: true }).waitFor();
      return page;
    },
  },
  {
    name: 'keys',
    async set(stage) {
      const page = await openCall(stage, booked.provider, booked.id);
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
      return page;
    },
  },
  {
    name: 'compare-with',
    async set(stage) {
      const page = await openCall(stage, booked.provider, booked.id);
      await page.getByRole('button', { name: 'Compare with…' }).click();
      return page;
    },
  },
  {
    name: 'compare',
    async set({ extension }) {
      const page = await extension.open('call.html#/omnidimension/3517893/vs/omnidimension/3517894');
      await page.getByRole('table', { name: 'Comparison' }).waitFor();
      return page;
    },
    parts: (page) => ({ table: page.locator('section').first(), calls: page.getByRole('article').first() }),
  },
  {
    name: 'beside-the-record',
    async set({ extension, crm, replica }) {
      // The demo CRM's contact, at an address that names its record as HighLevel's do.
      await crm.route('**/v2/location/**', async (route) =>
        route.fulfill({ response: await route.fetch({ url: new URL('/', crm.url()).href }) }),
      );
      const popup = await extension.popup();
      const panel = await extension.openSidePanel(popup);
      await popup.close();
      await crm.bringToFront();
      await crm.goto(new URL(`/v2/location/${replica.locationId}/contacts/detail/${contactId}`, crm.url()).href);
      await lookUp(panel, '507f1f77bcf86cd799439011');
      await panel.getByRole('table', { name: 'Extracted data' }).getByText('record').first().waitFor();
      return panel;
    },
    parts: (page) => ({ header: callParts(page).header!, 'extracted-data': section(page, 'Extracted data') }),
  },
  {
    name: 'lists',
    async set({ extension, crm }) {
      const panel = await extension.panel();
      await crm.bringToFront();
      await panel.getByRole('combobox', { name: 'Connection' }).selectOption({ label: 'Demo dialnexa' });
      await panel.getByRole('list', { name: 'Latest calls' }).getByText('call_mfgsn90vwcozgb').waitFor();
      await panel.getByText('Filters', { exact: true }).click();
      return panel;
    },
    parts: (page) => ({
      all: page.getByRole('main'),
      latest: page.locator('section').filter({ has: page.getByRole('combobox', { name: 'Connection' }) }),
    }),
  },
  {
    name: 'note',
    set: async ({ extension }) => extension.options(),
    parts: (page) => ({ template: page.locator('section').filter({ has: page.getByRole('list', { name: 'Note' }) }) }),
  },
  {
    name: 'results',
    async set({ extension }) {
      const popup = await extension.popup();
      await popup
        .getByRole('searchbox', { name: 'Call ID' })
        .fill(['50958', 'call_x9y3zp4mq7r1', '507f1f77bcf86cd799439011', oddCalls.words.id, '999999999'].join('\n'));
      await popup.getByRole('button', { name: 'Look up' }).click();
      await popup.getByText('5 of 5').waitFor();
      return popup;
    },
  },
  ...failures,
];
