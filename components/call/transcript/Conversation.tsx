import { ArrowDown } from 'lucide';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Action, Turn } from '../../../lib/call/call';
import type { Sought } from '../../../lib/call/sayings';
import { type CallLatency, latencyOf, nextSlow } from '../../../lib/call/latency';
import { usePlayerState } from '../recording/playerStore';
import { useSingleKeys } from '../../ui/useSingleKeys';
import { Button } from '../../ui/Button';
import { findIn, indexTexts } from '../../../lib/call/textSearch';
import { usePlayback } from '../recording/PlaybackContext';
import { rowsOf, sharedDate, turnAt } from './rows';
import { LatencyRibbon } from './LatencyRibbon';
import css from './Transcript.module.css';
import { TranscriptSearch } from './TranscriptSearch';
import { TurnList } from './TurnList';
import type { TurnListHandle } from './turnListRow';
import { ToolRow, TurnRow } from './TurnRow';
import { useFollowPlayback } from './useFollowPlayback';

interface ConversationProps {
  turns: Turn[];
  actions: Action[];
  /** Whether this is the form of the conversation that evidence, actions and the ribbon speak of. */
  isFirst: boolean;
  /** The turn to bring into sight; a new object each time, so that the same turn can be asked for again. */
  wanted?: { turn: number };
  /** What is searched for at first, and the turn that is shown of what is found. */
  sought?: Sought;
}

/** One form of the conversation. Tool calls stand where they happened, as far as the provider says where. */
export function Conversation({ turns, actions, isFirst, wanted, sought }: ConversationProps) {
  const { player } = usePlayback();
  const [query, setQuery] = useState(sought?.words ?? '');
  const [current, setCurrent] = useState(0);
  const [at, setAt] = useState<number>();
  const searched = useDeferredValue(query);
  const list = useRef<TurnListHandle>(null);
  const search = useRef<HTMLInputElement>(null);

  const rows = useMemo(() => rowsOf(turns, actions), [turns, actions]);
  const rowOfTurn = useMemo(() => {
    const places = new Map<number, number>();
    for (const [index, { turn, action }] of rows.entries()) if (!action) places.set(turn, index);
    return places;
  }, [rows]);
  const isSearching = searched !== '';
  const index = useMemo(() => indexTexts(isSearching ? turns.map(({ text }) => text) : []), [turns, isSearching]);
  const found = useMemo(() => findIn(index, searched), [index, searched]);
  const latency = useMemo<CallLatency | undefined>(() => (isFirst ? latencyOf(turns) : undefined), [isFirst, turns]);
  const slow = useMemo(() => new Set(latency?.slow), [latency]);
  const starts = useMemo(
    () =>
      turns
        .flatMap(({ offset }, turn) => (offset === undefined ? [] : [{ offset, turn }]))
        .toSorted((a, b) => a.offset - b.offset),
    [turns],
  );
  const played = usePlayerState(player, ({ isOpen, time }) => (isOpen ? turnAt(starts, time) : undefined));
  const isPlaying = usePlayerState(player, (state) => state.isPlaying);
  const following = useFollowPlayback();
  const total = found.total;

  const show = (turn: number, where: 'center' | 'nearest' = 'center') =>
    list.current?.show(rowOfTurn.get(turn) ?? 0, where);
  const goTo = (turn: number, focus = false) => {
    following.pause();
    setAt(turn);
    show(turn);
    if (focus) list.current?.focus(rowOfTurn.get(turn) ?? 0);
  };
  const goToMatch = (match: number) => {
    following.pause();
    setCurrent(match);
    show(found.textOf(match), 'center');
    requestAnimationFrame(() => list.current?.showMatch());
  };
  const step = (by: 1 | -1) => {
    if (query) {
      if (total) goToMatch((current + by + total) % total);
    } else {
      const next = at === undefined ? (by > 0 ? 0 : turns.length - 1) : at + by;
      if (next >= 0 && next < turns.length) goTo(next, true);
    }
  };
  const goToSlow = () => {
    const next = nextSlow(latency?.slow ?? [], at ?? -1);
    if (next !== undefined) goTo(next, true);
  };

  // The match that comes first where the user reads: the one shown when the results of a new search arrive.
  const [shownFor, setShownFor] = useState('');
  useEffect(() => {
    if (searched === shownFor) return;
    setShownFor(searched);
    if (!found.total) return;
    if (searched !== sought?.words) return goToMatch(0);
    goToMatch(found.firstOf(sought.turn));
    list.current?.focus(rowOfTurn.get(sought.turn) ?? 0);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [searched, found]);
  useEffect(() => {
    if (wanted) goTo(wanted.turn, true);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted]);
  useEffect(() => {
    if (following.isOn && isPlaying && played !== undefined) show(played);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [following.isOn, isPlaying, played]);

  useSingleKeys({
    '/': () => search.current?.focus(),
    n: () => step(1),
    p: () => step(-1),
    ...(latency?.slow.length ? { s: goToSlow } : {}),
  });

  const zoneless = useMemo(() => turns.flatMap((turn) => (turn.at && !turn.at.iso ? [turn.at.text] : [])), [turns]);
  const date = useMemo(() => sharedDate(zoneless), [zoneless]);
  return (
    <>
      <TranscriptSearch
        ref={search}
        query={query}
        total={total}
        current={current}
        onQuery={(text) => {
          setQuery(text);
          setCurrent(0);
        }}
        onStep={step}
      />
      {latency && latency.p50 !== undefined && (
        <LatencyRibbon turns={turns} latency={latency} current={at ?? played} onTurn={goTo} onNextSlow={goToSlow} />
      )}
      <TurnList
        handle={list}
        rows={rows}
        turns={turns}
        render={({ turn, action, actions: own }) =>
          action ? (
            <ToolRow key={action.pointer} action={action} />
          ) : (
            <TurnRow
              turn={turns[turn] as Turn}
              number={turn}
              actions={own}
              date={date}
              query={searched}
              match={found.total && current >= found.firstOf(turn) ? current - found.firstOf(turn) : undefined}
              isSlow={slow.has(turn)}
              isFirst={isFirst}
            />
          )
        }
        stateOf={({ turn, action }) =>
          action ? undefined : turn === played ? 'played' : turn === at ? 'at' : undefined
        }
        speakerOf={({ turn, action }) => (action ? 'tool' : (turns[turn]?.speaker ?? 'unknown'))}
      />
      {zoneless.length > 0 && (
        <p className={css.aside}>
          {date ? i18n.t('call.transcript.noZone', { date }) : i18n.t('call.transcript.noZoneMixed')}
        </p>
      )}
      {isPlaying && !following.isOn && played !== undefined && (
        <div className={css.jump}>
          <Button
            icon={ArrowDown}
            onClick={() => {
              following.resume();
              show(played);
            }}
          >
            {i18n.t('call.transcript.jump')}
          </Button>
        </div>
      )}
    </>
  );
}
