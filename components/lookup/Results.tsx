import { i18n } from '#i18n';
import type { Call } from '../../lib/call/call';
import type { CallRef } from '../../lib/call/callRef';
import type { LookedUp } from '../../lib/call/lookUp';
import { otherPartyOf } from '../../lib/call/otherParty';
import type { ShownCall } from '../lists/RowParts';
import { Selected } from '../lists/Selected';
import { useRows } from '../lists/useRows';
import { useSelection } from '../lists/useSelection';
import { Button } from '../ui/Button';
import { Lots } from '../ui/Lots';
import { describeWaiting } from '../ui/describeWaiting';
import { PicturedCalls } from '../picture/PicturedCalls';
import hidden from '../ui/visuallyHidden.module.css';
import { FoundRow } from './FoundRow';
import css from './Results.module.css';
import { countedRow } from './countedRow';
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

const foundIn = ({ answer }: LookedUp) => (answer && 'found' in answer ? answer.found.call : undefined);
const shown = (call: Call): ShownCall => ({
  ...call,
  party: otherPartyOf(call),
  summary: wentWrong(call) ?? call.summary,
});

/** A pasted list of IDs: a row a call, in the list's order, filling in as the answers come. */
export function Results({ rows, providerName, onOpen, onStop, onClear }: Props) {
  const selection = useSelection();
  const keys = useRows<HTMLTableSectionElement>();
  const done = rows.filter((row) => row.answer ?? row.failure).length;
  return (
    <section className={css.results}>
      <h2 className={hidden.visuallyHidden}>{i18n.t('lookup.results')}</h2>
      <div className={css.progress}>
        <progress max={rows.length} value={done} aria-label={i18n.t('lookup.progress')} />
        <span role="status">{i18n.t('lookup.done', { done, total: rows.length })}</span>
        {done < rows.length ? (
          <Button onClick={onStop}>{i18n.t('ui.stop')}</Button>
        ) : (
          <Button onClick={onClear}>{i18n.t('lookup.clear')}</Button>
        )}
      </div>
      <PicturedCalls label={i18n.t('lookup.results')} of={rows} callOf={countedRow}>
        {(chosen) => (
          <table aria-label={i18n.t('lookup.results')}>
            <thead className={hidden.visuallyHidden}>
              <tr>
                <th scope="col">{i18n.t('lookup.column.call')}</th>
                <th scope="col">{i18n.t('lookup.column.when')}</th>
                <th scope="col">{i18n.t('lookup.column.state')}</th>
                <th scope="col">{i18n.t('lookup.column.summary')}</th>
              </tr>
            </thead>
            <tbody {...keys}>
              <Lots
                of={chosen}
                holder={{ columns: 4 }}
                render={(row) => {
                  const call = foundIn(row);
                  return call ? (
                    <FoundRow
                      key={row.id}
                      call={shown(call)}
                      isSelected={selection.has(call.ref)}
                      onSelect={() => selection.toggle(call.ref)}
                      onOpen={() => onOpen(call.ref)}
                    />
                  ) : (
                    <tr key={row.id} className={css.other}>
                      <th scope="row">{row.id}</th>
                      <td colSpan={3}>
                        {row.answer || row.failure ? whyNot(row, providerName).sentence : pendingWords(row)}
                      </td>
                    </tr>
                  );
                }}
              />
            </tbody>
          </table>
        )}
      </PicturedCalls>
      <Selected calls={selection.of(rows.flatMap((row) => foundIn(row) ?? [])).map(shown)} onClear={selection.clear} />
    </section>
  );
}

const pendingWords = ({ waiting }: LookedUp) => (waiting ? describeWaiting(waiting) : i18n.t('lookup.asking'));
