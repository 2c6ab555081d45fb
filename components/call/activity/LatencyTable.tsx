import { i18n } from '#i18n';
import type { Latency, Turn } from '../../../lib/call/call';
import { latencyParts as parts, restOfLatency, wholeLatency } from '../../../lib/call/latency';
import { formatCost, formatLatency, formatNumber } from '../../ui/format';
import { Lots } from '../../ui/Lots';
import { useEvidence } from '../evidence/EvidenceContext';
import colors from '../../ui/latencyParts.module.css';
import css from './LatencyTable.module.css';

const whole = (latency: Latency | undefined) => wholeLatency(latency) ?? 0;

/** The parts of one latency as a bar, `longest` seconds wide. The numbers beside it say the same. */
function Bar({ latency, longest }: { latency: Latency; longest: number }) {
  const width = (seconds: number) => ({ inlineSize: `${(100 * seconds) / longest}%` });
  return (
    <div className={css.bar} aria-hidden>
      {parts.map((part) => (
        <span key={part} className={colors[part]} style={width(latency[part] ?? 0)} />
      ))}
      <span className={colors.other} style={width(restOfLatency(latency))} />
    </div>
  );
}

/** How long each reply took and on what; a column only for what the provider measures. Times in seconds, cost in US dollars. */
export function LatencyTable({ rows }: { rows: { turn: Turn; number: number }[] }) {
  const { goTo } = useEvidence();
  const title = i18n.t('call.metrics.latency');
  const longest = rows.reduce((most, { turn }) => Math.max(most, whole(turn.latency)), 0);
  const columns = parts.filter((part) => rows.some(({ turn }) => turn.latency?.[part] !== undefined));
  const hasTotal = rows.some(({ turn }) => turn.latency?.total !== undefined);
  const hasTokens = rows.some(({ turn }) => turn.tokens !== undefined);
  const hasCost = rows.some(({ turn }) => turn.cost !== undefined);
  const cell = (value: number | undefined, format: (value: number) => string) => (
    <td title={value === undefined ? undefined : String(value)}>{value === undefined ? '–' : format(value)}</td>
  );
  const drawRow = ({ turn, number }: (typeof rows)[number]) => (
    <tr key={number}>
      <th scope="row">
        <button
          type="button"
          className={css.jump}
          title={i18n.t('call.metrics.goTo', { n: number })}
          onClick={() => goTo(number - 1)}
        >
          {number}
        </button>
      </th>
      {hasTotal && cell(turn.latency?.total, formatLatency)}
      {longest > 0 && (
        <td className={css.barCell} aria-hidden>
          {turn.latency && <Bar latency={turn.latency} longest={longest} />}
        </td>
      )}
      {columns.map((part) => (
        <td key={part} title={String(turn.latency?.[part] ?? '')}>
          {turn.latency?.[part] === undefined ? '–' : formatLatency(turn.latency[part])}
        </td>
      ))}
      {hasTokens && cell(turn.tokens, formatNumber)}
      {hasCost && cell(turn.cost, formatCost)}
    </tr>
  );
  return (
    <>
      <h4 className={css.sub}>{title}</h4>
      {/* Scrolls sideways in a narrow panel, so it takes the keyboard's focus. No landmark: two calls may stand beside each other. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" className={css.scroll} aria-label={title} tabIndex={0}>
        <table aria-label={title} className={css.numbers}>
          <thead>
            <tr>
              <th scope="col">{i18n.t('call.metrics.turn')}</th>
              {hasTotal && <th scope="col">{i18n.t('call.metrics.total')}</th>}
              {longest > 0 && <td className={css.barCell} aria-hidden />}
              {columns.map((part) => (
                <th key={part} scope="col">
                  <span className={`${colors.swatch} ${colors[part]}`} aria-hidden />
                  {i18n.t(`call.metrics.${part}`)}
                </th>
              ))}
              {hasTokens && <th scope="col">{i18n.t('call.metrics.tokens')}</th>}
              {hasCost && <th scope="col">{i18n.t('call.metrics.cost')}</th>}
            </tr>
          </thead>
          <tbody>
            <Lots
              of={rows}
              render={drawRow}
              holder={{
                columns: 1 + columns.length + [hasTotal, longest > 0, hasTokens, hasCost].filter(Boolean).length,
              }}
            />
          </tbody>
        </table>
      </div>
    </>
  );
}
