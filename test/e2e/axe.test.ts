import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { providers as everyProvider } from '../../lib/providers';
import { startCrm } from '../harness/crm';
import { connectByMessage, enableSite, lookUp } from '../harness/steps';
import * as faults from '../harness/faults';
import { providerIds, type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { sitesIn, tell } from './helpers/tell';

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

let replica: Replica;
let browser: TestBrowser;
let control: Page;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser();
  control = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

afterEach(() => {
  for (const provider of providerIds) replica.override(provider, undefined);
});

/** Inside the page, once its source ran there. */
declare const axe: { run(options: { resultTypes: ['violations']; runOnly?: string[] }): Promise<AxeResults> };

/** All rules in light, and in dark those that look at colours: a scheme changes nothing else. */
const looks = [
  { colorScheme: 'light', runOnly: undefined },
  { colorScheme: 'dark', runOnly: ['color-contrast', 'link-in-text-block'] },
] as const;

/** Runs axe in both colour schemes at each width, in CSS pixels; nothing may be wrong, and nothing wider than the window. */
async function inspect(page: Page, ...widths: number[]): Promise<void> {
  await page.evaluate(source);
  const found: string[] = [];
  for (const { colorScheme, runOnly } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const { passes, violations, overflow } = await page.evaluate(
        async (rules) => {
          const result = await axe.run({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
          return {
            passes: result.passes.length,
            violations: result.violations.flatMap(({ id, nodes }) =>
              nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
            ),
            overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          };
        },
        runOnly && [...runOnly],
      );
      if (!runOnly) expect(passes).toBeGreaterThan(10);
      found.push(...violations.map((each) => `${colorScheme} ${width}: ${each}`));
      if (overflow > 0) found.push(`${colorScheme} ${width}: ${overflow} px wider than the window`);
    }
  }
  expect(found).toEqual([]);
}

/** A documented call of each provider. */
const calls = new Map(everyProvider.map(({ id, samples }) => [id, samples.ids[0] as string]));
const providers = [...calls];
const [popupWidths, pageWidths] = [
  [320, 380],
  [320, 380, 1200],
];

const submit = async (page: Page, text: string) => {
  await page.getByRole('searchbox', { name: 'Call ID' }).fill(text);
  await page.getByRole('button', { name: 'Look up' }).click();
};

/** Opens everything that is folded. */
async function unfold(page: Page): Promise<void> {
  const closed = page.locator('details:not([open]) > summary:visible');
  while ((await closed.count()) > 0) await closed.first().click();
}

it('settings without a connection, and with fields that are wrong', async () => {
  await control.getByText('No connection yet').waitFor();
  await inspect(control, ...pageWidths);
  await control.getByRole('button', { name: 'Save and test' }).click();
  await control.getByText('Paste the API key.').waitFor();
  await inspect(control, ...pageWidths);
  await control.getByRole('combobox', { name: 'Connect to' }).selectOption('gateway');
  await control.getByRole('textbox', { name: 'Gateway address' }).fill('http://api.example.com');
  await control.getByRole('button', { name: 'Save and test' }).click();
  await control.getByText('Paste the token.').waitFor();
  await inspect(control, ...pageWidths);
});

it('the first popup', async () => {
  const popup = await browser.popup();
  await popup.getByRole('button', { name: 'Try with sample calls' }).waitFor();
  await inspect(popup, ...popupWidths);
  await popup.close();
});

it('the first steps', async () => {
  const page = await browser.open('welcome.html');
  await page.getByRole('list', { name: 'First steps' }).waitFor();
  await inspect(page, ...pageWidths);
  await page.close();
});

it('a popup without calls', async () => {
  await connectByMessage(control, replica);
  const popup = await browser.popup();
  await popup.getByText('Calls you look up appear here').waitFor();
  await inspect(popup, ...popupWidths);
  await popup.close();
});

it('settings with connections that work and one that does not, one being changed, one being removed', async () => {
  await tell(control, 'saveConnection', {
    id: 'wrong',
    provider: 'dialnexa',
    label: 'Wrong key',
    key: 'wrong:key',
    baseUrl: replica.of('dialnexa').baseUrl,
  });
  await control.reload();
  const items = control.getByRole('list', { name: 'Connections' }).getByRole('listitem');
  await items.nth(3).waitFor();
  for (const test of await items.getByRole('button', { name: 'Test' }).all()) await test.click();
  await items.getByRole('status').nth(2).waitFor();
  await items.getByRole('alert').waitFor();
  await items.getByRole('button', { name: 'What this token may read' }).first().click();
  await items.getByRole('table').waitFor();
  await inspect(control, ...pageWidths);

  const changed = items.filter({ hasText: 'Demo highlevel' });
  await changed.getByRole('button', { name: 'Edit' }).click();
  await changed.getByRole('form', { name: 'Change Demo highlevel' }).waitFor();
  await inspect(control, ...pageWidths);

  await items.filter({ hasText: 'Wrong key' }).getByRole('button', { name: 'Remove' }).click();
  const dialog = control.getByRole('dialog', { name: 'Remove Wrong key' });
  await inspect(control, ...pageWidths);
  await dialog.getByRole('button', { name: 'Remove connection' }).click();
  await dialog.waitFor({ state: 'detached' });

  await control.getByRole('button', { name: 'Clear all data' }).click();
  await inspect(control, ...pageWidths);
  await control.keyboard.press('Escape');
});

it('a popup that waits, then waits long', async () => {
  replica.override('dialnexa', faults.hang);
  const popup = await browser.popup();
  await submit(popup, 'call_z8d5gk7hn2bq');
  await popup.getByText('Loading…').waitFor();
  await inspect(popup, 380);
  await popup.getByText('Still waiting for the connected accounts').waitFor();
  await inspect(popup, ...popupWidths);
  await popup.close();
});

it('a look-up that fails, and a table of calls that are found, unknown and failed', async () => {
  const popup = await browser.popup();
  await submit(popup, '999999999');
  await popup.getByRole('alert').waitFor();
  await inspect(popup, ...popupWidths);
  replica.override('highlevel', faults.serverError('highlevel'));
  await submit(popup, [...calls.values(), '999999999'].join('\n'));
  await popup.getByText(`${calls.size + 1} of ${calls.size + 1}`).waitFor();
  await popup.getByText('has trouble on its side').waitFor();
  await inspect(popup, ...popupWidths);
  await popup.close();
});

it.each(providers)('a call of %s in the popup, folded and unfolded', async (_, id) => {
  const popup = await browser.popup();
  await lookUp(popup, id);
  await inspect(popup, ...popupWidths);
  await unfold(popup);
  await inspect(popup, 320);
  await popup.close();
});

it('a popup with recent calls', async () => {
  const popup = await browser.popup();
  await popup.getByRole('list', { name: 'Recent calls' }).waitFor();
  await inspect(popup, ...popupWidths);
  await popup.close();
});

it('a call in progress, a call that could not be refreshed, one that is not complete', async () => {
  const popup = await browser.popup();
  await lookUp(popup, 'call_q1w2e3r4t5y6');
  await popup.getByText('This call is still going on').waitFor();
  await inspect(popup, ...popupWidths);

  await lookUp(popup, calls.get('omnidimension')!);
  replica.override('omnidimension', faults.serverError('omnidimension'));
  await popup.getByRole('button', { name: 'Refresh' }).click();
  await popup.getByText('has trouble on its side').waitFor();
  await inspect(popup, ...popupWidths);
  replica.override('omnidimension', undefined);

  replica.override('dialnexa', faults.only(/details/, faults.noAccess('dialnexa')));
  await lookUp(popup, 'call_abc123');
  await popup.getByRole('alert').waitFor();
  await inspect(popup, ...popupWidths);
  await popup.close();
});

it('a transcript that is searched, another form of it, and a value that is revealed', async () => {
  const page = await browser.callPage({ provider: 'highlevel', id: calls.get('highlevel')! });
  await page.getByRole('searchbox', { name: 'Search transcript' }).fill('e');
  await page.locator('mark').first().waitFor();
  await unfold(page);
  await page
    .getByRole('button', { name: /^Reveal/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Hide/ }).first().waitFor();
  await inspect(page, ...pageWidths);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await inspect(page, 1200);
  }
  await page.close();
});

it('the panel’s lists, and a call in it', async () => {
  const panel = await browser.panel();
  const latest = panel.getByRole('list', { name: 'Latest calls' });
  await latest.waitFor();
  await inspect(panel, ...pageWidths);
  await latest.getByRole('button').first().click();
  await panel.getByRole('article').waitFor();
  await inspect(panel, ...pageWidths);
  await panel.close();
});

it('the panel when the list fails', async () => {
  replica.override('dialnexa', faults.serverError('dialnexa'));
  const panel = await browser.panel();
  await panel.getByRole('combobox', { name: 'Connection' }).selectOption({ label: 'Demo dialnexa' });
  await panel.getByRole('alert').waitFor();
  await inspect(panel, ...popupWidths);
  await panel.close();
});

it.each(providers)('the full page of a call of %s', async (provider, id) => {
  const page = await browser.callPage({ provider, id });
  await page.getByRole('article').waitFor();
  await inspect(page, ...pageWidths);
  await page.close();
});

it('the full page of no call', async () => {
  const unknown = await browser.callPage({ provider: 'dialnexa', id: 'call_doesnotexist' });
  await unknown.getByRole('alert').waitFor();
  await inspect(unknown, ...pageWidths);
  await unknown.close();
  const invalid = await browser.open('call.html#/nothing');
  await invalid.getByText('This link names no call').waitFor();
  await inspect(invalid, ...pageWidths);
  await invalid.close();
});

it('the export menu, where values were said, a review', async () => {
  const page = await browser.callPage({ provider: 'highlevel', id: '673b4e1a9c0d2f5e8a7b6c01' });
  await page.getByRole('button', { name: 'Flagged' }).click();
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByRole('textbox', { name: 'Your note' }).fill('Call back on Monday');
  await page
    .getByRole('button', { name: /^Said in turn/ })
    .first()
    .click();
  await inspect(page, ...pageWidths);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Markdown' }).waitFor();
  await inspect(page, ...pageWidths);
  await page.close();
});

it('the call to compare with, then two calls side by side', async () => {
  const page = await browser.callPage({ provider: 'dialnexa', id: 'call_p3h6tk0wsd9a' });
  await page.getByRole('button', { name: 'Compare with…' }).click();
  await page.getByRole('searchbox', { name: 'Other call' }).waitFor();
  await inspect(page, ...pageWidths);
  await page.getByRole('searchbox', { name: 'Other call' }).fill(calls.get('omnidimension')!);
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: 'Comparison' }).waitFor();
  await inspect(page, ...pageWidths);
  await page.close();
});

it('a page to open an exported call in, and one that refused a file', async () => {
  const page = await browser.open('call.html');
  const input = page.getByLabel('Open exported call').locator('input[type=file]');
  await inspect(page, ...pageWidths);
  await input.setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await page.getByRole('alert').waitFor();
  await inspect(page, ...pageWidths);
  await page.close();
});

it('a provider of the user’s own, and a file that was refused', async () => {
  const page = await browser.options();
  const input = page.getByLabel('Add a provider from a file').and(page.locator('input'));
  const buffer = readFileSync('docs/providers/internal-example.json');
  await input.setInputFiles({ name: 'acme.json', mimeType: 'application/json', buffer });
  await page.getByText('Acme Voice was added.').waitFor();
  await input.setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await page.getByRole('alert').waitFor();
  await inspect(page, ...pageWidths);
  await tell(page, 'removeProvider', { provider: 'acme-voice' });
  await page.close();
});

it('the panel’s filters, and a list of reviewed calls', async () => {
  const page = await browser.callPage({ provider: 'dialnexa', id: 'call_p3h6tk0wsd9a' });
  await page.getByRole('button', { name: 'Flagged' }).click();
  await page.getByRole('button', { name: 'Flagged', pressed: true }).waitFor();
  await page.close();
  const panel = await browser.panel();
  await panel.getByRole('combobox', { name: 'Connection' }).selectOption({ label: 'Demo dialnexa' });
  await panel.getByRole('img', { name: 'Flagged' }).first().waitFor();
  await panel.getByText('Filters').click();
  await inspect(panel, ...pageWidths);
  await panel.close();
});

it('a site that is off, then on with its calls, the calls of its contact, rules, and an ID being taught', async () => {
  const crm = await startCrm();
  const page = await browser.context.newPage();
  await page.goto(crm.url);
  const popup = await browser.popup();
  await popup.getByRole('button', { name: 'Enable on this site' }).waitFor();
  await inspect(popup, ...popupWidths);
  await popup.close();

  await control.reload();
  await enableSite(control, crm.url);
  await page.bringToFront();
  const panel = await browser.panel();
  await panel.getByRole('list', { name: 'Calls on this page' }).waitFor();
  await panel.getByRole('button', { name: 'Search the calls of this contact' }).click();
  await panel.getByRole('list', { name: 'Calls of this contact' }).waitFor();
  const [site] = await sitesIn(control);
  const rules = [{ kind: 'label' as const, label: 'Ticket', provider: 'omnidimension' }];
  await tell(control, 'saveRules', { pattern: site!.pattern, rules: [...rules, { kind: 'not', id: '50958' }] });
  await panel.getByRole('list', { name: 'Taught on this site' }).waitFor();
  await inspect(panel, ...popupWidths);
  await control.getByRole('list', { name: 'Sites' }).getByText('50958 is not a call ID').waitFor();
  await inspect(control, ...pageWidths);

  await panel.getByRole('button', { name: 'Teach an ID on this page' }).click();
  await panel.getByText('Point at a call ID on the page').waitFor();
  await inspect(panel, 320);
  await page.bringToFront();
  await page.getByText('3517001').click({ force: true });
  await panel.getByRole('form', { name: 'Teach a call ID' }).waitFor();
  await inspect(panel, ...popupWidths);
  await panel.close();
  await page.close();
  await crm.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
