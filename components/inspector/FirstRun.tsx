import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import css from './FirstRun.module.css';

interface Props {
  onConnect(): void;
  /** Absent once the sample calls are there. */
  onSamples?: () => void;
}

/** Before an account of the user's own is connected: what this is for, and the ways to begin. */
export function FirstRun({ onConnect, onSamples }: Props) {
  return (
    <section className={css.first}>
      <p>{i18n.t('popup.firstRun')}</p>
      <div className={css.buttons}>
        <Button look="primary" onClick={onConnect}>
          {i18n.t('popup.connect')}
        </Button>
        {onSamples && <Button onClick={onSamples}>{i18n.t('popup.samples')}</Button>}
      </div>
    </section>
  );
}
