import type { ReactNode } from 'react';
import css from './picture.module.css';

/** One part of a chart as a button: what all of them have in common, whatever they look like. */
export interface PartButton {
  /** The part and its calls, in words. */
  name: string;
  isChosen: boolean;
  /** Another part is chosen. */
  isFaint: boolean;
  /** A chart is one stop of the Tab key: arrow keys lead from part to part. */
  tabIndex: 0 | -1;
  onFocus(): void;
  onChoose(): void;
}

interface Props extends PartButton {
  /** Where it can be pressed, in units of the drawing. */
  area: { x: number; y: number; width: number; height: number };
  children: ReactNode;
}

export function ChartPart({ name, isChosen, isFaint, tabIndex, onFocus, onChoose, area, children }: Props) {
  return (
    <g
      role="button"
      aria-label={name}
      aria-pressed={isChosen}
      tabIndex={tabIndex}
      className={`${css.part} ${isFaint ? css.faint : ''}`}
      onFocus={onFocus}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose();
      }}
    >
      <title>{name}</title>
      <rect {...area} rx={3} className={css.area} data-area />
      {children}
    </g>
  );
}
