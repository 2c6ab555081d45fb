import { Lock } from 'lucide';
import { Icon } from './Icon';
import css from './Locked.module.css';

/** Says that something is not the user's to change, and why. */
export function Locked({ children }: { children: string }) {
  return (
    <p className={css.locked}>
      <Icon of={Lock} size={14} />
      <span>{children}</span>
    </p>
  );
}

/** The same in the place of a button: the reason is its name and its tooltip. */
export function LockedSign({ why }: { why: string }) {
  return (
    <span title={why} className={css.locked}>
      <Icon of={Lock} size={14} name={why} />
    </span>
  );
}
