import { i18n } from '#i18n';
import css from './SelectBox.module.css';

interface SelectBoxProps {
  /** The call's ID. */
  id: string;
  isSelected: boolean;
  onSelect(): void;
}

/** Selects a row: seen when the row is pointed at, has focus, or anything is selected. Stands in what has `data-entry`. */
export const SelectBox = ({ id, isSelected, onSelect }: SelectBoxProps) => (
  <input
    type="checkbox"
    className={css.box}
    tabIndex={-1}
    data-check
    checked={isSelected}
    aria-label={i18n.t('lists.select', { id })}
    aria-keyshortcuts="x"
    title={i18n.t('lists.selectHint')}
    onChange={onSelect}
  />
);
