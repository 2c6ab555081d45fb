import type { Page } from 'playwright-core';
import type { Answer, Envelope, MessageName, Payload } from '../../../lib/messages';
import type { Item } from '../../../lib/storage/define';
import { connectionsItem, sitesItem } from '../../../lib/storage/items';

/** Inside the page, where the function of `evaluate` runs. */
declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<Envelope | undefined> };
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
};

/** Sends a message to the worker from a page. Returns the whole reply, whatever it is. */
export const send = (page: Page, message: unknown): Promise<Envelope | undefined> =>
  page.evaluate((sent) => chrome.runtime.sendMessage(sent), message);

/** Asks the worker as an extension page does. Throws when it answers with a failure. */
export async function tell<N extends MessageName>(page: Page, name: N, payload: Payload<N>): Promise<Answer<N>> {
  let envelope = await send(page, { name, payload });
  while (envelope && 'waiting' in envelope) envelope = await send(page, { name, payload });
  if (!envelope || 'failure' in envelope) throw new Error(`${name}: ${JSON.stringify(envelope)}`);
  return envelope.ok as Answer<N>;
}

/** What is stored on disk, as one of the extension's pages reads it. */
export const storedIn = async <T>(page: Page, { key, fallback }: Item<T>): Promise<T> =>
  ((await page.evaluate(async (name) => (await chrome.storage.local.get(name))[name], key)) ?? fallback) as T;

/** The connections there are. */
export const connectionsIn = (page: Page) => storedIn(page, connectionsItem);

/** The sites that are enabled. */
export const sitesIn = (page: Page) => storedIn(page, sitesItem);
