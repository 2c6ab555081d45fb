import { ChevronRight } from 'lucide';
import { useState, type ReactNode } from 'react';
import { formatNumber } from './format';
import { Icon } from './Icon';
import styles from './Section.module.css';

interface SectionProps {
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
export function Section({ title, count, open: startsOpen = true, reopen, children }: SectionProps) {
  const [open, setOpen] = useState(startsOpen);
  const [reopened, setReopened] = useState(reopen);
  if (reopen !== reopened) {
    setReopened(reopen);
    setOpen(true);
  }
  return (
    <details className={styles.section} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Icon of={ChevronRight} size={14} className={styles.chevron} />
        <h3>{title}</h3>
        {count !== undefined && <span className={styles.count}>{formatNumber(count)}</span>}
      </summary>
      {open && <div className={styles.body}>{children}</div>}
    </details>
  );
}
