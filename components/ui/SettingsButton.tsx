import { Settings } from 'lucide';
import { i18n } from '#i18n';
import { IconButton } from './Button';
import css from './SettingsButton.module.css';

/** The way to the settings. A dot says that something new can be read about there. */
export function SettingsButton({ hasNews, onOpen }: { hasNews: boolean; onOpen(): void }) {
  return (
    <span className={hasNews ? css.dotted : undefined}>
      <IconButton icon={Settings} name={i18n.t(hasNews ? 'help.settings' : 'popup.settings')} onClick={onOpen} />
    </span>
  );
}
