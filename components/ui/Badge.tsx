import type { ReactNode } from 'react';
import type { Tone } from '../../lib/call/tone';
import css from './Badge.module.css';
import { Icon, type IconNode } from './Icon';

/** A short word with an icon: the colour only repeats what both say. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconNode; children: ReactNode }) {
  return (
    <span className={`${css.badge} ${css[tone]}`}>
      {icon && <Icon of={icon} size={12} />}
      <bdi>{children}</bdi>
    </span>
  );
}
