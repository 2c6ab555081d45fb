import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { SingleKeySwitch } from '../../lib/hooks/useSingleKeySwitch';
import { SingleKeysContext } from './SingleKeysContext';
import css from './Shell.module.css';

interface Props {
  /** Beside the product's name. */
  actions?: ReactNode;
  width: 'popup' | 'panel' | 'page' | 'wide';
  /** Whether single keys are commands on this page. */
  keys?: SingleKeySwitch;
  children: ReactNode;
}

/** The frame of every extension page: a bar with the product's name, and one main column. */
export function Shell({ actions, width, keys, children }: Props) {
  const frame = (
    <div className={`${css.shell} ${css[width]}`}>
      <header className={css.bar}>
        <h1>{i18n.t('productName')}</h1>
        <div className={css.actions}>{actions}</div>
      </header>
      <main className={css.main}>{children}</main>
    </div>
  );
  return keys ? <SingleKeysContext value={keys}>{frame}</SingleKeysContext> : frame;
}
