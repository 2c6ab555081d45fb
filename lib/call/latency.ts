import type { Latency, Turn } from './call';

export const latencyParts = ['asr', 'llm', 'tts', 'tool'] as const;
export type LatencyPart = (typeof latencyParts)[number];

/** What a call's replies took. Seconds, tokens, US dollars; a sum only where at least one turn states its share. */
export interface CallLatency {
  /** Whole latency of each turn, by index; `undefined` where the provider measured nothing. */
  seconds: (number | undefined)[];
  p50?: number;
  p99?: number;
  /** From this many seconds on, a turn is slow; `undefined` where nothing was measured. */
  slowFrom?: number;
  /** Indexes of the slow turns, in order. */
  slow: number[];
  /** Sum of each part over all turns. */
  parts: Partial<Record<LatencyPart, number>>;
  tokens?: number;
  cost?: number;
}

/** Whole seconds of one reply: the provider's total, or the sum of its parts where that is more or there is no total. */
export function wholeLatency(latency: Latency | undefined): number | undefined {
  if (!latency) return undefined;
  const known = latencyParts.map((part) => latency[part]).filter((part) => part !== undefined);
  if (latency.total === undefined && known.length === 0) return undefined;
  return Math.max(
    latency.total ?? 0,
    known.reduce((sum, part) => sum + part, 0),
  );
}

/** What no part accounts for. */
export const restOfLatency = (latency: Latency): number =>
  Math.max(0, (wholeLatency(latency) ?? 0) - latencyParts.reduce((sum, part) => sum + (latency[part] ?? 0), 0));

/** The nearest-rank percentile: always one of the values. `undefined` for none. */
export function percentile(values: number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** People hear a pause of less than this, in seconds, as an ordinary one. */
const noticeable = 1;
/** Below so many measured turns the median says little about what is ordinary. */
const fewTurns = 4;
const standsOut = 1.8;

const sum = (values: (number | undefined)[]) => {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? known.reduce((total, value) => total + value, 0) : undefined;
};

/**
 * The call's own percentiles and the turns that stand out against them. A turn is slow when it took at least 1.8 times the call's
 * median, and at least a second; with fewer than four measured turns, when it took at least three seconds.
 */
export function latencyOf(turns: Turn[]): CallLatency {
  const seconds = turns.map(({ latency }) => wholeLatency(latency));
  const measured = seconds.filter((value) => value !== undefined && value > 0) as number[];
  const p50 = percentile(measured, 0.5);
  const slowFrom =
    p50 === undefined ? undefined : measured.length < fewTurns ? 3 * noticeable : Math.max(p50 * standsOut, noticeable);
  const slow = seconds.flatMap((value, turn) =>
    value !== undefined && slowFrom !== undefined && value >= slowFrom ? [turn] : [],
  );
  const parts: CallLatency['parts'] = {};
  for (const part of latencyParts) {
    const total = sum(turns.map(({ latency }) => latency?.[part]));
    if (total !== undefined) parts[part] = total;
  }
  return {
    seconds,
    p50,
    p99: percentile(measured, 0.99),
    slowFrom,
    slow,
    parts,
    tokens: sum(turns.map(({ tokens }) => tokens)),
    cost: sum(turns.map(({ cost }) => cost)),
  };
}

/** The slow turn after (or, backwards, before) a turn, going round at the end. `undefined`: no turn is slow. */
export function nextSlow(slow: number[], from: number, backwards = false): number | undefined {
  return backwards
    ? (slow.findLast((turn) => turn < from) ?? slow.at(-1))
    : (slow.find((turn) => turn > from) ?? slow[0]);
}
