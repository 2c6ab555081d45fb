import { lazy, type ReactNode, type Ref, Suspense } from 'react';
import { i18n } from '#i18n';
import type { CallRef } from '../../lib/call/callRef';
import type { Sought } from '../../lib/call/sayings';
import type { Failure } from '../../lib/errors';
import type { LookUp } from '../../lib/hooks/useLookUp';
import type { LookedUp } from '../../lib/call/lookUp';
import type { NextStep } from '../../lib/ui/takeStep';
import { Problem } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { type LookUpBox, LookUpForm } from './LookUpForm';
import { NotFound } from './NotFound';

const Results = lazy(() => import('./Results').then((module) => ({ default: module.Results })));
const WordResults = lazy(() => import('./WordResults').then((module) => ({ default: module.WordResults })));

interface Props {
  lookUp: LookUp;
  box: Ref<LookUpBox>;
  /** The providers that are asked about a text only where the user chooses them. */
  choices?: { id: string; name: string }[];
  /** Beside the box. */
  actions?: ReactNode;
  providerName(id: string): string;
  /** Whether a call is open below: then there is no room for others. */
  isCallOpen?: boolean;
  onOpen(ref: CallRef, among?: CallRef[], sought?: Sought): void;
  onNext(step: NextStep, failure: Failure, retry: () => void): void;
}

/** The look-up box and what came of it: one call's fate in a sentence, or a table of many. A single call that was found is not shown here. */
export function LookUpPane({ lookUp, box, choices, actions, providerName, isCallOpen, onOpen, onNext }: Props) {
  const [only] = lookUp.rows;
  const locked = lookUp.rows.length > 1 ? lookUp.rows.filter(isLocked) : [];
  return (
    <>
      <LookUpForm
        ref={box}
        busy={lookUp.busy}
        text={lookUp.kept}
        choices={choices}
        onText={lookUp.keep}
        onSubmit={lookUp.submit}
      >
        {actions}
      </LookUpForm>
      {lookUp.words && !isCallOpen && !(lookUp.failure && lookUp.words.among === 0) && (
        <Suspense>
          <WordResults {...lookUp.words} onOpen={onOpen} />
        </Suspense>
      )}
      {lookUp.failure && (
        <Problem
          failure={lookUp.failure}
          onNext={(step) => onNext(step, lookUp.failure as Failure, () => lookUp.submit(''))}
        />
      )}
      {only && lookUp.rows.length === 1 && (
        <OnlyRow
          row={only}
          providerName={providerName}
          onNext={onNext}
          onRetry={() => lookUp.retry(only.id)}
          onStop={lookUp.stop}
        />
      )}
      {locked.length > 0 && (
        <Problem failure={{ code: 'locked' }} onNext={() => locked.forEach(({ id }) => lookUp.retry(id))} />
      )}
      {lookUp.rows.length > 1 && (
        <Results
          rows={lookUp.rows}
          providerName={providerName}
          onOpen={(ref) => onOpen(ref)}
          onStop={lookUp.stop}
          onClear={lookUp.clear}
        />
      )}
    </>
  );
}

/** Whether the look-up goes on once the keys are unlocked. */
const isLocked = ({ answer, failure }: LookedUp): boolean =>
  failure?.code === 'locked' ||
  (answer !== undefined && 'asked' in answer && answer.asked.some((each) => each.failure.code === 'locked'));

interface OnlyRowProps extends Pick<Props, 'providerName' | 'onNext'> {
  row: LookedUp;
  onRetry(): void;
  onStop(): void;
}

function OnlyRow({ row, providerName, onNext, onRetry, onStop }: OnlyRowProps) {
  if (row.answer && 'found' in row.answer) return null;
  if (!row.answer && !row.failure)
    return <Skeleton lines={6} waitingFor={i18n.t('lookup.everyone')} waiting={row.waiting} onStop={onStop} />;
  return (
    <NotFound
      row={row}
      providerName={providerName}
      canEdit
      onNext={(step, failure) => onNext(step, failure, onRetry)}
    />
  );
}
