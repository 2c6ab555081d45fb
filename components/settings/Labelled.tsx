import { type ReactNode, useId } from 'react';
import css from './settings.module.css';

interface Props {
  label: string;
  hint: ReactNode;
  problem?: string;
  /** What is chosen changes the hint, which is then said. */
  isLive?: boolean;
  children(names: { 'aria-label': string; 'aria-describedby': string }): ReactNode;
}

/** A control and its label, which alone is its name; the hint, which gives way to what is wrong, describes it. */
export function Labelled({ label, hint, problem, isLive, children }: Props) {
  const id = useId();
  return (
    <label className={css.field}>
      <span>{label}</span>
      {children({ 'aria-label': label, 'aria-describedby': id })}
      <small
        id={id}
        className={problem ? css.problem : css.hint}
        role={problem ? 'alert' : isLive ? 'status' : undefined}
      >
        {problem ?? hint}
      </small>
    </label>
  );
}
