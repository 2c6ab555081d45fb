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

/** A titled part of a page that is always open. */
export function Part({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.part}>
      <div className={css.partHead}>
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
