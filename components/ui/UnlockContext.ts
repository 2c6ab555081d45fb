import { createContext } from 'react';

/** Unlocks the keys with a passphrase. Throws a `CallFailure`. A failure that waits for it can be anywhere on a page. */
export const UnlockContext = createContext<(passphrase: string) => Promise<unknown>>(async () => {});
