import { browser } from 'wxt/browser';
import type { CallRef } from '../call/callRef';
import { openFullPage, linkTo } from '../browser/callLink';
import type { SavedNote } from '../call/noteMark';
import type { Failure } from '../errors';
import { ask } from '../messages';
import { type NextStep, takeStep } from '../ui/takeStep';
import { useConnections } from './useConnections';
import { useProviders } from './useProviders';
import { useReviews } from './useReviews';
import { changeReview } from '../storage/reviews';
import { hidePersonalDataItem, noteItem } from '../storage/items';
import type { Review } from '../call/review';
import type { Forbiddable } from '../storage/policy';
import { usePolicy } from './usePolicy';
import { useStored } from './useStored';

/** The way to write a note where the contact is kept. */
export interface NoteSaver {
  /** What the key must be allowed for it. */
  scopes: string[];
  /** `text`: the whole note, with its mark. Throws a `CallFailure`. */
  save(text: string): Promise<SavedNote>;
  /** Takes the next step of a failure; `retry` saves again. */
  next(step: NextStep, failure: Failure, retry: () => void): void;
}

/** What the user may do with a call beside reading it. */
export interface CallTools {
  /** The parts of a copied note, as stored: see `readTemplate`. */
  note: unknown;
  /** Adds a note to the call's contact at its vendor; absent where the vendor takes none. */
  noteSaver?: NoteSaver;
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

const saverOf = (ref: CallRef, scopes: string[]): NoteSaver => ({
  scopes,
  save: (text) => ask('saveNote', { ref, text }),
  next: (step, failure, retry) => void takeStep(step, failure, { retry, edit: retry }),
});

/** The tools for one call on this page. Only a page of its own is fit for the printer. */
export function useCallTools(ref: CallRef | undefined): CallTools | undefined {
  const note = useStored(noteItem);
  const hidesPersonalData = useStored(hidePersonalDataItem);
  const { forbidden } = usePolicy();
  const reviews = useReviews();
  const scopes = useProviders().find(({ id }) => id === ref?.provider)?.noteScopes;
  const isReal = useConnections().data?.some(({ id, sample }) => id === ref?.connection && !sample);
  if (!ref) return undefined;
  const isFullPage = location.href.startsWith(browser.runtime.getURL('/call.html'));
  return {
    note,
    noteSaver: isReal && scopes ? saverOf(ref, scopes) : undefined,
    hidesPersonalData,
    forbidden,
    link: linkTo(ref),
    print: () => (isFullPage ? print() : void openFullPage(ref, { print: true })),
    review: reviews.of(ref),
    onReview: (change) => void changeReview(ref, change),
  };
}
