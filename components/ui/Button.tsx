import type { ComponentProps } from 'react';
import css from './Button.module.css';
import { Icon, type IconNode } from './Icon';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'aria-disabled'> {
  look?: 'plain' | 'primary' | 'quiet';
  icon?: IconNode;
  /** Something is under way: the icon turns, presses are ignored, and focus stays. */
  busy?: boolean;
}

export function Button({ look = 'plain', icon, busy = false, onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${css.button} ${css[look]}`}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {icon && <Icon of={icon} className={busy ? css.turning : undefined} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'look' | 'title' | 'aria-label'> {
  icon: IconNode;
  /** Accessible name, and what the tooltip says. */
  name: string;
}

export function IconButton({ name, ...rest }: IconButtonProps) {
  return <Button {...rest} look="quiet" title={name} aria-label={name} />;
}
