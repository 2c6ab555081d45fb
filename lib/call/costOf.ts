import type { Call } from './call';
import { latencyOf } from './latency';

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
