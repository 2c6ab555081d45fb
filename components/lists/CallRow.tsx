import { NotebookPen } from 'lucide';
import { useContext } from 'react';
import { i18n } from '#i18n';
import type { CallRef } from '../../lib/call/call';
import type { ListedCall } from '../../lib/call/callList';
import { formatLength } from '../../lib/call/duration';
import type { Review } from '../../lib/call/review';
import { hidePersonalData } from '../../lib/redaction/personalData';
import { Icon } from '../ui/Icon';
import { When } from '../ui/When';
import css from './CallRow.module.css';
import { ListToolsContext } from './ListToolsContext';
import { RowState } from './RowState';

/** What a row shows of a call; everything but the ref may be unknown. */
export type ShownCall = Partial<Omit<ListedCall, 'ref'>> & {
  ref: CallRef;
  /** What is said beside when and how long. */
  note?: string;
};

interface CallRowProps {
  call: ShownCall;
  review?: Review;
  /** The day stands above the row. */
  isDayTold?: boolean;
  onOpen(): void;
}

function Who({ agent, party }: Pick<ShownCall, 'agent' | 'party'>) {
  const name = agent?.name ?? (party ? i18n.t('call.speaker.agent') : agent?.id);
  return (
    name && (
      <span className={css.who}>
        <bdi>{name}</bdi>
        {party && <bdi>{party}</bdi>}
      </span>
    )
  );
}

/** A call as a button: who, when, how long, how it ended, a line of what it was about. Its name begins with the call's ID. */
export function CallRow({ call, review, isDayTold, onOpen }: CallRowProps) {
  const hides = useContext(ListToolsContext)?.hidesPersonalData;
  const say = (text: string | undefined) => (text && hides ? hidePersonalData(text) : text);
  const { ref, agent, startedAt, note } = call;
  const [party, summary, own] = [call.party, call.summary, review?.note].map(say);
  const length = formatLength(call);
  const isKnown = agent?.name ?? agent?.id ?? party;
  return (
    <button type="button" className={css.row} tabIndex={-1} data-row onClick={onOpen}>
      {!isKnown && <span className={css.only}>{ref.id}</span>}{' '}
      <span className={css.facts}>
        {isKnown && (
          <span className={css.id} title={ref.id}>
            {ref.id}
          </span>
        )}{' '}
        <span className={css.when}>
          {startedAt && <When value={startedAt} isDayTold={isDayTold} />}
          {length && <span>{length}</span>}
          {note && <bdi className={css.note}>{note}</bdi>}
        </span>
      </span>{' '}
      <Who agent={agent} party={party} /> <RowState call={call} review={review} />{' '}
      {summary && <bdi className={css.summary}>{summary}</bdi>}
      {own && (
        <span className={css.own}>
          <Icon of={NotebookPen} size={12} name={i18n.t('review.note')} /> <bdi>{own}</bdi>
        </span>
      )}
    </button>
  );
}
