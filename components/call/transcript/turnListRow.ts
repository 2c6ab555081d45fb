import type { ReactNode, Ref } from 'react';
import type { Turn } from '../../../lib/call/call';
import type { Row } from './rows';
import css from './Transcript.module.css';

/** How a row is brought into view, whether or not it is in the document yet. */
export interface TurnListHandle {
  show(row: number, where: 'center' | 'nearest'): void;
  focus(row: number): void;
  /** Brings the pointed-out match into view, once its row is drawn. */
  showMatch(): void;
}

export interface TurnListProps {
  handle: Ref<TurnListHandle>;
  rows: Row[];
  turns: Turn[];
  render: (row: Row) => ReactNode;
  /** What is to be pointed out about a row. */
  stateOf: (row: Row) => 'played' | 'at' | undefined;
  speakerOf: (row: Row) => Turn['speaker'];
}

export const showMatchIn = (list: HTMLElement | null) =>
  list?.querySelector('mark[aria-current]')?.scrollIntoView({ block: 'nearest' });

export const classOf = ({ stateOf, speakerOf }: TurnListProps, row: Row) => {
  const state = stateOf(row);
  return `${css.turn} ${css[speakerOf(row)]} ${state ? css[state] : ''}`;
};
