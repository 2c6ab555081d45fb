import type { CountedChart } from '../../lib/call/picture/countCalls';
import { formatNumber } from '../ui/format';
import { ChartPart } from './ChartPart';
import { type ChartProps, fit, width } from './drawing';
import css from './picture.module.css';
import { partLabel } from './words';

const bar = 18;
const row = 18;
const gap = 2;

/** How strongly the part at a place is drawn: parts of one tone lie beside each other, each fainter than the one before. */
function strength({ parts }: CountedChart, index: number): number {
  const alike = parts.slice(0, index).filter(({ tone }) => tone === parts[index]?.tone).length;
  return Math.max(0.4, 1 - 0.22 * alike);
}

/** Where each part lies along the bar. */
function segments(chart: CountedChart): { x: number; size: number }[] {
  const used = chart.counts.filter((count) => count > 0).length;
  const scale = (width - gap * Math.max(0, used - 1)) / (chart.known || 1);
  let next = 0;
  return chart.counts.map((count) => {
    const x = next;
    const size = count * scale;
    if (count > 0) next += size + gap;
    return { x, size };
  });
}

export const stackedBarHeight = ({ parts }: CountedChart) => bar + 8 + parts.length * row;

/** Parts of a whole: one bar, and below it what each part is and how many calls it has. */
export function StackedBar({ chart, buttonOf }: ChartProps) {
  const lookOf = (index: number) => ({
    className: css[chart.parts[index]?.tone ?? 'neutral'],
    fillOpacity: strength(chart, index),
  });
  return (
    <>
      {segments(chart).map(({ x, size }, index) => {
        const { name, isFaint, onChoose } = buttonOf(index);
        if (size === 0) return null;
        return (
          // The same by keyboard: the line below that names it.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
          <g key={name} aria-hidden className={`${css.segment} ${isFaint ? css.faint : ''}`} onClick={onChoose}>
            <title>{name}</title>
            <rect x={x} y={0} width={size} height={bar} rx={Math.min(3, size / 2)} {...lookOf(index)} />
          </g>
        );
      })}
      {chart.parts.map((part, index) => {
        const top = bar + 8 + index * row;
        return (
          <ChartPart key={part.key} {...buttonOf(index)} area={{ x: 0, y: top, width, height: row }}>
            <rect x={4} y={top + 4} width={10} height={10} rx={2} {...lookOf(index)} />
            <text x={20} y={top + 13} className={css.label}>
              {fit(partLabel(chart.by, part), width - 60)}
            </text>
            <text x={width - 4} y={top + 13} textAnchor="end" className={css.label}>
              {formatNumber(chart.counts[index] ?? 0)}
            </text>
          </ChartPart>
        );
      })}
    </>
  );
}

/** The bar alone, as wide as its place: an ornament to words that say it. */
export function Strip({ chart }: { chart: CountedChart }) {
  const places = segments(chart);
  return (
    <svg className={css.strip} viewBox={`0 0 ${width} 1`} preserveAspectRatio="none" aria-hidden>
      {chart.parts.map(({ key, tone }, index) => (
        <rect
          key={key}
          x={places[index]?.x}
          width={places[index]?.size}
          height={1}
          className={css[tone ?? 'neutral']}
          fillOpacity={strength(chart, index)}
        />
      ))}
    </svg>
  );
}
