import type { Locator, Page } from 'playwright-core';
import type { Stage } from '../../test/harness/stage';

/** One state of one page, and what of it is photographed. */
export interface Scene {
  name: string;
  set(stage: Stage): Promise<Page>;
  /** The parts that get a sheet of their own; the window as it is, when left out. */
  parts?: (page: Page) => Record<string, Locator>;
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
