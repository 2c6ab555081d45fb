import type { IconNode } from 'lucide';
import css from './Icon.module.css';
import { iconPath } from './iconPath';

export type { IconNode };

interface IconProps {
  of: IconNode;
  /** CSS pixels. */
  size?: number;
  className?: string;
  /** What it says. An icon without a name is an ornament to words that say it. */
  name?: string;
}

/** One of lucide's icons, in the color of the text around it. */
export function Icon({ of, size = 16, className = '', name }: IconProps) {
  const says = name === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': name } as const);
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} className={`${css.icon} ${className}`} {...says}>
      <path d={iconPath(of)} />
    </svg>
  );
}
