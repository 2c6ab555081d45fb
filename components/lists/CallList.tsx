import type { ReactNode } from 'react';
import { language } from '#i18n';
import type { Timestamp } from '../../lib/call/call';
import type { CallRef } from '../../lib/call/callRef';
import { refKey } from '../../lib/call/refKey';
import type { Reviews } from '../../lib/hooks/useReviews';
import { formatDay } from '../../lib/call/when';
import { Lots } from '../ui/Lots';
import { CallEntry } from './CallEntry';
import css from './CallList.module.css';
import type { ShownCall } from './RowParts';
import { Selected } from './Selected';
import { useRows } from './useRows';
import { useSelection } from './useSelection';

interface Props<C extends ShownCall> {
  /** The list's accessible name. */
  label: string;
  calls: C[];
  /** Said in place of an empty list: what to do next. */
  empty: string;
  reviews?: Reviews;
  /** Which calls stand together, and the words above them. Absent: by the day they began. */
  groupOf?: (call: C) => string | undefined;
  /** Below a call. */
  renderAfter?: (call: C) => ReactNode;
  /** Opens a call; `among` are all calls of this list, for the way to the next. */
  onOpen(ref: CallRef, among: CallRef[]): void;
}

/** The day of a time as a heading: in the reader's zone, else as the provider wrote it. */
function dayHeading({ iso, text }: Timestamp): string | undefined {
  if (iso && !Number.isNaN(Date.parse(iso))) {
    const day = formatDay(Date.parse(iso));
    return day.charAt(0).toLocaleUpperCase(language()) + day.slice(1);
  }
  return text.split(' ').length === 2 ? text.split(' ')[0] : undefined;
}

/** No day is said of calls whose order is not that of time. */
export const ungrouped = () => undefined;

/** A list of calls, an item each, grouped by day; the name of an item's button begins with the call's ID. */
export function CallList<C extends ShownCall>({
  label,
  calls,
  empty,
  reviews,
  groupOf,
  renderAfter,
  onOpen,
}: Props<C>) {
  const selection = useSelection();
  const rows = useRows<HTMLUListElement>();
  if (calls.length === 0) return <p className={css.empty}>{empty}</p>;
  const groupOfCall = groupOf ?? (({ startedAt }: C) => startedAt && dayHeading(startedAt));
  const open = (ref: CallRef) =>
    onOpen(
      ref,
      calls.map((each) => each.ref),
    );
  return (
    <>
      <ul {...rows} className={css.list} aria-label={label}>
        <Lots
          of={calls}
          render={(call, index) => {
            const group = groupOfCall(call);
            const isFirst = group !== undefined && (index === 0 || groupOfCall(calls[index - 1]!) !== group);
            return (
              <li key={refKey(call.ref)}>
                {isFirst && <h3 className={css.day}>{group}</h3>}
                <CallEntry
                  call={call}
                  review={reviews?.of(call.ref)}
                  isDayTold={group !== undefined && !groupOf}
                  isSelected={selection.has(call.ref)}
                  onSelect={() => selection.toggle(call.ref)}
                  onOpen={() => open(call.ref)}
                />
                {renderAfter?.(call)}
              </li>
            );
          }}
          holder="item"
        />
      </ul>
      <Selected calls={selection.of(calls)} onClear={selection.clear} />
    </>
  );
}
