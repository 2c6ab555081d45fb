import { afterAll, beforeAll, expect, it } from 'vitest';
import { enableSite, lookUp } from '../harness/steps';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';

let replica: Replica;
let browser: TestBrowser;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

const contact = `<!doctype html><title>Contact</title><h1>John</h1>
<dl><dt>Customer name:</dt><dd>John Doe</dd><dt>Company name</dt><dd>Another Company</dd></dl>
<label>Email <input type="email" value="JOHN.DOE@example.com"></label>
<label>Password <input type="password" value="hunter2-hunter2"></label>`;

it('a call is compared with the fields of the record on screen, and with nothing elsewhere', async () => {
  const origin = new URL(replica.of('highlevel').baseUrl).origin;
  const options = await browser.options();
  await enableSite(options, origin);
  const crm = await browser.context.newPage();
  await crm.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: contact }));
  await crm.goto(
    `${origin}/v2/location/${replica.of('highlevel').account['locationId']}/contacts/detail/ve9EPM428h8vShlRW1KT`,
  );
  const popup = await browser.popup();
  const panel = await browser.openSidePanel(popup);
  await popup.close();
  await crm.bringToFront();
  await lookUp(panel, '507f1f77bcf86cd799439011');
  const row = (name: string) => panel.getByRole('table', { name: 'Extracted data' }).getByRole('row', { name });
  await row('customerName').getByText('Same in the record').waitFor();
  await row('email').getByText('Same in the record').waitFor();
  await row('companyName').getByText('The record says otherwise').waitFor();
  expect(await row('companyName').innerText()).toContain('Another Company');
  await row('customField1').getByText('Not in the record').waitFor();
  expect(await panel.locator('body').innerText()).not.toContain('hunter2');

  await crm.goto(`${origin}/v2/location/${replica.of('highlevel').account['locationId']}/contacts/smart_list/All`);
  await panel.getByText('Same in the record').first().waitFor({ state: 'detached' });
  expect(browser.problems).toEqual([]);
});
