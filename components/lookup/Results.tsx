import { i18n } from '#i18n';
import type { CallRef } from '../../lib/call/call';
import { formatDuration } from '../../lib/call/duration';
import type { LookedUp } from '../../lib/call/lookUp';
import type { CallAnswer } from '../../lib/call/callAnswer';
import { isStated } from '../../lib/call/statusWords';
import { SentimentBadge, StatusBadge } from '../ui/CallBadges';
import { Button } from '../ui/Button';
import { Lots } from '../ui/Lots';
import { describeWaiting } from '../ui/describeWaiting';
import css from './Results.module.css';
import { wentWrong } from './wentWrong';
import { whyNot } from './whyNot';

interface Props {
  rows: LookedUp[];
  providerName(id: string): string;
  onOpen(ref: CallRef): void;
  /** Gives up waiting for those that are not there yet. */
  onStop(): void;
  onClear(): void;
}

/** A pasted list of IDs: a row a call, filling in as the answers come. */
export function Results({ rows, providerName, onOpen, onStop, onClear }: Props) {
  const done = rows.filter((row) => row.answer ?? row.failure).length;
  return (
    <section className={css.results}>
      <div className={css.progress}>
        <progress max={rows.length} value={done} aria-label={i18n.t('lookup.progress')} />
        <span role="status">{i18n.t('lookup.done', { done, total: rows.length })}</span>
        {done < rows.length ? (
          <Button onClick={onStop}>{i18n.t('ui.stop')}</Button>
        ) : (
          <Button onClick={onClear}>{i18n.t('lookup.clear')}</Button>
        )}
      </div>
      <table aria-label={i18n.t('lookup.results')}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('lookup.column.call')}</th>
            <th scope="col">{i18n.t('lookup.column.status')}</th>
            <th scope="col">{i18n.t('lookup.column.sentiment')}</th>
            <th scope="col">{i18n.t('lookup.column.duration')}</th>
          </tr>
        </thead>
        <tbody>
          <Lots
            of={rows}
            holder={{ columns: 4 }}
            render={(row) => (
              <tr key={row.id}>
                {row.answer && 'found' in row.answer ? (
                  <FoundRow answer={row.answer.found} providerName={providerName} onOpen={onOpen} />
                ) : (
                  <>
                    <th scope="row">{row.id}</th>
                    <td colSpan={3} className={css.pending}>
                      {row.answer || row.failure ? whyNot(row, providerName).sentence : pendingWords(row)}
                    </td>
                  </>
                )}
              </tr>
            )}
          />
        </tbody>
      </table>
    </section>
  );
}

const pendingWords = ({ waiting }: LookedUp) => (waiting ? describeWaiting(waiting) : i18n.t('lookup.asking'));

interface FoundRowProps extends Pick<Props, 'providerName' | 'onOpen'> {
  answer: CallAnswer;
}

function FoundRow({ answer: { call }, providerName, onOpen }: FoundRowProps) {
  const why = wentWrong(call);
  return (
    <>
      <th scope="row">
        <button type="button" className={css.open} onClick={() => onOpen(call.ref)}>
          {call.ref.id}
        </button>
        <span className={css.provider}>{providerName(call.ref.provider)}</span>
        {why && <bdi className={css.why}>{why}</bdi>}
      </th>
      <td>{call.status && <StatusBadge status={call.status} />}</td>
      <td>{call.sentiment && isStated(call.sentiment) && <SentimentBadge sentiment={call.sentiment} />}</td>
      <td>{call.duration !== undefined && formatDuration(call.duration)}</td>
    </>
  );
}
