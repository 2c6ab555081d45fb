import { browser } from 'wxt/browser';

/** Forgets everything that is stored, on disk and in memory. The API keys are not here: see `worker/keyStore.ts`. */
export async function clearStorage(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
}
