import type { CallRef } from './call';
import { refKey } from './refKey';
import { type Review, reviewsItem } from './settings';
import { useStored } from './stored';

/** What the person noted about calls. `of` answers an empty review for a call without one. */
export interface Reviews {
  of(ref: CallRef): Review;
}

export function useReviews(): Reviews {
  const reviews = useStored(reviewsItem);
  return { of: (ref) => reviews[refKey(ref)] ?? {} };
}

/** Keeps what the person noted about a call; one that says nothing is forgotten. */
export async function saveReview(ref: CallRef, review: Review): Promise<void> {
  const { [refKey(ref)]: _, ...others } = await reviewsItem.getValue();
  const says = review.reviewed || review.flagged || review.note;
  await reviewsItem.setValue(says ? { ...others, [refKey(ref)]: review } : others);
}

/** Forgets what was noted about the calls of a connection. */
export async function forgetReviews(connection: string): Promise<void> {
  const kept = Object.entries(await reviewsItem.getValue()).filter(
    ([key]) => (JSON.parse(key) as string[])[1] !== connection,
  );
  await reviewsItem.setValue(Object.fromEntries(kept));
}
