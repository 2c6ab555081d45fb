import type { Failure } from '../../lib/errors';
import type { LookedUp } from '../../lib/call/lookUp';
import { nextStep } from '../ui/describe';
import type { NextStep } from '../../lib/ui/takeStep';
import { Notice } from '../ui/Notice';
import { Step } from '../ui/Step';
import { whyNot } from './whyNot';

interface Props {
  row: LookedUp;
  providerName(id: string): string;
  /** Whether there is a text of the user's to be changed; where there is none, the next step is to ask again. */
  canEdit?: boolean;
  onNext(step: NextStep, failure: Failure): void;
}

/** Why a look-up found nothing, with the next step as a button. */
export function NotFound({ row, providerName, canEdit = false, onNext }: Props) {
  const { sentence, failure } = whyNot(row, providerName);
  const wanted = nextStep(failure.code);
  const step = wanted === 'edit' && !canEdit ? 'retry' : wanted;
  return (
    <Notice role="alert" tone="negative" action={<Step step={step} onNext={(each) => onNext(each, failure)} />}>
      {sentence}
    </Notice>
  );
}
