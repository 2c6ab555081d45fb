import type { Failure } from '../../lib/errors';
import { describe, nextStep, type FailureContext } from './describe';
import type { NextStep } from '../../lib/ui/takeStep';
import { Notice } from './Notice';
import { Step } from './Step';

interface ProblemProps {
  failure: Failure;
  context?: FailureContext;
  /** Takes the next step. Without it the sentence stands alone. */
  onNext?: (step: NextStep) => void;
}

/** A failure on screen: one sentence, and its next step as a button in it. */
export function Problem({ failure, context, onNext }: ProblemProps) {
  const step = nextStep(failure.code, context);
  const action = onNext && <Step step={step} onNext={onNext} />;
  return (
    <Notice role="alert" tone="negative" action={action}>
      {describe(failure, context)}
    </Notice>
  );
}
