import type { CallRef } from '../call/callRef';
import { readRefKey, refKey } from '../call/refKey';
import type { Review } from '../call/review';
import { change } from './item';
import { reviewsItem } from './items';

/** Changes what the user noted about a call: only what `review` names. A review that says nothing is forgotten. */
export async function changeReview(ref: CallRef, review: Review): Promise<void> {
  await change(reviewsItem, ({ [refKey(ref)]: before, ...others }) => {
    const changed = { ...before, ...review };
    const says = changed.reviewed || changed.flagged || changed.note;
    return says ? { ...others, [refKey(ref)]: changed } : others;
  });
}

/** Forgets what was noted about the calls of a connection. */
export async function forgetReviews(connection: string): Promise<void> {
  await change(reviewsItem, (reviews) =>
    Object.fromEntries(Object.entries(reviews).filter(([key]) => readRefKey(key)?.connection !== connection)),
  );
}
