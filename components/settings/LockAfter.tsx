import { i18n } from '#i18n';
import css from './settings.module.css';

interface Props {
  /** Minutes; `null`: when the browser closes. */
  after: number | null;
  onChange(after: number | null): void;
}

const choices: (number | null)[] = [15, 60, null];

const nameOf = (minutes: number | null) => {
  if (minutes === null) return i18n.t('keyLock.afterClose');
  return minutes === 60 ? i18n.t('keyLock.afterHour') : i18n.t('keyLock.afterMinutes', { minutes });
};

/** When unlocked keys are locked again. */
export function LockAfter({ after, onChange }: Props) {
  return (
    <label className={css.field}>
      <span>{i18n.t('keyLock.after')}</span>
      <select value={String(after)} onChange={(event) => onChange(JSON.parse(event.target.value) as number | null)}>
        {choices.map((minutes) => (
          <option key={String(minutes)} value={String(minutes)}>
            {nameOf(minutes)}
          </option>
        ))}
      </select>
    </label>
  );
}
