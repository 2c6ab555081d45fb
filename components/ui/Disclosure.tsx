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
  /** Opens it again whenever this changes. */
  reopen?: unknown;
  /** Rendered only while open: a section that is closed costs nothing. */
  children: ReactNode;
}

/** A heading that folds what is below it. */
export function Disclosure({ title, count, open: startsOpen = true, reopen, children }: DisclosureProps) {
  const [open, setOpen] = useState(startsOpen);
  const [reopened, setReopened] = useState(reopen);
  if (reopen !== reopened) {
    setReopened(reopen);
    setOpen(true);
  }
  return (
    <details className={css.disclosure} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={css.summary}>
        <Icon of={ChevronRight} size={14} className={css.chevron} />
        <h3>{title}</h3>
        {count !== undefined && <span className={css.count}>{formatNumber(count)}</span>}
      </summary>
      {open && <div className={css.body}>{children}</div>}
    </details>
  );
}
