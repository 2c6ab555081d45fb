import { Info, TriangleAlert } from 'lucide';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './Icon';
import css from './Notice.module.css';

interface NoticeProps extends Omit<ComponentProps<'div'>, 'className'> {
  tone?: 'info' | 'warning' | 'negative';
  /** The one thing to do about it. */
  action?: ReactNode;
}

export function Notice({ tone = 'info', action, children, ...rest }: NoticeProps) {
  return (
    <div {...rest} className={`${css.notice} ${css[tone]}`}>
      <Icon of={tone === 'info' ? Info : TriangleAlert} />
      <div className={css.words} dir="auto">
        {children}
      </div>
      {action}
    </div>
  );
}
