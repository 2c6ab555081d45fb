import { useId } from 'react';
import { i18n } from '#i18n';
import { Section } from '../ui/Section';
import { Button } from '../ui/Button';
import css from './settings.module.css';

interface Props {
  askOnPoint: boolean;
  onAskOnPoint(on: boolean): void;
  onShortcuts(): void;
}

/** How pages are read, and where the keys for it are changed. */
export function ReadingSection({ askOnPoint, onAskOnPoint, onShortcuts }: Props) {
  const hintId = useId();
  return (
    <Section title={i18n.t('sites.reading')}>
      <div>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={askOnPoint}
            aria-describedby={hintId}
            onChange={(event) => onAskOnPoint(event.target.checked)}
          />
          {i18n.t('sites.askOnPoint')}
        </label>
        <p id={hintId} className={css.hint}>
          {i18n.t('sites.askOnPointHint')}
        </p>
      </div>
      <p className={css.hint}>{i18n.t('sites.shortcutsHint')}</p>
      <div>
        <Button onClick={onShortcuts}>{i18n.t('sites.shortcutsOpen')}</Button>
      </div>
    </Section>
  );
}
