import type { CDPSession } from 'playwright-core';
import { expect, it } from 'vitest';
import { mask } from '../../lib/redaction/mask';
import { anyCall } from '../trust/anyCall';
import { marksOn } from './helpers/marksOn';
import { openEnabledSite } from './helpers/openEnabledSite';

const address = 'jane.roe@example.com';

/** Everything that the inspector sees of the page in text, closed roots included. */
async function textOf(cdp: CDPSession): Promise<string> {
  const { nodes } = await cdp.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  return nodes.map(({ nodeValue }) => nodeValue).join(' ');
}

it('the card of a call on an open page follows “Hide personal data”, both ways', async () => {
  const site = await openEnabledSite(() => '<!doctype html><p>Call log ID: <b>50958</b></p>');
  const said = anyCall((row) => ({ ...row, sentiment_analysis_details: `Write to ${address} on Monday.` }));
  site.replica.override('omnidimension', said['omnidimension']);
  const options = await site.browser.options();
  const page = await site.browser.context.newPage();
  await page.goto(site.address);
  await expect.poll(() => marksOn(page)).toBe(1);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('DOM.enable');
  /** What stands on the page when the pointer has come anew and rested. */
  const card = async () => {
    await page.bringToFront();
    await page.mouse.move(0, 0);
    await page.hover('b');
    await page.waitForTimeout(800);
    return textOf(cdp);
  };
  const shows = async (text: string) => {
    await expect.poll(card, { timeout: 20_000 }).toContain(`Write to ${text} on Monday.`);
  };
  await shows(address);
  const hide = options.getByRole('checkbox', { name: 'Hide personal data' });
  await hide.check();
  await shows(mask);
  await hide.uncheck();
  await shows(address);
  expect(site.browser.problems).toEqual([]);
  await site.close();
});
