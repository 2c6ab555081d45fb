import { Bot, MessageSquare, TriangleAlert, UserRound, Wrench } from 'lucide-react';
import { Fragment, useMemo, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { i18n } from '#i18n';
import type { Action, Call, Turn } from '../../lib/call';
import { formatOffset } from '../ui/format';
import { Section } from '../ui/Section';
import { Tabs } from '../ui/Tabs';
import { ActionDetails, ActionFacts } from './Actions';
import { countMatches, cut } from './matches';
import { Time } from './Time';
import styles from './Transcript.module.css';
import { TranscriptSearch } from './TranscriptSearch';
import { useGrowing } from './useGrowing';
import { Text } from './Value';

type Transcript = Call['transcripts'][number];

const icons = { agent: Bot, customer: UserRound, tool: Wrench, unknown: MessageSquare };

function speakerWord({ speaker, speakerRaw }: Turn) {
  return speaker === 'unknown' && speakerRaw ? speakerRaw : i18n.t(`call.speaker.${speaker}`);
}

interface SpokenProps {
  text: string;
  query: string;
  /** Number of the first match in this text, and of the one to point out. */
  first: number;
  current: number;
}

function Spoken({ text, query, first, current }: SpokenProps) {
  if (!text.trim()) return <span className={styles.aside}>{i18n.t('call.transcript.noWords')}</span>;
  if (!query) return <Text>{text}</Text>;
  return (
    <bdi className={styles.spoken}>
      {cut(text, query).map((part) =>
        part.match === undefined ? (
          <Fragment key={part.at}>{part.text}</Fragment>
        ) : (
          <mark key={part.at} aria-current={first + part.match === current || undefined}>
            {part.text}
          </mark>
        ),
      )}
    </bdi>
  );
}

interface LineProps {
  speaker: Turn['speaker'];
  word: string;
  when?: ReactNode;
  children: ReactNode;
}

function Line({ speaker, word, when, children }: LineProps) {
  const Icon = icons[speaker];
  return (
    <li className={`${styles.turn} ${styles[speaker]}`}>
      <div className={styles.head}>
        <Icon size={14} aria-hidden />
        <b>
          <bdi>{word}</bdi>
        </b>{' '}
        <span className={styles.when}>{when}</span>
      </div>
      <div className={styles.words}>{children}</div>
    </li>
  );
}

/** A tool call where it happened. A turn of the tool itself may already say the result and the time. */
function ToolCall({ action, turn }: { action: Action; turn?: Turn }) {
  const { result } = action;
  const isSaid = turn?.text === (typeof result === 'string' ? result : JSON.stringify(result));
  return (
    <>
      <p className={styles.line}>
        <code>{action.name}</code>
        <span className={styles.when}>{turn && <ActionFacts action={{ ...action, at: undefined }} />}</span>
      </p>
      <ActionDetails action={isSaid ? { ...action, result: undefined } : action} />
    </>
  );
}

/** What all of these times have before their last blank: the date that need not be said in every turn. */
function sharedDate(times: string[]): string | undefined {
  const dates = new Set(times.map((time) => time.slice(0, Math.max(0, time.lastIndexOf(' ')))));
  return dates.size === 1 ? [...dates][0] || undefined : undefined;
}

/** Each turn with its place and the numbers of its first match and of the first one after it. */
function numberMatches(turns: Turn[], query: string) {
  const rows: { turn: Turn; number: number; first: number; after: number }[] = [];
  for (const [number, turn] of turns.entries()) {
    const first = rows.at(-1)?.after ?? 0;
    rows.push({ turn, number, first, after: first + countMatches(turn.text, query) });
  }
  return rows;
}

/** One form of the conversation. Tool calls stand where they happened, as far as the provider says where. */
function Conversation({ turns, actions }: { turns: Turn[]; actions: Action[] }) {
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const shown = useGrowing(turns.length);

  const rows = useMemo(() => numberMatches(turns, query), [turns, query]);
  const total = rows.at(-1)?.after ?? 0;

  const find = (text: string, match: number) => {
    flushSync(() => {
      setQuery(text);
      setCurrent(match);
    });
    list.current?.querySelector('mark[aria-current]')?.scrollIntoView({ block: 'nearest' });
  };

  const zoneless = turns.flatMap(({ at }) => (at && !at.iso ? [at.text] : []));
  const date = sharedDate(zoneless);
  return (
    <>
      <TranscriptSearch
        query={query}
        total={total}
        current={current}
        onQuery={(text) => find(text, 0)}
        onStep={(step) => find(query, (current + step + total) % total)}
      />
      {zoneless.length > 0 && (
        <p className={styles.aside}>
          {date ? i18n.t('call.transcript.noZone', { date }) : i18n.t('call.transcript.noZoneMixed')}
        </p>
      )}
      <ol ref={list} aria-label={i18n.t('call.transcript.title')} className={styles.turns}>
        {rows.slice(0, shown).map(({ turn, number, first }) => {
          const calls = actions.filter((action) => action.turn === number);
          const isTool = turn.speaker === 'tool';
          return (
            <Fragment key={number}>
              <Line
                speaker={turn.speaker}
                word={speakerWord(turn)}
                when={
                  <>
                    {turn.offset !== undefined && <span>{formatOffset(turn.offset)}</span>}{' '}
                    {turn.at && <Time value={turn.at} bare date={date} />}
                  </>
                }
              >
                {isTool && calls.map((action) => <ToolCall key={action.pointer} action={action} turn={turn} />)}
                <Spoken text={turn.text} query={query} first={first} current={current} />
                {turn.issue && (
                  <p className={styles.issue}>
                    <TriangleAlert size={14} aria-hidden /> <Text>{turn.issue}</Text>
                  </p>
                )}
              </Line>
              {!isTool &&
                calls.map((action) => (
                  <Line
                    key={action.pointer}
                    speaker="tool"
                    word={i18n.t('call.speaker.tool')}
                    when={<ActionFacts action={action} />}
                  >
                    <ToolCall action={action} />
                  </Line>
                ))}
            </Fragment>
          );
        })}
      </ol>
    </>
  );
}

const kindWords: Record<Transcript['kind'], () => string> = {
  original: () => i18n.t('call.transcript.original'),
  translation: () => i18n.t('call.transcript.translation'),
  other: () => i18n.t('call.transcript.other'),
};

function labelOf({ kind, language }: Transcript, index: number, all: Transcript[]): string {
  const label = language ? `${kindWords[kind]()} (${language})` : kindWords[kind]();
  const alike = all.slice(0, index).filter((each) => each.kind === kind && each.language === language).length;
  return alike ? `${label} ${alike + 1}` : label;
}

/** The conversation, turn by turn, in each form in which the provider sent it. */
export function Transcript({ transcripts, actions }: Pick<Call, 'transcripts' | 'actions'>) {
  const title = i18n.t('call.transcript.title');
  const tabs = transcripts.map((transcript, index, all) => ({
    label: labelOf(transcript, index, all),
    panel: <Conversation turns={transcript.turns} actions={index === 0 ? actions : []} />,
  }));
  return (
    <Section title={title} count={transcripts[0]?.turns.length ?? 0}>
      {tabs.length ? (
        <Tabs name={title} tabs={tabs} />
      ) : (
        <p className={styles.aside}>{i18n.t('call.transcript.none')}</p>
      )}
    </Section>
  );
}
