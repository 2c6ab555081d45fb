import type { ReactNode } from 'react';
import type { Failure } from '../../lib/errors';
import type { useLinkedCall } from '../../lib/hooks/useLinkedCall';
import type { NextStep } from '../../lib/ui/takeStep';
import { NotFound } from '../lookup/NotFound';
import { Skeleton } from '../ui/Skeleton';
import { CallPane } from './CallPane';

type Props = ReturnType<typeof useLinkedCall> & {
  actions: ReactNode;
  onNext(step: NextStep, failure: Failure, retry: () => void): void;
};

/** The call that a link names, as far as it is known, or why there is none. */
export function LinkedCall({ ref, names, asking, lookedUp, providerName, ...props }: Props) {
  const { handle, tools, actions, isOneOfMany, retry, onNext } = props;
  const shown = { handle, tools, actions, isOneOfMany, onNext };
  if (ref) return <CallPane callRef={ref} {...names} {...shown} />;
  if (asking) return <Skeleton lines={10} waitingFor={names.provider} waiting={props.waiting} onStop={props.stop} />;
  return (
    <NotFound row={lookedUp} providerName={providerName} onNext={(step, failure) => onNext(step, failure, retry)} />
  );
}
