import { i18n } from '#i18n';
import type { CallRef } from '../../lib/call/callRef';
import type { ListedCall } from '../../lib/call/callList';
import { formatLength } from '../../lib/call/duration';
import { When } from '../ui/When';
import css from './CallRow.module.css';

/** What a row shows of a call; everything but the ref may be unknown. */
export type ShownCall = Partial<Omit<ListedCall, 'ref'>> & {
  ref: CallRef;
  /** What is said beside when and how long. */
  note?: string;
};

/** Whether anything is known of who spoke: else the ID stands in that place. */
export const hasWho = ({ agent, party }: ShownCall) => Boolean(agent?.name ?? agent?.id ?? party);

export function Who({ agent, party }: Pick<ShownCall, 'agent' | 'party'>) {
  const name = agent?.name ?? (party ? i18n.t('call.speaker.agent') : agent?.id);
  return (
    name && (
      <span className={css.who}>
        <bdi>{name}</bdi>
        {party && (
          <span className={css.party}>
            <bdi>{party}</bdi>
          </span>
        )}
      </span>
    )
  );
}

interface FactsProps {
  call: ShownCall;
  isDayTold?: boolean;
  /** The ID was said before, and stands here for the eye alone. */
  isIdSaid?: boolean;
}

/** The ID, small, unless it stands for who spoke; when and how long. */
export function Facts({ call, isDayTold, isIdSaid }: FactsProps) {
  const { ref, startedAt, note } = call;
  const length = formatLength(call);
  return (
    <>
      {hasWho(call) && (
        <span className={css.id} title={ref.id} aria-hidden={isIdSaid}>
          {ref.id}
        </span>
      )}{' '}
      <span className={css.when}>
        {startedAt && <When value={startedAt} isDayTold={isDayTold} />}
        {length && <span>{length}</span>}
        {note && <span className={css.note}>{note}</span>}
      </span>
    </>
  );
}
