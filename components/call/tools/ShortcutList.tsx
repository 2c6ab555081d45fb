import { X } from 'lucide';
import { Fragment, useContext, useEffect, useId, useRef } from 'react';
import { i18n } from '#i18n';
import { type SingleKey, singleKeys } from '../../../lib/ui/singleKeys';
import { SingleKeysContext } from '../../ui/SingleKeysContext';
import { IconButton } from '../../ui/Button';
import css from './ShortcutHelp.module.css';

/** How a key is shown: as it is printed on the keyboard. */
const caps: Partial<Record<SingleKey, string>> = { ' ': 'Space', ArrowLeft: '←', ArrowRight: '→' };
const capOf = (key: SingleKey) => caps[key] ?? key.toUpperCase();

/** The keys and what they do, in a dialog that is open while this is drawn. */
export function ShortcutList({ onClose }: { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const { isOn, onSwitch } = useContext(SingleKeysContext);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={title} className={css.dialog} onClose={onClose}>
      <div className={css.head}>
        <h3 id={title}>{i18n.t('call.keys.title')}</h3>
        <IconButton icon={X} name={i18n.t('call.keys.close')} onClick={() => dialog.current?.close()} />
      </div>
      <dl className={css.list}>
        {singleKeys.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && ' '}
                  <kbd>{capOf(key)}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{i18n.t(`call.keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
      {onSwitch && (
        <label className={css.switch}>
          <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
          {i18n.t('call.keys.on')}
        </label>
      )}
    </dialog>
  );
}
