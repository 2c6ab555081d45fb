import { Keyboard, X } from 'lucide';
import { useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useSingleKeys } from '../../../lib/hooks/useSingleKeys';
import { change } from '../../../lib/storage/item';
import { singleKeysItem } from '../../../lib/storage/items';
import { useStored } from '../../../lib/hooks/useStored';
import { Button, IconButton } from '../../ui/Button';
import css from './ShortcutHelp.module.css';

const shortcuts = [
  ['Space', 'K', 'play'],
  ['J', 'L', 'skipTen'],
  ['←', '→', 'skipFive'],
  ['<', '>', 'speed'],
  ['/', undefined, 'search'],
  ['N', 'P', 'step'],
  ['S', undefined, 'slow'],
  ['[', ']', 'calls'],
  ['C', undefined, 'note'],
  ['?', undefined, 'help'],
] as const;

/** The keys that are commands while a call is read, in a dialog, and the switch that turns them off. */
export function ShortcutHelp() {
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useSingleKeys({ '?': open });
  return (
    <div className={css.opener}>
      <Button look="quiet" icon={Keyboard} onClick={open}>
        {i18n.t('call.keys.title')}
      </Button>
      {isOpen && <Help onClose={() => setOpen(false)} />}
    </div>
  );
}

function Help({ onClose }: { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const isOn = useStored(singleKeysItem);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={title} className={css.dialog} onClose={onClose}>
      <div className={css.head}>
        <h3 id={title}>{i18n.t('call.keys.title')}</h3>
        <IconButton icon={X} name={i18n.t('call.keys.close')} onClick={() => dialog.current?.close()} />
      </div>
      <dl className={css.list}>
        {shortcuts.map(([key, other, what]) => (
          <div key={what}>
            <dt>
              <kbd>{key}</kbd> {other && <kbd>{other}</kbd>}
            </dt>
            <dd>{i18n.t(`call.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <label className={css.switch}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target: { checked } }) => void change(singleKeysItem, () => checked)}
        />
        {i18n.t('call.keys.on')}
      </label>
    </dialog>
  );
}
