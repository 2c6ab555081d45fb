import { i18n } from '#i18n';
import { Button } from './Button';
import type { NextStep } from '../../lib/ui/takeStep';
import { UnlockForm } from './UnlockForm';

/** The next step of a failure: a button, or, where keys are locked, the field that unlocks them. */
export function Step({ step, onNext }: { step: NextStep; onNext(step: NextStep): void }) {
  if (step === 'unlock') return <UnlockForm onUnlocked={() => onNext(step)} />;
  return <Button onClick={() => onNext(step)}>{i18n.t(`failure.${step}`)}</Button>;
}
