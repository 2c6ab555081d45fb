import { type KeyboardEvent, useState } from 'react';
import { i18n } from '#i18n';
import type { Dimension, Part } from '../../lib/call/picture/chart';
import type { CountedChart } from '../../lib/call/picture/countCalls';
import { formatNumber } from '../ui/format';
import { Bars, barsHeight } from './Bars';
import type { PartButton } from './ChartPart';
import { Columns, columnsHeight } from './Columns';
import { width } from './drawing';
import css from './picture.module.css';
import { StackedBar, stackedBarHeight } from './StackedBar';
import { chartTitle, numberIn, partLabel } from './words';

const stacked = { Kind: StackedBar, heightOf: stackedBarHeight };
const columns = { Kind: Columns, heightOf: columnsHeight };
const kinds = {
  status: stacked,
  sentiment: stacked,
  ending: { Kind: Bars, heightOf: barsHeight },
  duration: columns,
  replyTime: columns,
  cost: columns,
  day: columns,
} satisfies Record<Dimension, unknown>;

/** What the columns do not say: the number in the middle, what all cost, and how many calls it is known of. */
function notes({ by, known, among, median, sum }: CountedChart): string[] {
  return [
    median !== undefined && i18n.t('picture.median', { value: numberIn(by, median) }),
    by === 'cost' && sum !== undefined && i18n.t('picture.sum', { value: numberIn(by, sum) }),
    known < among && i18n.t('picture.known', { known: formatNumber(known), all: formatNumber(among) }),
  ].filter((note) => note !== false);
}

interface Props {
  chart: CountedChart;
  /** The part of this chart that is chosen. */
  chosen?: Part;
  onChoose(part: Part | undefined): void;
}

/** One chart with its title. Each part is a button that chooses it, and gives the choice up again. */
export function Chart({ chart, chosen, onChoose }: Props) {
  const [current, setCurrent] = useState(0);
  const { by, parts, counts } = chart;
  const { Kind, heightOf } = kinds[by];
  const title = chartTitle(chart);
  const height = heightOf(chart);
  const buttonOf = (index: number): PartButton => {
    const part = parts[index] as Part;
    const isChosen = chosen?.key === part.key;
    const count = counts[index] ?? 0;
    return {
      name: i18n.t('picture.part', {
        part: partLabel(by, part),
        calls: i18n.t('picture.calls', count, [formatNumber(count)]),
      }),
      isChosen,
      isFaint: chosen !== undefined && !isChosen,
      tabIndex: index === Math.min(current, parts.length - 1) ? 0 : -1,
      onFocus: () => setCurrent(index),
      onChoose: () => onChoose(isChosen ? undefined : part),
    };
  };
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (current + step + parts.length) % parts.length;
    event.currentTarget.querySelectorAll<SVGGElement>('[role=button]')[next]?.focus();
  };
  return (
    <figure className={css.chart}>
      <figcaption>
        <h4>{title}</h4>
        {notes(chart).map((note) => (
          <span key={note}>{note}</span>
        ))}
      </figcaption>
      <svg role="toolbar" tabIndex={-1} aria-label={title} viewBox={`0 0 ${width} ${height}`} onKeyDown={onKeyDown}>
        <Kind chart={chart} buttonOf={buttonOf} />
      </svg>
    </figure>
  );
}
