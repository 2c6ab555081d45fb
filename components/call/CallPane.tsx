import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { CallRef } from '../../lib/call/callRef';
import type { Sought } from '../../lib/call/sayings';
import type { CallHandle } from '../../lib/hooks/useCall';
import type { CallTools } from '../../lib/hooks/useCallTools';
import type { RecordField } from '../../lib/compare/compareRecord';
import type { Failure } from '../../lib/errors';
import type { NextStep } from '../../lib/ui/takeStep';
import { Button } from '../ui/Button';
import { describeWaiting } from '../ui/describeWaiting';
import { Notice } from '../ui/Notice';
import { Problem } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { CallView } from './CallView';

interface Props {
  callRef: CallRef;
  handle: CallHandle;
  provider: string;
  connection: string;
  /** Whether the provider has other connections. */
  isOneOfMany?: boolean;
  actions?: ReactNode;
  tools?: CallTools;
  /** The fields of the CRM record on screen. */
  fields?: RecordField[];
  /** The words it was opened for. */
  sought?: Sought;
  onNext(step: NextStep, failure: Failure, retry: () => void): void;
}

/** A call in each of its states: awaited, failed, shown, shown but stale. */
export function CallPane(props: Props) {
  const { callRef, handle, provider, connection, actions, tools, fields, onNext } = props;
  const { answer } = handle;
  const failure = handle.failure ?? answer?.stale;
  return (
    <>
      {failure && (
        <Problem
          failure={failure}
          context={{ provider, connection, id: callRef.id }}
          onNext={(step) => onNext(step, failure, handle.refresh)}
        />
      )}
      {!answer && !failure && (
        <Skeleton lines={8} waitingFor={provider} waiting={handle.waiting} onStop={handle.stop} />
      )}
      {answer && handle.refreshing && handle.waiting && (
        <Notice role="status" action={<Button onClick={handle.stop}>{i18n.t('ui.stop')}</Button>}>
          {describeWaiting(handle.waiting)}
        </Notice>
      )}
      {answer && (
        <CallView
          call={answer.call}
          provider={provider}
          connection={connection}
          isOneOfMany={props.isOneOfMany}
          fetchedAt={answer.fetchedAt}
          failures={answer.failures}
          refreshing={handle.refreshing}
          onRefresh={handle.refresh}
          onReveal={handle.reveal}
          onOpenRecording={handle.openRecording}
          onNext={(step, each) => onNext(step, each, handle.refresh)}
          actions={actions}
          tools={tools}
          fields={fields}
          sought={props.sought}
        />
      )}
    </>
  );
}
