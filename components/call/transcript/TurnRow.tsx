import { Bot, MessageSquare, Timer, TriangleAlert, UserRound, Wrench } from 'lucide';
import { memo, type ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Action, Turn } from '../../../lib/call/call';
import { wholeLatency } from '../../../lib/call/latency';
import { speakerName } from '../../../lib/call/speakerName';
import { Badge } from '../../ui/Badge';
import { formatClock } from '../../../lib/call/duration';
import { formatCost, formatLatency, formatNumber } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { ActionDetails, ActionFacts } from '../activity/Actions';
import { TakenFrom } from '../evidence/Evidence';
import { Spoken } from './Spoken';
import { usePlayback } from '../recording/PlaybackContext';
import { Time } from '../values/Time';
import css from './Transcript.module.css';
import { Text } from '../values/Value';

const icons = { agent: Bot, customer: UserRound, tool: Wrench, unknown: MessageSquare };

interface LineProps {
  speaker: Turn['speaker'];
  word: string;
  when?: ReactNode;
  /** What the turn took: beside its time where all is one column, else below its words. */
  measures?: ReactNode;
  children: ReactNode;
}

function Line({ speaker, word, when, measures, children }: LineProps) {
  return (
    <>
      <div className={css.head}>
        <Icon of={icons[speaker]} size={14} />
        <b>
          <bdi>{word}</bdi>
        </b>{' '}
        <span className={css.when}>{when}</span>
      </div>
      {measures && <div className={css.measures}>{measures}</div>}
      <div className={css.words}>{children}</div>
    </>
  );
}

/** What a provider calls any tool: no name of one. */
const anyTool = /^(tool|function|action_executed)$/i;

/** A tool call where it happened. A turn of the tool itself may already say the result and the time. */
function ToolCall({ action, turn }: { action: Action; turn?: Turn }) {
  const { result } = action;
  const isSaid = turn?.text === (typeof result === 'string' ? result : JSON.stringify(result));
  return (
    <>
      <p className={css.line}>
        {action.name && <code>{action.name}</code>}
        <span className={css.when}>{turn && <ActionFacts action={{ ...action, at: undefined }} />}</span>
      </p>
      <ActionDetails action={isSaid ? { ...action, result: undefined } : action} />
    </>
  );
}

/** A tool call, or what else happened, in a row of its own, below the turn in which it did. */
export const ToolRow = memo(({ action }: { action: Action }) => (
  <Line speaker="tool" word={action.typeName ?? i18n.t('call.speaker.tool')} when={<ActionFacts action={action} />}>
    <ToolCall action={action} />
  </Line>
));

/** Seconds from the start of the call; with a recording, the way to hear the turn. */
function Offset({ seconds }: { seconds: number }) {
  const { player, hasRecording } = usePlayback();
  const text = formatClock(seconds);
  if (!hasRecording) return <span>{text}</span>;
  const name = i18n.t('call.transcript.playFrom', { time: text });
  return (
    <button
      type="button"
      className={css.offset}
      title={name}
      aria-label={name}
      onClick={() => player.seek(seconds, true)}
    >
      {text}
    </button>
  );
}

/** What the reply took: seconds, tokens, US dollars, as far as the provider says. */
function Measures({ turn: { latency, tokens, cost }, isSlow }: { turn: Turn; isSlow: boolean }) {
  const seconds = wholeLatency(latency);
  return (
    <>
      {seconds !== undefined &&
        (isSlow ? (
          <Badge tone="warning" icon={Timer}>
            {i18n.t('call.transcript.slow', { time: formatLatency(seconds) })}
          </Badge>
        ) : (
          <span title={i18n.t('call.seconds', { n: seconds })}>{formatLatency(seconds)}</span>
        ))}
      {tokens !== undefined && <span>{i18n.t('call.transcript.tokens', { n: formatNumber(tokens) })}</span>}
      {cost !== undefined && <span>{formatCost(cost)}</span>}
    </>
  );
}

interface TurnRowProps {
  turn: Turn;
  number: number;
  /** Calls of the tool that speaks in this turn. */
  actions?: Action[];
  /** The date that is said once for all turns. */
  date?: string;
  query: string;
  /** Which match in this turn is the one to point out; may be beyond its last. */
  match?: number;
  isSlow: boolean;
  isFirst: boolean;
}

/** One turn: who speaks, when, what is said, what was taken from it. */
export const TurnRow = memo((props: TurnRowProps) => {
  const { turn, number, actions, date, query, match, isSlow, isFirst } = props;
  const { offset, at, issue } = turn;
  /** A tool that is known by its name alone. */
  const tool = turn.speaker === 'tool' && !actions?.length && !anyTool.test(turn.speakerRaw) && turn.speakerRaw;
  return (
    <Line
      speaker={turn.speaker}
      word={speakerName(turn)}
      when={
        <>
          {offset !== undefined && <Offset seconds={offset} />} {at && <Time value={at} date={date} />}
        </>
      }
      measures={<Measures turn={turn} isSlow={isSlow} />}
    >
      {actions?.map((action) => (
        <ToolCall key={action.pointer} action={action} turn={turn} />
      ))}
      {tool && (
        <p className={css.line}>
          <code>{tool}</code>
        </p>
      )}
      {(turn.text || !tool) && (
        <Spoken text={turn.text} query={query} match={match} turn={isFirst ? number : undefined} />
      )}
      {issue && (
        <p className={css.issue}>
          <Icon of={TriangleAlert} size={14} /> <Text>{issue}</Text>
        </p>
      )}
      {isFirst && <TakenFrom turn={number} />}
    </Line>
  );
});
