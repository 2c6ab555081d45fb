import { contactId } from '../../test/harness/calls/highlevel';
import { oddCalls } from '../../test/harness/calls/odd';
import { lookUp } from '../../test/harness/steps';
import * as faults from '../../test/harness/faults';
import type { Fault } from '../../test/harness/replica';
import { booked, serveOddCalls } from '../../test/harness/stage';
import { callParts, openCall, type Scene, section } from './stage';

/** The failures of a look-up, each with the sentence that says it. */
const failing: Record<string, Fault> = {
  'key-rejected': faults.wrongKey('dialnexa'),
  'provider-down': faults.serverError('dialnexa'),
  // The last: it silences the connection for a while.
  'rate-limited': faults.rateLimited('dialnexa', '90'),
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

/** Calls beside each other and beside a record, lists of them, the note's template, and look-ups that fail. */
export const scenesAround: Scene[] = [
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
      await crm.goto(
        new URL(`/v2/location/${replica.of('highlevel').account['locationId']}/contacts/detail/${contactId}`, crm.url())
          .href,
      );
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
      await panel.locator('summary', { hasText: 'Filters' }).click();
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
  {
    name: 'first-steps',
    set: async ({ extension }) => extension.open('welcome.html'),
  },
  ...failures,
];
