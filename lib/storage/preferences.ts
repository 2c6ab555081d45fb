import type { Review } from '../call/review';
import { storage } from 'wxt/utils/storage';

/** Reviews by `refKey`. */
export const reviewsItem = storage.defineItem<Record<string, Review>>('local:reviews', { fallback: {} });

/** What a copied note holds, in its order: see `readTemplate` of `export/note.ts`. `null`: the default. */
export const noteItem = storage.defineItem<string[] | null>('local:note', { fallback: null });

/** Whether single keys are commands, e.g. [ and ] for the previous and the next call. */
export const singleKeysItem = storage.defineItem<boolean>('local:singleKeys', { fallback: true });

/** Forgets what was noted about the calls of a connection. */
export async function forgetReviews(connection: string): Promise<void> {
  const kept = Object.entries(await reviewsItem.getValue()).filter(
    ([key]) => (JSON.parse(key) as string[])[1] !== connection,
  );
  await reviewsItem.setValue(Object.fromEntries(kept));
}
