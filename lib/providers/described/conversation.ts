import type { Call } from '../../call/call';
import { type Field, items, text } from '../reading/fields';
import { speakerOf, type Names } from '../reading/speakers';
import { turnsOf } from '../reading/transcript';
import { placed, pointed, secondsAt, textAt, timeAt } from './places';
import type { Description, Transcript } from './schema';

type Turn = Call['transcripts'][number]['turns'][number];

/** The turns of a call; `pages` are the replies of the transcript's own request, or the call alone. */
export function conversationIn(pages: Field[], description: Description, names: Names): Turn[] {
  const { transcript, units } = description;
  if (!transcript) return [];
  return pages.flatMap((page) => {
    const turns = pointed(page, transcript.turns);
    if (transcript.text === undefined || typeof turns.value === 'string') return turnsOf(turns, names);
    return items(turns).flatMap((item) => turnIn(item, transcript, units, names) ?? []);
  });
}

function turnIn(item: Field, transcript: Transcript, units: Description['units'], names: Names): Turn | undefined {
  const words = text(placed(item, transcript.text));
  if (words === undefined) return undefined;
  const speakerRaw = textAt(item, transcript.speaker) ?? '';
  const own = Object.hasOwn(transcript.speakers, speakerRaw) ? transcript.speakers[speakerRaw] : undefined;
  return {
    speaker: own ?? speakerOf(speakerRaw, names) ?? 'unknown',
    speakerRaw,
    text: words,
    at: timeAt(item, transcript.at, units.time),
    offset: secondsAt(item, transcript.start, units.turns),
    endOffset: secondsAt(item, transcript.end, units.turns),
  };
}
