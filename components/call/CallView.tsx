import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../lib/call/call';
import type { Sought } from '../../lib/call/sayings';
import type { CallTools } from '../../lib/hooks/useCallTools';
import type { RecordField } from '../../lib/compare/compareRecord';
import type { CallAnswer } from '../../lib/call/callAnswer';
import type { Failure } from '../../lib/errors';
import type { RecordingFile } from '../../lib/ui/openRecording';
import type { NextStep } from '../../lib/ui/takeStep';
import { Notice } from '../ui/Notice';
import { Problem } from '../ui/Problem';
import { usePersonalData } from '../ui/usePersonalData';
import css from './CallView.module.css';
import { EvidenceProvider } from './evidence/EvidenceContext';
import { Extracted } from './evidence/Extracted';
import { NeedsALook } from './glance/NeedsALook';
import { Outcome } from './glance/Outcome';
import { Summary } from './glance/Summary';
import { Title } from './glance/Title';
import { PlaybackProvider } from './recording/PlaybackContext';
import { Recording } from './recording/Recording';
import { RevealProvider } from './values/RevealContext';
import { Review } from './tools/Review';
import { TakeAway } from './tools/TakeAway';
import { Transcript } from './transcript/Transcript';

interface CallViewProps {
  call: Call;
  /** The provider's display name and the connection's label. */
  provider: string;
  connection: string;
  /** Whether the provider has other connections: then the title says which this is. */
  isOneOfMany?: boolean;
  /** ISO 8601: when the provider was last asked. */
  fetchedAt: string;
  /** Milliseconds since 1970; the clock if absent. */
  now?: number;
  refreshing: boolean;
  /** What could not be completed; shown beside the call. */
  failures: CallAnswer['failures'];
  /** These three are absent for a call that nobody can be asked about: one opened from a file. */
  onRefresh?: () => void;
  /** The value behind the mask at a pointer of `call.masked`. */
  onReveal?: (pointer: string) => Promise<string>;
  onOpenRecording?: () => Promise<RecordingFile>;
  /** The next step of a failure, other than asking again, which is `onRefresh`. */
  onNext?: (step: NextStep, failure: Failure) => void;
  /** Buttons at the end of the header. */
  actions?: ReactNode;
  tools?: CallTools;
  /** The fields of the CRM record on screen: extracted data is compared with them. */
  fields?: RecordField[];
  /** The words it was opened for: the transcript begins there. */
  sought?: Sought;
}

/** What stands below the first screen: loaded beside it, because a popup opens the sooner the less it loads. */
const CallData = lazy(() => import('./CallData').then((module) => ({ default: module.CallData })));

/** One call in full. Its own width decides the layout: one column in a popup or panel, two or three on a page. */
export function CallView(props: CallViewProps) {
  const { provider, connection, failures, onRefresh, onNext, tools } = props;
  const { rules, isWaiting } = usePersonalData(tools?.hidesPersonalData);
  const call = useMemo(() => (rules ? rules.hidePersonalDataOf(props.call) : props.call), [rules, props.call]);
  const names = useMemo(() => ({ provider, connection }), [provider, connection]);
  const context = { provider, connection, id: call.ref.id };
  const takeStep = (step: NextStep, failure: Failure) => (step === 'retry' ? onRefresh?.() : onNext?.(step, failure));
  if (isWaiting) return null;
  return (
    <RevealProvider call={call} onReveal={props.onReveal} isLocked={tools?.forbidden.includes('reveal') === true}>
      <EvidenceProvider call={call} fields={props.fields}>
        <article
          className={css.call}
          aria-label={i18n.t('call.title', { id: call.ref.id })}
          aria-busy={props.refreshing}
        >
          <PlaybackProvider call={call} canOpen={props.onOpenRecording !== undefined}>
            <div className={css.columns}>
              <div className={css.glance}>
                <Title {...props} call={call} account={props.isOneOfMany ? `${provider} · ${connection}` : provider} />
                <Outcome call={call} />
                {call.status?.kind === 'in-progress' && <Notice>{i18n.t('call.inProgress')}</Notice>}
                <Summary call={call} />
                {failures.map(({ what, failure }) => (
                  <Problem
                    key={what}
                    failure={failure}
                    context={{ ...context, part: what }}
                    onNext={(step) => takeStep(step, failure)}
                  />
                ))}
                <NeedsALook call={call} />
              </div>
              {call.extracted.length > 0 && (
                <div className={css.extracted}>
                  <Extracted facts={call.extracted} />
                </div>
              )}
              <div className={css.conversation}>
                {props.onOpenRecording && <Recording call={call} context={context} onOpen={props.onOpenRecording} />}
                <Transcript transcripts={call.transcripts} actions={call.actions} sought={props.sought} />
              </div>
              <div className={css.data}>
                <Suspense>
                  <CallData call={call} provider={provider} connection={connection} />
                </Suspense>
              </div>
            </div>
          </PlaybackProvider>
          <div role="group" aria-label={i18n.t('call.tools')} className={css.tools}>
            <TakeAway call={call} names={names} tools={tools} />
            {tools && <Review key={JSON.stringify(call.ref)} {...tools} />}
          </div>
        </article>
      </EvidenceProvider>
    </RevealProvider>
  );
}
