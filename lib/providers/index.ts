import { fail } from '../errors';
import { bland } from './bland';
import { dialnexa } from './dialnexa';
import { elevenlabs } from './elevenlabs';
import { highlevel } from './highlevel';
import { omnidimension } from './omnidimension';
import type { Provider } from './provider';
import { retell } from './retell';
import { synthflow } from './synthflow';
import { vapi } from './vapi';

/** Every voice-AI service the extension can ask, in the order it shows them. */
export const providers: Provider[] = [omnidimension, dialnexa, highlevel, retell, vapi, elevenlabs, bland, synthflow];

let described: Provider[] = [];

/**
 * Puts the providers that the user described behind those of the product, in place of those before. An ID that is taken stays whose it is.
 * Returns whether the list may be another now.
 */
export function setDescribed(all: Provider[]): boolean {
  const mayChange = all.length > 0 || described.length > 0;
  for (const each of described) providers.splice(providers.indexOf(each), 1);
  described = all.filter(({ id }) => !providers.some((each) => each.id === id));
  providers.push(...described);
  return mayChange;
}

/** The provider of an ID of `providers`. Throws `unexpected` for any other. */
export const providerById = (id: string): Provider => providers.find((each) => each.id === id) ?? fail('unexpected');
