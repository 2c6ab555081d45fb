import type { Call, Turn } from '../../call/call';
import { at, type Field, first, items, number, text, time } from '../reading/fields';
import { turn } from '../reading/splitTurns';
import { spokenText, turnsOf } from '../reading/transcript';

export const startOf = (call: Field) => time(first(call, 'started_at', 'created_at'));

/** What was said and done, in its order: the vendor sends `transcripts` in any. */
export interface Spoken {
  turn: Turn;
  pointer: string;
}

export function spokenIn(call: Field): Spoken[] {
  const start = Date.parse(startOf(call)?.iso ?? '');
  const spoken = items(call, 'transcripts').map((each) => {
    const when = time(each, 'created_at');
    const offset = (Date.parse(when?.iso ?? '') - start) / 1000;
    const said = turn(text(each, 'user') ?? '', text(each, 'text') ?? '');
    return { turn: { ...said, at: when, ...(offset >= 0 && { offset }) }, pointer: each.pointer };
  });
  const isTimed = spoken.every((each) => each.turn.at?.iso);
  const inOrder = isTimed ? spoken.toSorted((a, b) => clock(a).localeCompare(clock(b))) : spoken;
  return inOrder.filter((each) => each.turn.text !== '');
}

const clock = ({ turn: { at: when } }: Spoken) => when?.iso ?? '';

/** The transcript that the vendor makes of the recording, with seconds from its start. */
const correctedIn = (call: Field): Turn[] =>
  items(call, 'corrected_transcript').map((each) => {
    const said = turn(text(first(each, 'speaker_label', 'speaker')) ?? '', text(each, 'text') ?? '');
    return Object.assign(said, { offset: number(each, 'start'), endOffset: number(each, 'end') });
  });

/** The conversation as it was noted, as one text where that says more or other, and as corrected by the recording. */
export function transcriptsOf(call: Field, spoken: Turn[]): Call['transcripts'] {
  const whole = turnsOf(at(call, 'concatenated_transcript'));
  const forms = [spoken, spokenText(whole) === spokenText(spoken) ? [] : whole, correctedIn(call)];
  return forms
    .filter((turns) => turns.length > 0)
    .map((turns, index) => ({ kind: index === 0 ? 'original' : 'other', turns }));
}
