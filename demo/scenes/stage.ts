import type { Locator, Page } from 'playwright-core';
import { oddCalls } from '../../test/harness/calls/odd';
import type { RunningExtension } from '../../test/harness/extension';
import * as faults from '../../test/harness/faults';
import { providerIds, type Replica } from '../../test/harness/replica';

/** Where a scene is played. */
export interface Stage {
  extension: RunningExtension;
  replica: Replica;
  /** The page of the demo CRM, which is enabled. */
  crm: Page;
}

/** One state of one page, and what of it is photographed. */
export interface Scene {
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

/** A part of the first call on a page, by its heading. */
export const section = (page: Page, title: string) =>
  page
    .getByRole('article')
    .first()
    .locator('details')
    .filter({ has: page.locator('summary h3', { hasText: title }) });

/** The parts of a call that are there. */
export const callParts = (page: Page): Record<string, Locator> => ({
  header: page.getByRole('article').first().locator('header').first(),
  facts: page.getByRole('article').first().locator('dl').first(),
  recording: page.getByRole('article').first().getByRole('group', { name: 'Recording' }),
  ...Object.fromEntries(
    ['Transcript', 'Extracted data', 'Actions', 'Deliveries', 'Metrics', 'Issues', 'Details', 'All fields'].map(
      (title) => [title.toLowerCase().replace(' ', '-'), section(page, title).first()],
    ),
  ),
});

/** Opens a call in a page of its own. */
export const openCall = async ({ extension }: Stage, provider: string, id: string) => {
  const page = await extension.callPage({ provider, id });
  await page.getByRole('article').waitFor();
  return page;
};

/** Has a recording, actions and extracted values. */
export const booked = { provider: 'highlevel', id: '673b4e1a9c0d2f5e8a7b6c01' } as const;
