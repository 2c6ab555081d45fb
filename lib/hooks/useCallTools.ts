import { browser } from 'wxt/browser';
import type { CallRef } from '../call/call';
import { openFullPage, linkTo } from '../browser/callLink';
import { useReviews } from './useReviews';
import { changeReview } from '../storage/reviews';
import { hidePersonalDataItem, noteItem } from '../storage/items';
import type { Review } from '../call/review';
import type { Forbiddable } from '../storage/policy';
import { usePolicy } from './usePolicy';
import { useStored } from './useStored';

/** What the user may do with a call beside reading it. */
export interface CallTools {
  /** The parts of a copied note, as stored: see `readTemplate`. */
  note: unknown;
  /** Whether personal data is masked wherever a call is shown. */
  hidesPersonalData: boolean;
  /** What the user's organization does not allow. */
  forbidden: Forbiddable[];
  /** The address of the call's own page. */
  link: string;
  print(): void;
  review: Review;
  /** Changes what is given, and nothing else. */
  onReview(change: Review): void;
}

/** The tools for one call on this page. Only a page of its own is fit for the printer. */
export function useCallTools(ref: CallRef | undefined): CallTools | undefined {
  const note = useStored(noteItem);
  const hidesPersonalData = useStored(hidePersonalDataItem);
  const { forbidden } = usePolicy();
  const reviews = useReviews();
  if (!ref) return undefined;
  const isFullPage = location.href.startsWith(browser.runtime.getURL('/call.html'));
  return {
    note,
    hidesPersonalData,
    forbidden,
    link: linkTo(ref),
    print: () => (isFullPage ? print() : void openFullPage(ref, { print: true })),
    review: reviews.of(ref),
    onReview: (change) => void changeReview(ref, change),
  };
}
