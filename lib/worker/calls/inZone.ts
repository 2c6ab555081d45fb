import type { Call, Timestamp } from '../../call/call';
import { instantOf } from '../../call/zone';

const withDashes = /^(?<year>\d{4})-(?<month>\d\d)-(?<date>\d\d)[T ](?<clock>\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/;
const monthFirst = /^(?<month>\d\d?)\/(?<date>\d\d?)\/(?<year>\d{4}) (?<clock>\d\d:\d\d(?::\d\d)?)$/;

/** The date and clock time of a text without a zone, as if they were UTC: milliseconds since 1970. `undefined` for any other text. */
function shownIn(text: string, isMonthFirst: boolean): number | undefined {
  const {
    year,
    month = '',
    date = '',
    clock,
  } = (withDashes.exec(text) ?? (isMonthFirst ? monthFirst.exec(text) : undefined))?.groups ?? {};
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const shown = new Date(`${day}T${clock}Z`);
  // 30 February is no day, and not 2 March either.
  return !Number.isNaN(+shown) && shown.toISOString().startsWith(day) ? +shown : undefined;
}

interface Reading {
  /** The zone of the account, as its connection states it: IANA's name. */
  zone: string;
  /** Whether a date with slashes begins with the month. */
  isMonthFirst: boolean;
}

/** Reads the times of a call that have no zone in that of its account. What is no date with a time of day stays as it was sent. */
export function inZone<T extends Omit<Call, 'ref' | 'masked'>>(call: T, { zone, isMonthFirst }: Reading): T {
  const read = (at: Timestamp | undefined): Timestamp | undefined => {
    const shown = at && at.iso === undefined ? shownIn(at.text, isMonthFirst) : undefined;
    return at && shown !== undefined ? { ...at, iso: new Date(instantOf(shown, zone)).toISOString(), zone } : at;
  };
  const readIn = <K extends string, P extends { [name in K]?: Timestamp }>(of: P, ...names: K[]): P => {
    const times = names.flatMap((name) => (of[name] ? [[name, read(of[name])]] : []));
    return times.length > 0 ? { ...of, ...(Object.fromEntries(times) as Partial<P>) } : of;
  };
  return {
    ...readIn(call, 'startedAt'),
    transcripts: call.transcripts.map((each) => ({ ...each, turns: each.turns.map((turn) => readIn(turn, 'at')) })),
    actions: call.actions.map((action) => readIn(action, 'at', 'triggeredAt')),
    deliveries: call.deliveries.map((delivery) => readIn(delivery, 'at')),
    recording: readIn(call.recording, 'availableAt'),
  };
}
