import type { CallRef } from '../call/callRef';
import { refKey } from '../call/refKey';
import { reviewsItem } from '../storage/items';
import type { Review } from '../call/review';
import { useStored } from './useStored';

/** What the user noted about calls. `of` returns an empty review for a call without one. */
export interface Reviews {
  of(ref: CallRef): Review;
}

export function useReviews(): Reviews {
  const reviews = useStored(reviewsItem);
  return { of: (ref) => reviews[refKey(ref)] ?? {} };
}
