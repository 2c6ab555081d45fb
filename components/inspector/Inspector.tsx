import { ArrowLeft, ChevronLeft, ChevronRight, ExternalLink } from 'lucide';
import type { Ref, ReactNode } from 'react';
import { i18n, listOf } from '#i18n';
import type { CallRef } from '../../lib/call/callRef';
import type { Sought } from '../../lib/call/sayings';
import type { CallHandle } from '../../lib/hooks/useCall';
import type { LookUp } from '../../lib/hooks/useLookUp';
import type { CallTools } from '../../lib/hooks/useCallTools';
import type { ListTools } from '../../lib/hooks/useListTools';
import type { RecordField } from '../../lib/compare/compareRecord';
import type { Failure } from '../../lib/errors';
import type { RecentCall } from '../../lib/call/callList';
import type { ProviderInfo } from '../../lib/call/providerInfo';
import type { Reviews } from '../../lib/hooks/useReviews';
import type { Connection } from '../../lib/call/connection';
import { CallPane } from '../call/CallPane';
import { SampleNote } from '../call/SampleNote';
import { CallList } from '../lists/CallList';
import type { LookUpBox } from '../lookup/LookUpForm';
import { ListToolsContext } from '../lists/ListToolsContext';
import { SaveCalls } from '../lists/SaveCalls';
import { PicturedCalls } from '../picture/PicturedCalls';
import { LookUpPane } from '../lookup/LookUpPane';
import { Section } from '../ui/Section';
import { IconButton } from '../ui/Button';
import { formatDay } from '../../lib/call/when';
import type { NextStep } from '../../lib/ui/takeStep';
import { FirstRun } from './FirstRun';

interface Props {
  box: Ref<LookUpBox>;
  lookUp: LookUp;
  providers: ProviderInfo[];
  providerName(id: string): string;
  /** Absent until they are read. */
  connections?: Connection[];
  recent: RecentCall[];
  /** The call that is open, and what is known of it. */
  shown?: CallRef;
  /** The words it was opened for. */
  sought?: Sought;
  call: CallHandle;
  tools?: CallTools;
  listTools: ListTools;
  reviews: Reviews;
  /** The ways to the calls before and after this one in the list it was opened from. */
  neighbours: { previous?: () => void; next?: () => void };
  /** The fields of the CRM record on screen. */
  fields?: RecordField[];
  open(ref: CallRef, among?: CallRef[], sought?: Sought): void;
  back(): void;
  openPage(): void;
  openSettings(): void;
  /** Absent where the user cannot add connections. */
  openSample?: () => void;
  next(step: NextStep, failure: Failure, retry: () => void): void;
  /** The page on screen: shown above the recent calls while no call is open. */
  page?: ReactNode;
  /** Beside the look-up box: what popup or panel can do that concerns no call. */
  actions?: ReactNode;
  /** Further buttons of the call that is open. */
  callActions?: ReactNode;
  /** Further lists below the recent calls. */
  children?: ReactNode;
}

/** They stand in the order they were looked up. */
const lookedUpOn = ({ at }: Pick<RecentCall, 'at'>) => i18n.t('lists.lookedUp', { day: formatDay(Date.parse(at)) });
const newestSample = ({ samples }: ProviderInfo) => samples.slice(0, 1);

function Neighbours({ previous, next }: Props['neighbours']) {
  return (
    <>
      {previous && <IconButton icon={ChevronLeft} name={i18n.t('neighbours.previous')} onClick={previous} />}
      {next && <IconButton icon={ChevronRight} name={i18n.t('neighbours.next')} onClick={next} />}
    </>
  );
}

/** What popup and side panel show: the look-up box, then either one call or the lists to choose one from. */
export function Inspector({ shown, connections, providerName, ...props }: Props) {
  const choices = props.providers.filter(
    ({ id, hasOpaqueIds }) => hasOpaqueIds && connections?.some(({ provider }) => provider === id),
  );
  const isOneOfMany = (ref: CallRef) =>
    (connections?.filter(({ provider }) => provider === ref.provider).length ?? 0) > 1;
  const label = (id: string) => connections?.find((each) => each.id === id)?.label ?? id;
  const lists = { ...props.listTools, providerName, connectionName: label, reviewOf: props.reviews.of };
  return (
    <ListToolsContext value={lists}>
      <LookUpPane
        lookUp={props.lookUp}
        box={props.box}
        choices={choices}
        actions={props.actions}
        providerName={providerName}
        isCallOpen={shown !== undefined}
        onOpen={props.open}
        onNext={props.next}
      />
      {shown && connections?.some(({ id, sample }) => sample && id === shown.connection) && (
        <SampleNote onConnect={props.openSettings} />
      )}
      {shown && (
        <CallPane
          key={JSON.stringify(shown)}
          callRef={shown}
          handle={props.call}
          provider={providerName(shown.provider)}
          connection={label(shown.connection)}
          isOneOfMany={isOneOfMany(shown)}
          onNext={props.next}
          tools={props.tools}
          sought={props.sought}
          fields={props.fields}
          actions={
            <>
              <IconButton icon={ArrowLeft} name={i18n.t('popup.back')} onClick={props.back} />
              {props.callActions}
              <Neighbours {...props.neighbours} />
              <IconButton icon={ExternalLink} name={i18n.t('popup.openPage')} onClick={props.openPage} />
            </>
          }
        />
      )}
      {!shown && connections?.every(({ sample }) => sample) && (
        <FirstRun onConnect={props.openSettings} onSamples={connections.length === 0 ? props.openSample : undefined} />
      )}
      {!shown && props.page}
      {!shown && connections && connections.length > 0 && (
        <>
          <Section
            title={i18n.t('lists.recent')}
            actions={props.recent.length > 0 && <SaveCalls calls={props.recent} />}
          >
            <PicturedCalls label={i18n.t('lists.recent')} of={props.recent} callOf={(call) => call}>
              {(recent) => (
                <CallList
                  label={i18n.t('lists.recent')}
                  calls={recent.map(({ label: account, ...call }) => ({
                    ...call,
                    // Of a call that is not stored any more nothing else is known.
                    note: !call.startedAt || isOneOfMany(call.ref) ? account : undefined,
                  }))}
                  empty={
                    connections.every((each) => each.sample)
                      ? i18n.t('lists.samplesHint', {
                          ids: listOf(props.providers.flatMap(newestSample), 'disjunction'),
                        })
                      : i18n.t('lists.recentEmpty')
                  }
                  reviews={props.reviews}
                  groupOf={lookedUpOn}
                  onOpen={props.open}
                />
              )}
            </PicturedCalls>
          </Section>
          {props.children}
        </>
      )}
    </ListToolsContext>
  );
}
