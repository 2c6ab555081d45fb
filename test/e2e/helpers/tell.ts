import type { Page } from 'playwright-core';
import type { Site } from '../../../lib/page/site';
import type { Connection } from '../../../lib/call/connection';
import type { Answer, Envelope, MessageName, Payload } from '../../../lib/messages';

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

/** What the extension keeps under a key, as one of its pages reads it. */
const storedIn = (page: Page, key: string) =>
  page.evaluate(async (name) => (await chrome.storage.local.get(name))[name] ?? [], key);

/** The connections there are. */
export const connectionsIn = (page: Page) => storedIn(page, 'connections') as Promise<Connection[]>;

/** The sites that are enabled. */
export const sitesIn = (page: Page) => storedIn(page, 'sites') as Promise<Site[]>;
