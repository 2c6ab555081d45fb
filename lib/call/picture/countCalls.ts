import type { Counted } from '../figures';
import { percentile } from '../latency';
import type { Chart, Dimension, Part } from './chart';

/** The parts that were chosen: calls that are in all of them are shown. */
export type Chosen = Partial<Record<Dimension, Part>>;

/** The same with another part of one dimension, or without one. */
export const chosenWith = (chosen: Chosen, by: Dimension, part: Part | undefined): Chosen =>
  Object.fromEntries(Object.entries({ ...chosen, [by]: part }).filter(([, each]) => each !== undefined));

export interface CountedChart extends Chart {
  /** Calls of each part, in their order. */
  counts: number[];
  /** How many of the calls this chart can tell anything about, of how many. */
  known: number;
  among: number;
  /** Of the numbers behind the parts. */
  median?: number;
  sum?: number;
}

/** Whether a call is in every chosen part, but for the one of `except`. What a chart no longer shows, no call is in. */
export function isIn(charts: Chart[], chosen: Chosen, except?: Dimension): (call: Counted) => boolean {
  const asked = Object.entries(chosen).filter(([by]) => by !== except);
  const keyOf = new Map<string, Chart['keyOf']>(charts.map((chart) => [chart.by, chart.keyOf]));
  return (call) => asked.every(([by, { key }]) => keyOf.get(by)?.(call) === key);
}

/** Counts calls, in each chart those that are in the chosen parts of all the others. */
export function countCalls(charts: Chart[], calls: Counted[], chosen: Chosen): CountedChart[] {
  return charts.map((chart) => {
    const counted = calls.filter(isIn(charts, chosen, chart.by));
    const counts = new Map(chart.parts.map(({ key }) => [key, 0]));
    for (const call of counted) {
      const key = chart.keyOf(call);
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const numbers = counted.map((call) => chart.numberOf?.(call)).filter((each) => each !== undefined);
    const values = numbers.filter((each) => each >= 0);
    return {
      ...chart,
      counts: chart.parts.map(({ key }) => counts.get(key) ?? 0),
      known: [...counts.values()].reduce((sum, count) => sum + count, 0),
      among: counted.length,
      median: percentile(values, 0.5),
      sum: values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : undefined,
    };
  });
}
