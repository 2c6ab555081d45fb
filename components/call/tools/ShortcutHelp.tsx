import { Keyboard } from 'lucide';
import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import { useSingleKeys } from '../../ui/useSingleKeys';
import { Button } from '../../ui/Button';
import css from './ShortcutHelp.module.css';

const ShortcutList = lazy(() => import('./ShortcutList').then((module) => ({ default: module.ShortcutList })));

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
      {isOpen && (
        <Suspense>
          <ShortcutList onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
