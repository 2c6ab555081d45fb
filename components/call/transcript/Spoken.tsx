import { i18n } from '#i18n';
import { useSaid } from '../evidence/EvidenceContext';
import { useLongText } from '../../ui/useLongText';
import { cut } from '../../../lib/call/textSearch';
import css from './Transcript.module.css';
import { Text } from '../values/Value';

interface SpokenProps {
  text: string;
  query: string;
  /** Which match is the one to point out. */
  match?: number;
  /** The turn of the first transcript, whose words may be evidence. */
  turn?: number;
}

/** A stretch of the text from `at` on, in which nothing changes. */
interface Stretch {
  at: number;
  text: string;
  match?: number;
  isSaid: boolean;
}

/** The matches of a search and the words pointed out as evidence may lie across each other: cut wherever one of them begins or ends. */
function stretches(text: string, query: string, said: { start: number; end: number }[]): Stretch[] {
  const borders = said.flatMap(({ start, end }) => [start, end]).toSorted((a, b) => a - b);
  return cut(text, query).flatMap((part) => {
    const end = part.at + part.text.length;
    const edges = [part.at, ...borders.filter((border) => border > part.at && border < end), end];
    return edges.slice(0, -1).map((at, index) => ({
      at,
      text: text.slice(at, edges[index + 1]),
      match: part.match,
      isSaid: said.some(({ start, end: last }) => at >= start && at < last),
    }));
  });
}

/** What is said in a turn, with what was searched for and what was taken from it marked. */
export function Spoken({ text, query, match, turn = -1 }: SpokenProps) {
  const said = useSaid(turn);
  const { shown, more } = useLongText(text);
  if (!text.trim()) return <span className={css.aside}>{i18n.t('call.transcript.noWords')}</span>;
  if (!query && !said) return <Text>{text}</Text>;
  return (
    <bdi className={css.spoken}>
      {stretches(shown, query, said ?? []).map((part) =>
        part.match === undefined && !part.isSaid ? (
          part.text
        ) : (
          <mark
            key={part.at}
            aria-current={(part.match !== undefined && part.match === match) || undefined}
            data-said={part.isSaid || undefined}
          >
            {part.text}
          </mark>
        ),
      )}
      {more}
    </bdi>
  );
}
