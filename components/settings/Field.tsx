import { useId } from 'react';
import css from './settings.module.css';

interface FieldProps {
  /** Characters. */
  longest?: number;
  name: string;
  label: string;
  hint: string;
  value?: string;
  placeholder?: string;
  problem?: string;
  /** Shows dots. Not a password field: password managers would offer to save an API key as the site's password. */
  secret?: boolean;
}

/** A text field with its label, and a hint that gives way to what is wrong. */
export function Field({ name, label, hint, value, placeholder, problem, secret, longest }: FieldProps) {
  const hintId = useId();
  return (
    <label className={css.field}>
      <span>{label}</span>
      <input
        type="text"
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        maxLength={longest}
        className={secret ? css.secret : undefined}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-describedby={hintId}
        aria-invalid={problem ? true : undefined}
      />
      <small id={hintId} className={problem ? css.problem : css.hint} role={problem ? 'alert' : undefined}>
        {problem ?? hint}
      </small>
    </label>
  );
}
