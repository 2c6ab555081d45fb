import { formatNumber } from '../ui/format';
import { ChartPart } from './ChartPart';
import { type ChartProps, width } from './drawing';
import css from './picture.module.css';
import { tickOf } from './words';

/** Room above the columns for their counts, and where they stand. */
const above = 14;
const ground = 84;
const inset = 16;
/** So many numbers fit below them. */
const mostTicks = 6;

export const columnsHeight = () => ground + 16;

/** Numbers or days in their order: a column each. Bands are named at their borders, days below their columns. */
export function Columns({ chart, buttonOf }: ChartProps) {
  const { by, parts, counts } = chart;
  const most = Math.max(1, ...counts);
  const step = Math.min(48, (width - 2 * inset) / parts.length);
  const column = step * 0.84;
  const every = Math.ceil(parts.length / mostTicks);
  const isBand = by !== 'day';
  const end = parts.at(-1)?.to;
  return (
    <>
      <path className={css.ground} d={`M0 ${ground + 0.5}H${width}`} />
      {parts.map((part, index) => {
        const count = counts[index] ?? 0;
        const size = ((ground - above) * count) / most;
        const x = inset + index * step;
        return (
          <ChartPart key={part.key} {...buttonOf(index)} area={{ x, y: 0, width: step, height: ground }}>
            {count > 0 && (
              <>
                <rect
                  x={x + (step - column) / 2}
                  y={ground - size}
                  width={column}
                  height={size}
                  rx={Math.min(2, size / 2)}
                  className={css.accent}
                />
                {step >= 12 && (
                  <text x={x + step / 2} y={ground - size - 3} textAnchor="middle" className={css.tick}>
                    {formatNumber(count)}
                  </text>
                )}
              </>
            )}
          </ChartPart>
        );
      })}
      {parts.map(
        ({ key, from = 0 }, index) =>
          index % every === 0 && (
            <text
              key={key}
              x={inset + (isBand ? index : index + 0.5) * step}
              y={ground + 13}
              textAnchor="middle"
              className={css.tick}
            >
              {tickOf(by, from)}
            </text>
          ),
      )}
      {isBand && end !== undefined && parts.length % every === 0 && (
        <text x={inset + parts.length * step} y={ground + 13} textAnchor="middle" className={css.tick}>
          {tickOf(by, end)}
        </text>
      )}
    </>
  );
}
