import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteMark } from '../../lib/call/noteMark';
import { contactId } from '../harness/calls/highlevel';
import { only, reply } from '../harness/faults';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';

const [called, other] = ['673b4e1a9c0d2f5e8a7b6c01', '673b4e1a9c0d2f5e8a7b6c08'];
const path = `/contacts/${contactId}/notes`;

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

const asked = (method: string) => replica.requests.filter((each) => each.method === method && each.path === path);

/** The contact's notes, as the vendor keeps them. */
async function notes(): Promise<string[]> {
  const { baseUrl, key } = replica.of('highlevel');
  const response = await fetch(baseUrl + path, {
    headers: { authorization: `Bearer ${key}`, version: '2021-07-28', accept: 'application/json' },
  });
  const { notes: kept } = (await response.json()) as { notes: { body: string }[] };
  return kept.map(({ body }) => body);
}

/** The dialog that shows what would be written, from the page of a call. */
async function openDialog(id: string, from = browser): Promise<Page> {
  const page = await from.callPage({ provider: 'highlevel', id });
  await page.getByRole('button', { name: 'Save note to contact' }).click();
  await page.getByRole('dialog', { name: 'Save note to contact' }).waitFor();
  return page;
}
const press = (page: Page) => page.getByRole('button', { name: 'Save note', exact: true });

describe('saving a note', () => {
  it('is asked first: nothing leaves before the press, or after “Cancel”', async () => {
    const page = await openDialog(called);
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain(contactId);
    expect(await dialog.innerText()).toContain('contacts.readonly and contacts.write');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(replica.requests.filter(({ path: each }) => each.startsWith('/contacts'))).toEqual([]);
    await page.close();
  });

  it('writes what is shown, to the letter, and a double click writes it once', async () => {
    const page = await openDialog(called);
    const shown = await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue();
    expect(shown).toContain('Duration: ');
    expect(shown.endsWith(`\n\n${noteMark(called)}`)).toBe(true);
    await press(page).dblclick();
    await page.getByRole('status').getByText('The note is saved at HighLevel Voice AI.').waitFor();
    expect(asked('POST')).toHaveLength(1);
    expect(await notes()).toEqual([shown]);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

    await page.getByRole('button', { name: 'Save note to contact' }).click();
    await press(page).click();
    await page.getByText('hold the note of this call already, so nothing was written').waitFor();
    expect(asked('POST')).toHaveLength(1);
    await page.close();
  });

  it('in two windows at once writes it once', async () => {
    const before = asked('POST').length;
    const pages = await Promise.all([openDialog(other), openDialog(other)]);
    await Promise.all(pages.map((page) => press(page).click()));
    const said = await Promise.all(
      pages.map(async (page) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Close' }).waitFor();
        return page.getByRole('dialog').getByRole('status').innerText();
      }),
    );
    expect(said.filter((each) => each.startsWith('The note is saved'))).toHaveLength(1);
    expect(said.filter((each) => each.includes('already'))).toHaveLength(1);
    expect(asked('POST').length - before).toBe(1);
    for (const page of pages) await page.close();
  });

  it('says what the vendor answered', async () => {
    const trial = '673b4e1a9c0d2f5e8a7b6c07';
    const page = await openDialog(trial);
    const alert = page.getByRole('dialog').getByRole('alert');
    const after = async (status: number, message: string) => {
      replica.override('highlevel', only(/^\/contacts\//, reply(status, { statusCode: status, message })));
      await press(page).click();
      await alert.getByText(message).waitFor();
      return alert.innerText();
    };
    const all = [
      await after(403, 'Not your contact'),
      await after(404, 'Gone for good'),
      await after(422, 'The body is too long'),
    ];
    expect(all[0]).toContain('may not read and write notes of contacts (HTTP 403): add contacts.readonly and');
    expect(all[1]).toContain('HighLevel Voice AI has no contact Ab3dE6gH9jK2mN5pQ8sT (HTTP 404)');
    expect(all[2]).toContain('HighLevel Voice AI did not take the note (HTTP 422)');
    replica.override('highlevel', undefined);
    await press(page).click();
    await page.getByText('The note is saved').waitFor();
    await page.close();
  });

  it('hides personal data as a copy does', async () => {
    const page = await browser.callPage({ provider: 'highlevel', id: called });
    await page.getByRole('checkbox', { name: 'Hide personal data' }).check();
    await page.getByRole('button', { name: 'Save note to contact' }).click();
    const shown = await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue();
    expect(shown).toContain('From: ');
    expect(shown).not.toContain('4155550142');
    await page.close();
  });

  it('is offered neither where the vendor keeps no contacts nor for a sample', async () => {
    const page = await browser.callPage({ provider: 'dialnexa', id: 'call_x9y3zp4mq7r1' });
    await page.getByRole('button', { name: 'Copy note' }).waitFor();
    expect(await page.getByRole('button', { name: 'Save note to contact' }).count()).toBe(0);
    await page.close();
    const samples = await openBrowser();
    const options = await samples.options();
    await options.getByRole('button', { name: 'Try with sample calls' }).click();
    await options.getByRole('list', { name: 'Connections' }).getByText('HighLevel').first().waitFor();
    const sample = await samples.callPage({ provider: 'highlevel', id: '507f1f77bcf86cd799439011' });
    await sample.getByRole('button', { name: 'Copy note' }).waitFor();
    expect(await sample.getByRole('button', { name: 'Save note to contact' }).count()).toBe(0);
    await samples.close();
  });
});

it('a token without the scopes reads calls, and is told which it lacks when a note is saved', async () => {
  const own = await startReplica({ highlevelScopes: ['voice-ai-dashboard.readonly', 'contacts.readonly'] });
  const lacking = await openBrowser({ replica: own });
  const page = await openDialog(called, lacking);
  await press(page).click();
  const alert = page.getByRole('dialog').getByRole('alert');
  await alert.getByText('contacts.write').waitFor();
  expect(await alert.innerText()).toContain('The token is not authorized for this scope.');
  expect(await alert.getByRole('button', { name: 'Open settings' }).count()).toBe(1);
  expect(lacking.problems).toEqual([]);
  await lacking.close();
  await own.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
