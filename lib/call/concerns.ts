import type { Call } from './call';
import { latencyOf } from './latency';

/** The parts of a call view that a concern leads to. */
export type Part = 'extracted' | 'actions' | 'deliveries' | 'issues' | 'problems';

/** Something about a call that needs a look, and where that look falls: a part of the view, or a turn of the first transcript. */
export type Concern =
  | { kind: 'delivery' | 'action' | 'different' | 'unsaid'; count: number; names: string[]; at: Part }
  | { kind: 'issue'; count: number; text: string; at: Part }
  | { kind: 'problem'; count: number; at: Part }
  | { kind: 'slow'; count: number; seconds: number; turn: number };

/** What was found out about the extracted values after the call was drawn, by their index. */
export interface Found {
  /** The turns in which each was said; `undefined` where nobody looked for it. */
  turns: (number[] | undefined)[];
  /** Beside the CRM record's field. */
  compared?: ReadonlyMap<number, { outcome: 'equal' | 'different' | 'missing' }>;
}

const distinct = (names: string[]) => [...new Set(names)];

/**
 * What needs a look, the most costly first: what was not delivered, what failed on the call, what differs from the CRM record, what the
 * provider noted itself, slow replies, values that nobody said, fields of an unexpected shape. Empty for a call without any.
 */
export function concernsOf(call: Call, found?: Found): Concern[] {
  const { deliveries, actions, extracted, issues, problems, transcripts } = call;
  const undelivered = deliveries.filter(({ succeeded }) => succeeded === false);
  const failed = actions.filter(({ succeeded }) => succeeded === false);
  const different = extracted.filter((_, index) => found?.compared?.get(index)?.outcome === 'different');
  const unsaid = extracted.filter(({ absent }, index) => !absent && found?.turns[index]?.length === 0);
  const noted = distinct(issues);
  const { seconds, slow } = latencyOf(transcripts[0]?.turns ?? []);
  const worst = slow.toSorted((a, b) => (seconds[b] ?? 0) - (seconds[a] ?? 0))[0];
  const named = (kind: 'delivery' | 'action' | 'different' | 'unsaid', of: { name: string }[], at: Part): Concern[] =>
    of.length > 0 ? [{ kind, count: of.length, names: distinct(of.map(({ name }) => name)), at }] : [];
  return [
    ...named('delivery', undelivered, 'deliveries'),
    ...named('action', failed, 'actions'),
    ...named('different', different, 'extracted'),
    ...(noted[0] === undefined ? [] : [{ kind: 'issue', count: noted.length, text: noted[0], at: 'issues' } as const]),
    ...(worst === undefined
      ? []
      : [{ kind: 'slow', count: slow.length, seconds: seconds[worst] ?? 0, turn: worst } as const]),
    ...named('unsaid', unsaid, 'extracted'),
    ...(problems.length > 0 ? [{ kind: 'problem', count: problems.length, at: 'problems' } as const] : []),
  ];
}
