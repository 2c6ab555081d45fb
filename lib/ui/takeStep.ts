import { browser } from 'wxt/browser';
import { addressOfHost } from '../browser/origins';
import type { Failure } from '../errors';
import { requestHost } from '../browser/permissions';

/**
 * Does what a failure's button promises. `retry` asks again, `edit` brings the person back to what they typed.
 * Must be called straight from the click: the permission question needs its gesture.
 */
export async function takeStep(
  step: 'retry' | 'options' | 'grant' | 'edit',
  failure: Failure,
  { retry, edit }: { retry(): void; edit(): void },
): Promise<void> {
  if (step === 'grant' && failure.host) {
    if (await requestHost(addressOfHost(failure.host))) retry();
  } else if (step === 'options') await browser.runtime.openOptionsPage();
  else if (step === 'edit') edit();
  else retry();
}
