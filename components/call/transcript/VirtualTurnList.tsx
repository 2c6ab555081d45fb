import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Turn } from '../../../lib/call/call';
import type { Row } from './rows';
import css from './Transcript.module.css';
import { classOf, showMatchIn, type TurnListProps } from './turnListRow';

/** A guess at a row's height until it is measured: pixels. */
function guess({ text }: Turn, width: number): number {
  const isWide = width >= 480;
  const perLine = Math.max(20, Math.min(isWide ? width - 168 : width, 520) / 6.6);
  return Math.ceil(Math.max(1, text.length) / perLine) * 20 + (isWide ? 12 : 34);
}

/** A list of which only the rows near the window are in the document. Each says its place in the whole. */
export default function VirtualList(props: TurnListProps) {
  const { handle, rows, turns, render } = props;
  const list = useRef<HTMLOListElement>(null);
  const [place, setPlace] = useState({ top: 0, width: 600 });
  useLayoutEffect(() => {
    const read = () => {
      if (!list.current) return;
      const { top, width } = list.current.getBoundingClientRect();
      const now = { top: Math.round(top + scrollY), width: Math.round(width) };
      setPlace((before) => (before.top === now.top && before.width === now.width ? before : now));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  // The compiler leaves this component as it is; it memoizes nothing itself.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => guess(turns[rows[index]?.turn ?? 0] as Turn, place.width),
    overscan: 6,
    scrollMargin: place.top,
    scrollPaddingStart: 60,
    useFlushSync: false,
  });
  const rowAt = (row: number) => list.current?.querySelector<HTMLElement>(`[data-index="${row}"]`);
  useImperativeHandle(handle, () => ({
    show: (row, where) => virtualizer.scrollToIndex(row, { align: where === 'center' ? 'center' : 'auto' }),
    focus: (row) => setTimeout(() => rowAt(row)?.focus({ preventScroll: true }), 50),
    showMatch: () => showMatchIn(list.current),
  }));
  return (
    <ol
      ref={list}
      aria-label={i18n.t('call.transcript.title')}
      className={css.virtual}
      style={{ blockSize: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ key, index, start }: VirtualItem) => {
        const row = rows[index] as Row;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            tabIndex={-1}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            aria-current={props.stateOf(row) && true}
            className={classOf(props, row)}
            style={{ transform: `translateY(${start - place.top}px)` }}
          >
            {render(row)}
          </li>
        );
      })}
    </ol>
  );
}
