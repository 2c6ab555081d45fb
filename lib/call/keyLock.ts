/** Whether keys are locked with a passphrase. `after`: minutes after which they are locked again; `null`: when the browser closes. */
export type KeyLock = { set: false } | { set: true; locked: boolean; after: number | null };

/** Characters. Four random words have more. */
export const shortestPassphrase = 12;
