import { memo, type ReactNode, startTransition, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from './Button';
import { formatNumber } from './format';
import { useAfterPaint } from './useAfterPaint';
import { usePrinting } from './usePrinting';

/** A usual list is drawn whole. Of a longer one the first are drawn at once, later ones in lots that fit between two frames. */
const lots = { usual: 150, first: 10, later: 50 };
/** So many are drawn by themselves. Each press of the button shows as many again, up to `atOnce`. */
const byThemselves = 500;
const atOnce = 5000;

interface LotsProps<T> {
  of: readonly T[];
  /** Draws one, keyed. While this function stays the same, what is drawn is not drawn again. */
  render(item: T, index: number, all: readonly T[]): ReactNode;
  /** What holds the button: an item of a list, a row of a table with so many columns, or a stretch of text. */
  holder: 'item' | 'text' | { columns: number };
}

/** The one way to draw a list of any length: no call freezes the page, and all of it can be had. Paper takes it whole. */
export function Lots<T>(props: LotsProps<T>) {
  return props.of.length <= lots.usual ? props.of.map(props.render) : <Growing {...props} />;
}

function Growing<T>({ of, render, holder }: LotsProps<T>) {
  const isLater = useAfterPaint();
  const isPrinting = usePrinting();
  const [wanted, setWanted] = useState(byThemselves);
  const [drawn, setDrawn] = useState(lots.first);
  const goal = Math.min(wanted, of.length);
  useEffect(() => {
    if (!isLater || drawn >= goal) return;
    const timer = setTimeout(() => startTransition(() => setDrawn(Math.min(drawn + lots.later, goal))));
    return () => clearTimeout(timer);
  }, [isLater, drawn, goal]);
  if (isPrinting) return of.map(render);
  const borders = [0, lots.first];
  while (borders.at(-1)! < drawn) borders.push(borders.at(-1)! + lots.later);
  const next = Math.min(goal, atOnce, of.length - goal);
  return (
    <>
      {borders.slice(1).map((to, index) => (
        <Lot key={to} of={of} render={render as Render} from={borders[index] ?? 0} to={Math.min(to, goal)} />
      ))}
      {next > 0 && (
        <Held holder={holder}>
          <Button onClick={() => setWanted(goal + next)}>
            {i18n.t('ui.moreOf', { n: formatNumber(next), left: formatNumber(of.length - goal) })}
          </Button>
        </Held>
      )}
    </>
  );
}

type Render = LotsProps<unknown>['render'];

const Lot = memo(({ of, render, from, to }: { of: readonly unknown[]; render: Render; from: number; to: number }) =>
  of.slice(from, to).map((item, index) => render(item, from + index, of)),
);

function Held({ holder, children }: Pick<LotsProps<never>, 'holder'> & { children: ReactNode }) {
  if (holder === 'item') return <li>{children}</li>;
  if (holder === 'text') return <span>{children}</span>;
  return (
    <tr>
      <td colSpan={holder.columns}>{children}</td>
    </tr>
  );
}
