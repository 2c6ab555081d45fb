import type { Page } from 'playwright-core';

/** How many marks a web page, or a frame of one, shows, whatever they look like. */
export const marksOn = (where: Pick<Page, 'evaluate'>): Promise<number> =>
  where.evaluate(() => [...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0));
