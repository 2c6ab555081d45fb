import type { Call, CallSummary } from './call';
import { latencyOf } from './latency';
import { endingOf } from './vendorWords';

/** What many calls are counted by, beside what a summary says. Only for our own pages: a web page sees the summary alone. */
export interface CallFigures {
  /** How it ended, in words. */
  ending?: string;
  /** Seconds: the median of the agent's replies. */
  replyTime?: number;
  /** US dollars. */
  cost?: number;
}

/** What is counted of a call, as far as it is known. */
export type Counted = Partial<Pick<CallSummary, 'status' | 'sentiment' | 'duration' | 'startedAt'>> & CallFigures;

/**
 * What the whole call cost, in US dollars. A provider states the whole and its parts, under names of its own: the most of them is the whole,
 * as no part is more. Estimates count only where there is nothing else, the sum of the turns' own costs where the provider states none.
 */
export function costOf({ metrics, transcripts }: Pick<Call, 'metrics' | 'transcripts'>): number | undefined {
  const stated = metrics.flatMap(({ name, value, unit }) =>
    unit === 'usd' && typeof value === 'number' ? [{ value, isEstimate: /estimat/i.test(name) }] : [],
  );
  const certain = stated.filter(({ isEstimate }) => !isEstimate);
  const costs = (certain.length > 0 ? certain : stated).map(({ value }) => value);
  return costs.length > 0 ? Math.max(...costs) : latencyOf(transcripts[0]?.turns ?? []).cost;
}

export function figuresOf(call: Call): CallFigures {
  return {
    ending: endingOf(call),
    replyTime: latencyOf(call.transcripts[0]?.turns ?? []).p50,
    cost: costOf(call),
  };
}
