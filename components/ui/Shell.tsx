import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import css from './Shell.module.css';

interface Props {
  /** Beside the product's name. */
  actions?: ReactNode;
  width: 'popup' | 'panel' | 'page' | 'wide';
  children: ReactNode;
}

/** The frame of every extension page: a bar with the product's name, and one main column. */
export function Shell({ actions, width, children }: Props) {
  return (
    <div className={`${css.shell} ${css[width]}`}>
      <header className={css.bar}>
        <h1>{i18n.t('productName')}</h1>
        <div className={css.actions}>{actions}</div>
      </header>
      <main className={css.main}>{children}</main>
    </div>
  );
}
