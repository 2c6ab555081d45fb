import { X } from 'lucide';
import { Fragment, useContext } from 'react';
import { i18n } from '#i18n';
import { type SingleKey, singleKeys } from '../../../lib/ui/singleKeys';
import { SingleKeysContext } from '../../ui/SingleKeysContext';
import { IconButton } from '../../ui/Button';
import { closeDialog } from '../../ui/closeDialog';
import { Dialog } from '../../ui/Dialog';
import css from './ShortcutHelp.module.css';

/** How a key is shown: as it is printed on the keyboard. */
const caps: Partial<Record<SingleKey, string>> = { ' ': 'Space', ArrowLeft: '←', ArrowRight: '→' };
const capOf = (key: SingleKey) => caps[key] ?? key.toUpperCase();

/** The keys and what they do, in a dialog that is open while this is drawn. */
export function ShortcutList({ onClose }: { onClose(): void }) {
  const { isOn, onSwitch } = useContext(SingleKeysContext);
  return (
    <Dialog
      title={i18n.t('call.keys.title')}
      beside={<IconButton icon={X} name={i18n.t('call.keys.close')} onClick={closeDialog} />}
      onClose={onClose}
    >
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
    </Dialog>
  );
}
