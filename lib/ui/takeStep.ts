import { browser } from 'wxt/browser';
import { addressOfHost } from '../browser/origins';
import type { Failure } from '../errors';
import { requestHost } from '../browser/permissions';

/** What the user can do about a failure: ask again, open the settings, grant the host permission, or change what was typed, or unlock the keys. */
export type NextStep = 'retry' | 'options' | 'grant' | 'edit' | 'unlock';

/**
 * Does what a failure's button promises. `retry` asks again, as `unlock` does once the keys are; `edit` brings the user back to what was typed.
 * Must be called straight from the click: the permission question needs its gesture.
 */
export async function takeStep(
  step: NextStep,
  failure: Failure,
  { retry, edit }: { retry(): void; edit(): void },
): Promise<void> {
  if (step === 'grant' && failure.host) {
    if (await requestHost(addressOfHost(failure.host))) retry();
  } else if (step === 'options') await browser.runtime.openOptionsPage();
  else if (step === 'edit') edit();
  else retry();
}
