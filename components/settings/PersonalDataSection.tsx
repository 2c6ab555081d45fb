import { useId } from 'react';
import { i18n } from '#i18n';
import { Locked } from '../ui/Locked';
import { Section } from '../ui/Section';
import css from './settings.module.css';

interface Props {
  hides: boolean;
  /** The user's organization wants it so. */
  forced: boolean;
  onChange(hides: boolean): void;
}

/** Whether personal data is masked wherever a call is shown, copied or exported. */
export function PersonalDataSection({ hides, forced, onChange }: Props) {
  const hintId = useId();
  return (
    <Section title={i18n.t('personalData.title')}>
      <div>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={hides}
            disabled={forced}
            aria-describedby={hintId}
            onChange={(event) => onChange(event.target.checked)}
          />
          {i18n.t('personalData.hide')}
        </label>
        <p id={hintId} className={css.hint}>
          {i18n.t('personalData.hint')}
        </p>
      </div>
      {forced && <Locked>{i18n.t('policy.forcedHide')}</Locked>}
    </Section>
  );
}
