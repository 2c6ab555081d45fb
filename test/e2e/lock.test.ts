import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Replica, startReplica } from '../harness/replica';
import { lookUp } from '../harness/steps';
import { openBrowser, type TestBrowser } from './helpers/browser';

const passphrase = 'four words of mine';
const id = '673b4e1a9c0d2f5e8a7b6c01';

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

it('keys are locked with a passphrase in the settings', async () => {
  const options = await browser.options();
  const form = options.getByRole('form', { name: 'Lock keys' });
  await form.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await form.getByRole('textbox', { name: 'Passphrase, again' }).fill(`${passphrase}!`);
  await form.getByRole('button', { name: 'Lock keys' }).click();
  await form.getByText('The two are not equal.').waitFor();
  await form.getByRole('textbox', { name: 'Passphrase, again' }).fill(passphrase);
  await form.getByRole('button', { name: 'Lock keys' }).click();
  await options.getByText('The keys are unlocked.').waitFor();
  await options.getByRole('button', { name: 'Lock now' }).click();
  await options.getByText('The keys are locked.').waitFor();
});

it('a look-up that finds them locked says so, asks for the passphrase and goes on', async () => {
  const before = replica.requests.length;
  const popup = await browser.popup();
  await expect(lookUp(popup, id)).rejects.toThrow('Your API keys are locked');
  const field = popup.getByRole('textbox', { name: 'Passphrase' });
  await field.fill('four words of yours');
  await popup.getByRole('button', { name: 'Unlock' }).click();
  await popup.getByText('This is not the passphrase').waitFor();
  expect(replica.requests.length).toBe(before);
  await field.fill(passphrase);
  await popup.getByRole('button', { name: 'Unlock' }).click();
  await popup.getByRole('article', { name: `Call ${id}` }).waitFor();
  expect(browser.problems).toEqual([]);
});
