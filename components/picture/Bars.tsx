import type { CountedChart } from '../../lib/call/picture/countCalls';
import { formatNumber } from '../ui/format';
import { ChartPart } from './ChartPart';
import { type ChartProps, fit, width } from './drawing';
import css from './picture.module.css';
import { partLabel } from './words';

const row = 27;
const inset = 4;

export const barsHeight = ({ parts }: CountedChart) => parts.length * row;

/** Words of any length: a bar each, below its word. */
export function Bars({ chart, buttonOf }: ChartProps) {
  const longest = Math.max(1, ...chart.counts);
  return chart.parts.map((part, index) => {
    const count = chart.counts[index] ?? 0;
    const top = index * row;
    const size = ((width - 2 * inset) * count) / longest;
    return (
      <ChartPart key={part.key} {...buttonOf(index)} area={{ x: 0, y: top, width, height: row - 1 }}>
        <text x={inset} y={top + 13} className={css.label}>
          {fit(partLabel(chart.by, part), width - 40)}
        </text>
        <text x={width - inset} y={top + 13} textAnchor="end" className={css.label}>
          {formatNumber(count)}
        </text>
        <rect x={inset} y={top + 18} width={width - 2 * inset} height={4} rx={2} className={css.track} />
        <rect x={inset} y={top + 18} width={size} height={4} rx={2} className={css.accent} />
      </ChartPart>
    );
  });
}
