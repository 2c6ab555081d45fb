import { Info, TriangleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import styles from './Notice.module.css';

interface NoticeProps extends Omit<ComponentProps<'div'>, 'className'> {
  tone?: 'info' | 'warning' | 'negative';
  /** The one thing to do about it. */
  action?: ReactNode;
}

export function Notice({ tone = 'info', action, children, ...rest }: NoticeProps) {
  const Icon = tone === 'info' ? Info : TriangleAlert;
  return (
    <div {...rest} className={`${styles.notice} ${styles[tone]}`}>
      <Icon size={16} aria-hidden />
      <div className={styles.words} dir="auto">
        {children}
      </div>
      {action}
    </div>
  );
}
