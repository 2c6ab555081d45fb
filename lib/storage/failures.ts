import type { FailureCode } from '../errors';
import { change } from './item';
import { failuresItem } from './requestItems';

/** What the user did, or has not done yet: no failure of ours. */
const own = new Set<FailureCode>(['canceled', 'empty-text', 'locked', 'passphrase-wrong']);

/** Counts a failure under its code, which is all that is kept of it. Never throws: what cannot be counted is not. */
export async function noteFailure(code: FailureCode): Promise<void> {
  if (own.has(code)) return;
  const at = new Date().toISOString();
  await change(failuresItem, (all) => ({ ...all, [code]: { count: (all[code]?.count ?? 0) + 1, at } })).catch(() => {});
}
