import type { CallRef } from '../call/call';
import { refKey } from '../call/refKey';
import { reviewsItem } from '../storage/preferences';
import type { Review } from '../call/review';
import { useStored } from './useStored';

/** What the person noted about calls. `of` answers an empty review for a call without one. */
export interface Reviews {
  of(ref: CallRef): Review;
}

export function useReviews(): Reviews {
  const reviews = useStored(reviewsItem);
  return { of: (ref) => reviews[refKey(ref)] ?? {} };
}

let writing = Promise.resolve();

/**
 * Changes what the person noted about a call; a review that says nothing is forgotten. One change waits for the one before it, so
 * that two in a row are both kept.
 */
export function changeReview(ref: CallRef, change: Review): Promise<void> {
  writing = writing
    .catch(() => {})
    .then(async () => {
      const { [refKey(ref)]: before, ...others } = await reviewsItem.getValue();
      const review = { ...before, ...change };
      const says = review.reviewed || review.flagged || review.note;
      await reviewsItem.setValue(says ? { ...others, [refKey(ref)]: review } : others);
    });
  return writing;
}
