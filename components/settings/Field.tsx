import { Labelled } from './Labelled';
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
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(names) => (
        <input
          {...names}
          type="text"
          name={name}
          defaultValue={value}
          placeholder={placeholder}
          maxLength={longest}
          className={secret ? css.secret : undefined}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
        />
      )}
    </Labelled>
  );
}
