import { i18n } from '#i18n';
import css from './CallEntry.module.css';
import { CallRow, type ShownCall } from './CallRow';
import type { Review } from '../../lib/call/review';

interface CallEntryProps {
  call: ShownCall;
  review?: Review;
  isDayTold?: boolean;
  isSelected: boolean;
  onSelect(): void;
  onOpen(): void;
}

/** A row and the box that selects it: seen when the row is pointed at, has focus, or anything is selected. */
export function CallEntry({ isSelected, onSelect, ...row }: CallEntryProps) {
  return (
    <div className={css.entry} data-entry>
      <CallRow {...row} />
      <input
        type="checkbox"
        className={css.check}
        tabIndex={-1}
        data-check
        checked={isSelected}
        aria-label={i18n.t('lists.select', { id: row.call.ref.id })}
        aria-keyshortcuts="x"
        title={i18n.t('lists.selectHint')}
        onChange={onSelect}
      />
    </div>
  );
}
