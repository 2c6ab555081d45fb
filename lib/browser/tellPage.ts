import { browser } from 'wxt/browser';
import type { PageCommands } from '../page/protocol';

/** Tells a tab's content script something; nothing where none runs. `frame`: all of them when left out. */
export async function tellPage<N extends keyof PageCommands>(
  tab: number,
  name: N,
  payload: PageCommands[N],
  frame?: number,
): Promise<unknown> {
  const target = frame === undefined ? {} : { frameId: frame };
  return browser.tabs.sendMessage(tab, { name, payload }, target).catch(() => undefined);
}
