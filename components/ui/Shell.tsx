import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { SingleKeySwitch } from '../../lib/hooks/useSingleKeySwitch';
import { SingleKeysContext } from './SingleKeysContext';
import css from './Shell.module.css';
import hidden from './visuallyHidden.module.css';

interface Props {
  width: 'popup' | 'panel' | 'page' | 'wide';
  /** Whether single keys are commands on this page. */
  keys?: SingleKeySwitch;
  children: ReactNode;
}

/** In a popup and a side panel the browser shows the product's name itself: there it is heard alone. */
const isNamed = (width: Props['width']) => width === 'popup' || width === 'panel';

/** The frame of every extension page: a bar with the product's name, and one main column. */
export function Shell({ width, keys, children }: Props) {
  const name = <h1>{i18n.t('productName')}</h1>;
  const frame = (
    <div className={`${css.shell} ${css[width]}`}>
      <header className={isNamed(width) ? hidden.visuallyHidden : css.bar}>{name}</header>
      <main className={css.main}>{children}</main>
    </div>
  );
  return keys ? <SingleKeysContext value={keys}>{frame}</SingleKeysContext> : frame;
}
