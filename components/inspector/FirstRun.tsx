import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import css from './FirstRun.module.css';

/** Before any account is connected: what this is for, and the two ways to begin. */
export function FirstRun({ onConnect, onSamples }: { onConnect(): void; onSamples(): void }) {
  return (
    <section className={css.first}>
      <p>{i18n.t('popup.firstRun')}</p>
      <div className={css.buttons}>
        <Button look="primary" onClick={onConnect}>
          {i18n.t('popup.connect')}
        </Button>
        <Button onClick={onSamples}>{i18n.t('popup.samples')}</Button>
      </div>
    </section>
  );
}
