// @vitest-environment node
import { afterEach, expect, it, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { change } from '../../lib/storage/item';
import { sitesItem } from '../../lib/storage/items';
import { answer } from '../../lib/worker/answer';

afterEach(() => void vi.restoreAllMocks());

const origin = 'https://crm.example';
const sender = {
  id: browser.runtime.id,
  origin,
  frameId: 0,
  tab: { id: 7, url: `${origin}/contacts/1` },
} as Browser.runtime.MessageSender;

// Fails where `startReading` or `report` of handlers.ts waits for its note to be written.
it.each([
  ['startReading', {}, 'ok.labels'],
  ['report', { address: `${origin}/contacts/1`, calls: [], parts: 0 }, 'ok'],
])('a page is read where session storage is full: %s', async (name, payload, told) => {
  await change(sitesItem, () => [{ pattern: `${origin}/*`, rules: [] }]);
  vi.spyOn(browser.storage.session, 'set').mockRejectedValue(new Error('Session storage quota bytes exceeded.'));
  expect(await answer({ name, payload }, sender)).toHaveProperty(told);
});
