import { browser } from 'wxt/browser';

/** Closes all storage to content scripts (Chromium). Firefox has no such switch: there no content script of ours reads storage. */
export async function closeStorage(): Promise<void> {
  const { local, session, managed } = browser.storage;
  await Promise.all(
    [local, session, managed].map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {})),
  );
}
