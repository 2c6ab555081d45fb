import { SkipForward } from 'lucide';
import { useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { Latency, Turn } from '../../../lib/call/call';
import { type CallLatency, latencyParts, restOfLatency } from '../../../lib/call/latency';
import { Button } from '../../ui/Button';
import { formatCost, formatLatency, formatNumber } from '../../ui/format';
import css from './LatencyRibbon.module.css';
import colors from '../../ui/latencyParts.module.css';

const height = 100;
/** Of the strip below the bars that points slow turns out. */
const strip = 10;
/** A bar is at most so wide: a call of three turns needs no walls. */
const widest = 2;
const kinds = [...latencyParts, 'other'] as const;
type Kind = (typeof kinds)[number];

const secondsOf = (latency: Latency, kind: Kind) => (kind === 'other' ? restOfLatency(latency) : (latency[kind] ?? 0));

/**
 * A path a part: a rectangle for each turn, above those of the parts before it. Five elements, however long the call.
 * One unit is a turn across and a hundredth of the longest latency up.
 */
function pathsOf(turns: Turn[], longest: number): Record<Kind, string> {
  const paths: Record<Kind, string> = { asr: '', llm: '', tts: '', tool: '', other: '' };
  const scale = longest > 0 ? height / longest : 0;
  for (const [index, { latency }] of turns.entries()) {
    if (!latency) continue;
    let from = height;
    for (const kind of kinds) {
      const size = secondsOf(latency, kind) * scale;
      if (size > 0) paths[kind] += `M${index + 0.1} ${from.toFixed(1)}h.8v${(-size).toFixed(1)}h-.8z`;
      from -= size;
    }
  }
  return paths;
}

interface LatencyRibbonProps {
  turns: Turn[];
  latency: CallLatency;
  /** The turn that is pointed out. */
  current?: number;
  onTurn: (turn: number) => void;
  onNextSlow: () => void;
}

/**
 * What every reply took, a bar a turn, at a glance. By pointer a click goes to the turn; by keyboard the button goes from slow turn to
 * slow turn, and the table of latencies says all the numbers.
 */
export function LatencyRibbon({ turns, latency, current, onTurn, onNextSlow }: LatencyRibbonProps) {
  const [pointed, setPointed] = useState<number>();
  const { seconds, p50 = 0, p99 = 0, slow } = latency;
  const longest = useMemo(() => seconds.reduce<number>((most, each) => Math.max(most, each ?? 0), 0), [seconds]);
  const paths = useMemo(() => pathsOf(turns, longest), [turns, longest]);
  const slowPath = useMemo(() => slow.map((turn) => `M${turn} 0h1v${height}h-1z`).join(''), [slow]);
  const stripPath = useMemo(() => slow.map((turn) => `M${turn} ${height}h1v${strip}h-1z`).join(''), [slow]);
  const level = (value: number) => height - (longest ? (value / longest) * height : 0);
  const shown = pointed ?? current;
  const shownLatency = shown === undefined ? undefined : turns[shown]?.latency;
  const turnUnder = ({ clientX, currentTarget }: { clientX: number; currentTarget: Element }) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.min(turns.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * turns.length)));
  };
  return (
    <figure className={`${css.ribbon} ${slow.length > 0 ? '' : css.calm}`}>
      <figcaption className={css.words}>
        <span>{i18n.t('call.ribbon.median', { time: formatLatency(p50) })}</span>
        <span>{i18n.t('call.ribbon.p99', { time: formatLatency(p99) })}</span>
        <span className={slow.length ? css.slowCount : undefined}>
          {slow.length ? i18n.t('call.ribbon.slow', slow.length) : i18n.t('call.ribbon.noneSlow')}
        </span>
        {slow.length > 0 && (
          <Button look="quiet" icon={SkipForward} onClick={onNextSlow}>
            {i18n.t('call.ribbon.next')}
          </Button>
        )}
        {latency.tokens !== undefined && (
          <span>{i18n.t('call.transcript.tokens', { n: formatNumber(latency.tokens) })}</span>
        )}
        {latency.cost !== undefined && <span>{formatCost(latency.cost)}</span>}
      </figcaption>
      <div className={css.chart} style={{ maxInlineSize: `${turns.length * widest}rem` }}>
        {/* The same by keyboard: the button, the keys n, p and s, and the table of latencies. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <svg
          aria-hidden
          viewBox={`0 0 ${turns.length} ${height + strip}`}
          preserveAspectRatio="none"
          onClick={(event) => onTurn(turnUnder(event))}
          onPointerMove={(event) => setPointed(turnUnder(event))}
          onPointerLeave={() => setPointed(undefined)}
        >
          <path className={css.slow} d={slowPath} />
          {kinds.map((kind) => (
            <path key={kind} className={`${css.part} ${colors[kind]}`} d={paths[kind]} />
          ))}
          <path className={css.strip} d={stripPath} />
          <path className={css.level} d={`M0 ${level(p50)}h${turns.length}`} />
          {current !== undefined && <path className={css.current} d={`M${current} 0h1v${height}h-1z`} />}
        </svg>
      </div>
      <p className={css.words} aria-hidden>
        {shown !== undefined && shownLatency ? (
          <>
            <b>
              {i18n.t('call.ribbon.turn', { n: formatNumber(shown + 1), time: formatLatency(seconds[shown] ?? 0) })}
            </b>
            {kinds.map(
              (kind) =>
                secondsOf(shownLatency, kind) > 0 && (
                  <span key={kind}>
                    <span className={`${colors.swatch} ${colors[kind]}`} />
                    {i18n.t(`call.ribbon.${kind}`)} {formatLatency(secondsOf(shownLatency, kind))}
                  </span>
                ),
            )}
          </>
        ) : (
          kinds
            .filter((kind) => paths[kind])
            .map((kind) => (
              <span key={kind}>
                <span className={`${colors.swatch} ${colors[kind]}`} />
                {i18n.t(`call.ribbon.${kind}`)}
              </span>
            ))
        )}
      </p>
    </figure>
  );
}
