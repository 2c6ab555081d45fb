import { useId } from 'react';
import { i18n } from '#i18n';
import { Section } from '../ui/Section';
import css from './settings.module.css';

interface Props {
  hides: boolean;
  onChange(hides: boolean): void;
}

/** Whether personal data is masked wherever a call is shown, copied or exported. */
export function PersonalDataSection({ hides, onChange }: Props) {
  const hintId = useId();
  return (
    <Section title={i18n.t('personalData.title')}>
      <div>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={hides}
            aria-describedby={hintId}
            onChange={(event) => onChange(event.target.checked)}
          />
          {i18n.t('personalData.hide')}
        </label>
        <p id={hintId} className={css.hint}>
          {i18n.t('personalData.hint')}
        </p>
      </div>
    </Section>
  );
}
