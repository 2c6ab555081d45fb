import type { Review } from '../../lib/call/review';
import css from './CallEntry.module.css';
import { CallRow } from './CallRow';
import type { ShownCall } from './RowParts';
import { SelectBox } from './SelectBox';

interface CallEntryProps {
  call: ShownCall;
  review?: Review;
  isDayTold?: boolean;
  isSelected: boolean;
  onSelect(): void;
  onOpen(): void;
}

/** A row and the box that selects it. */
export const CallEntry = ({ isSelected, onSelect, ...row }: CallEntryProps) => (
  <div className={css.entry} data-entry>
    <CallRow {...row} />
    <SelectBox id={row.call.ref.id} isSelected={isSelected} onSelect={onSelect} />
  </div>
);
