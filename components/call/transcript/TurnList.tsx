import { type ComponentType, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Row } from './rows';
import { classOf, showMatchIn, type TurnListProps } from './turnListRow';
import css from './Transcript.module.css';
import { useAfterPaint } from '../../ui/useAfterPaint';
import { usePrinting } from '../../ui/usePrinting';

/** More rows than this are not all in the document; up to here the browser's own find sees every one. */
const manyRows = 1000;

/** A usual call is drawn whole; of a longer one a screen is drawn first. */
const usualRows = 60;
const fewRows = 10;

/** The turns as a list: all of them in the document up to a thousand, beyond that only those near the window. */
export function TurnList(props: TurnListProps) {
  const isPrinting = usePrinting();
  return props.rows.length > manyRows && !isPrinting ? (
    <LongList {...props} />
  ) : (
    <WholeList {...props} atOnce={isPrinting} />
  );
}

let loaded: ComponentType<TurnListProps> | undefined;

/** Only a long list loads what makes it smooth. Its first rows do not wait for it: React's own waiting, `lazy`, holds them back for 300 ms. */
function LongList(props: TurnListProps) {
  const [List, setList] = useState(() => loaded);
  useEffect(() => {
    if (loaded) return;
    void import('./VirtualTurnList').then((module) => {
      loaded = module.default;
      setList(() => loaded);
    });
  }, []);
  return List ? <List {...props} /> : <WholeList {...props} rows={props.rows.slice(0, fewRows)} />;
}

const keyOf = ({ turn, action }: Row) => action?.pointer ?? turn;

/** `atOnce`: nothing is left for later, because paper does not wait. */
function WholeList({ atOnce = false, ...props }: TurnListProps & { atOnce?: boolean }) {
  const { handle, rows, render } = props;
  const list = useRef<HTMLOListElement>(null);
  const isLater = useAfterPaint();
  const isWhole = atOnce || isLater || rows.length <= usualRows;
  /** What is to be done to rows that are not drawn yet. */
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    if (isWhole) for (const work of waiting.current.splice(0)) work();
  }, [isWhole]);
  const onRow = (row: number, work: (element: HTMLElement) => void) => {
    const element = list.current?.children[row] as HTMLElement | undefined;
    if (element) work(element);
    else if (!isWhole) waiting.current.push(() => onRow(row, work));
  };
  useImperativeHandle(handle, () => ({
    show: (row, where) => onRow(row, (element) => element.scrollIntoView({ block: where })),
    focus: (row) => onRow(row, (element) => element.focus({ preventScroll: true })),
    showMatch: () => showMatchIn(list.current),
  }));
  return (
    <ol ref={list} aria-label={i18n.t('call.transcript.title')} className={css.turns} aria-busy={!isWhole}>
      {(isWhole ? rows : rows.slice(0, fewRows)).map((row) => (
        // Focus comes here from "next turn", so that a screen reader reads on from there.
        <li key={keyOf(row)} tabIndex={-1} className={classOf(props, row)} aria-current={props.stateOf(row) && true}>
          {render(row)}
        </li>
      ))}
    </ol>
  );
}
