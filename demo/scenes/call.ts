import { oddCalls } from '../../test/harness/calls/odd';
import { booked } from '../../test/harness/stage';
import { callParts, openCall, type Scene, section } from './stage';

const aCall = (name: string, provider: string, id: string): Scene => ({
  name,
  set: (stage) => openCall(stage, provider, id),
  parts: callParts,
});

/** Documented, ordinary, long, odd and empty calls, and what can be done with one. */
export const callScenes: Scene[] = [
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
    name: 'paper',
    async set(stage) {
      const page = await openCall(stage, 'omnidimension', '3517893');
      await page.emulateMedia({ media: 'print' });
      return page;
    },
    parts: (page) => ({ beginning: page.getByRole('article') }),
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
];
