import { browser } from 'wxt/browser';
import { hostPattern } from './origins';

/**
 * Asks the user to let the extension reach an API's address. Must be the first thing a click does: browsers show the question only
 * while the gesture lasts. Returns whether the host may be reached now.
 */
export function requestHost(address: string): Promise<boolean> {
  return browser.permissions.request({ origins: [hostPattern(new URL(address))] });
}
