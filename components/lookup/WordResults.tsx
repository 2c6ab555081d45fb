import { i18n } from '#i18n';
import type { CallRef } from '../../lib/call/callRef';
import { refKey } from '../../lib/call/refKey';
import { type Saying, type SayingCall, sentenceAt, type Sought } from '../../lib/call/sayings';
import { cut } from '../../lib/call/textSearch';
import type { FoundWords } from '../../lib/hooks/useWords';
import { StatusBadge } from '../ui/CallBadges';
import { formatNumber } from '../ui/format';
import { Lots } from '../ui/Lots';
import { Notice } from '../ui/Notice';
import { When } from '../ui/When';
import css from './WordResults.module.css';

type Open = (ref: CallRef, among?: CallRef[], sought?: Sought) => void;

/** A sentence with the words in it marked. */
const Marked = ({ text, words }: { text: string; words: string }) =>
  cut(text, words).map((part) => (part.match === undefined ? part.text : <mark key={part.at}>{part.text}</mark>));

interface SayingProps {
  id: string;
  saying: Saying;
  words: string;
  onOpen(): void;
}

function SayingButton({ id, saying: { speaker, text: whole, at }, words, onOpen }: SayingProps) {
  const text = sentenceAt(whole, at, words.length);
  return (
    <button
      type="button"
      className={css.saying}
      aria-label={i18n.t('words.open', { id, speaker, text })}
      onClick={onOpen}
    >
      <b>
        <bdi>{speaker}</bdi>
      </b>{' '}
      <bdi>
        <Marked text={text} words={words} />
      </bdi>
    </button>
  );
}

interface CallProps {
  found: SayingCall;
  words: string;
  onOpen(sought?: Sought): void;
}

function CallWithWords({ found: { ref, call, sayings, count }, words, onOpen }: CallProps) {
  const more = count - sayings.length;
  return (
    <>
      <div className={css.head}>
        <span className={css.id}>{ref.id}</span>
        {call.status && <StatusBadge status={call.status} />}
        <span className={css.meta}>
          {call.startedAt && <When value={call.startedAt} />}
          {call.agent?.name && <bdi>{call.agent.name}</bdi>}
        </span>
      </div>
      {sayings.map((saying) => (
        <SayingButton
          key={`${saying.speaker} ${saying.sought?.turn ?? saying.text}`}
          id={ref.id}
          saying={saying}
          words={words}
          onOpen={() => onOpen(saying.sought)}
        />
      ))}
      {more > 0 && <p className={css.meta}>{i18n.t('words.more', more, [formatNumber(more)])}</p>}
    </>
  );
}

/** The calls read in this session that hold some words, each with the sentences around them; a press opens the call there. */
export function WordResults({ words, calls, among, onOpen }: FoundWords & { onOpen: Open }) {
  if (among === 0) return <Notice role="status">{i18n.t('words.nothingRead')}</Notice>;
  const searched = i18n.t('words.calls', among, [formatNumber(among)]);
  if (calls.length === 0) return <Notice role="status">{i18n.t('words.nowhere', { words, calls: searched })}</Notice>;
  const refs = calls.map(({ ref }) => ref);
  return (
    <section className={css.results}>
      <p role="status">{i18n.t('words.found', { words, found: formatNumber(calls.length), calls: searched })}</p>
      <ul aria-label={i18n.t('words.title')}>
        <Lots
          of={calls}
          holder="item"
          render={(found) => (
            <li key={refKey(found.ref)}>
              <CallWithWords found={found} words={words} onOpen={(sought) => onOpen(found.ref, refs, sought)} />
            </li>
          )}
        />
      </ul>
    </section>
  );
}
