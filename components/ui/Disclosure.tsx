import { ChevronRight } from 'lucide';
import { useState, type ReactNode } from 'react';
import { formatNumber } from './format';
import { Icon } from './Icon';
import css from './Disclosure.module.css';

interface DisclosureProps {
  title: string;
  count?: number;
  /** Whether it starts open. */
  open?: boolean;
  /** Opens it again whenever this changes to something. */
  reopen?: unknown;
  /** Rendered even while closed, where that costs little and others read it. */
  always?: boolean;
  /** The name by which the other parts of a page lead here. */
  part?: string;
  /** On the line of the title, at its end. */
  beside?: ReactNode;
  /** Rendered only while open: a section that is closed costs nothing. */
  children: ReactNode;
}

/** A heading that folds what is below it. */
export function Disclosure(props: DisclosureProps) {
  const { title, count, open: startsOpen = true, reopen, always, part, beside, children } = props;
  const [open, setOpen] = useState(startsOpen);
  const [reopened, setReopened] = useState(reopen);
  if (reopen !== reopened) {
    setReopened(reopen);
    if (reopen) setOpen(true);
  }
  const fold = (
    <details
      className={css.disclosure}
      data-part={part}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={css.summary}>
        <Icon of={ChevronRight} size={14} className={css.chevron} />
        <h3>{title}</h3>
        {count !== undefined && <span className={css.count}>{formatNumber(count)}</span>}
      </summary>
      {(open || always) && <div className={css.body}>{children}</div>}
    </details>
  );
  if (!beside) return fold;
  return (
    <div className={css.line}>
      {fold}
      <div className={css.beside}>{beside}</div>
    </div>
  );
}
