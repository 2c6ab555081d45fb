import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startReplica, type Replica } from '../harness/replica';
import { connectByMessage } from '../harness/steps';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { tell } from './helpers/tell';

let replica: Replica;
let browser: TestBrowser;
let welcome: Page;

const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
const steps = () => welcome.getByRole('list', { name: 'First steps' });
const done = (step: string) =>
  steps().getByRole('listitem').filter({ hasText: step }).getByRole('img', { name: 'Done' });

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ keepsWelcome: true });
  welcome = browser.context.pages().find(isWelcome)!;
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

it('opens once after the installation, with nothing done yet', async () => {
  await steps().getByRole('listitem').nth(2).waitFor();
  expect(await steps().getByRole('img', { name: 'To do' }).count()).toBe(3);
  expect(browser.context.pages().filter(isWelcome).length).toBe(1);
});

it('shows a sample call in one press, which says what to do next and asks nobody', async () => {
  const opened = browser.context.waitForEvent('page');
  await welcome.getByRole('button', { name: 'Try with sample calls' }).click();
  const call = await opened;
  await call.getByRole('article').waitFor();
  await call.getByText('A documented sample call').waitFor();
  await call.getByRole('button', { name: 'Connect an account' }).waitFor();
  expect(replica.requests).toEqual([]);
  await call.close();
  // It was looked up, and is nobody's own account.
  await done('Look up a call').waitFor();
  expect(await done('Connect your voice-AI account').count()).toBe(0);
});

it('leads to the sites of the settings', async () => {
  const opened = browser.context.waitForEvent('page');
  await welcome.getByRole('button', { name: 'Choose your CRM' }).click();
  const options = await opened;
  const sites = options.getByRole('heading', { name: 'Sites' });
  await sites.waitFor();
  await expect.poll(() => sites.evaluate((heading) => heading.getBoundingClientRect().top)).toBeLessThan(200);
  await options.close();
});

it('checks each step off while it is looked at', async () => {
  const control = await browser.options();
  await tell(control, 'enableSite', { pattern: 'http://127.0.0.1/*' });
  await done('Enable your CRM').waitFor();
  await connectByMessage(control, replica);
  await done('Connect your voice-AI account').waitFor();
  await welcome.getByText('You are ready').waitFor();
  await tell(control, 'clearAll', {});
  await expect.poll(() => steps().getByRole('img', { name: 'To do' }).count()).toBe(3);
  await control.close();
});

it('a popup shows a sample call in one press, and the way to an account of one’s own', async () => {
  const popup = await browser.popup();
  await popup.getByRole('button', { name: 'Try with sample calls' }).click();
  await popup.getByRole('article').waitFor();
  await popup.getByText('A documented sample call').waitFor();
  await popup.getByRole('button', { name: 'Back', exact: true }).click();
  await popup.getByRole('list', { name: 'Recent calls' }).getByRole('button').first().waitFor();
  await popup.getByRole('button', { name: 'Connect an account' }).waitFor();
  expect(await popup.getByRole('button', { name: 'Try with sample calls' }).count()).toBe(0);
  await popup.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
