import type { CallSummary } from '../../call/call';
import { rangeOf, type Mention } from '../detect/mention';
import type { ReadingRules, Taught } from '../protocol';
import type { MentionStore } from '../mentionStore';
import { callCard } from './callCard';
import type { Known } from './confirmer';
import { ownHost } from './ownHost';
import { type PointerListener, watchHover } from './watchHover';
import { markStyleOf } from './markStyle';
import { highlighter } from './highlighter';
import { rectsOf } from './hitTest';
import { teaching } from './teaching';

/** Milliseconds that a call glows that was looked for. */
const glowFor = 1_500;

export interface MarksOptions {
  store: MentionStore;
  roots: ReadonlySet<ShadowRoot>;
  /** The mentions near the screen. */
  near: ReadonlySet<Mention>;
  /** What is known about an ID by now. */
  known(id: string): Known;
  /** Asks about an ID because the user points at it. */
  point(mention: Mention): Promise<void>;
  names: ReadingRules['names'];
  /** IDs not asked about yet are marked faintly, and asked about when the user points at them. */
  askOnPoint: boolean;
  open(call: CallSummary): void;
  /** That opens a page of its own; else the side panel. */
  opensPage?: boolean;
  taught(picked: Pick<Taught, 'id' | 'label' | 'pattern'>): void;
  /** Has each move of the pointer told before the page hears of it, where somebody can. */
  hear?: (moved: PointerListener | undefined) => void;
  /** Whether the extension is there still. */
  isAlive(): boolean;
}

/** What a user sees of calls on a page: marks, a card, where a call stands, and the way to teach an ID. */
export function showMarks(options: MarksOptions) {
  const { store, roots, near, known, point, names, askOnPoint, open, taught, hear, isAlive, opensPage } = options;
  const abort = new AbortController();
  const host = ownHost(roots);
  const paint = highlighter(roots);
  const card = callCard({ host, names, open, opensPage });
  let endTeaching = () => {};
  let current: Mention | undefined;

  async function enter(mention: Mention, focus = false): Promise<void> {
    const before = known(mention.id);
    if (card.mention() === mention || !isAlive()) return;
    if (!before.call && (!askOnPoint || before.state === 'rejected')) return;
    card.show(mention, before.call && before, focus);
    if (before.call) return;
    await point(mention);
    if (card.mention() === mention) card.show(mention, known(mention.id), focus);
  }

  watchHover({
    store,
    highlighter: paint,
    roots,
    near,
    isOwn: host.isAt,
    hear,
    enter: (mention) => void enter(mention),
    leave: () => !card.hasFocus() && card.close(),
    signal: abort.signal,
  });

  /** Scrolls to a mention and lets it glow. */
  function reveal(mention: Mention): void {
    const { place } = mention;
    const element = 'node' in place ? place.node.parentElement : place.element;
    element?.scrollIntoView({ block: 'center', inline: 'nearest' });
    const range = rangeOf(mention);
    if (range) paint.glow(range, glowFor);
  }

  return {
    /** Our element in the page, once there is one. */
    host: host.node,
    mark(mention: Mention): void {
      const { call, state } = known(mention.id);
      const waits = askOnPoint && state === 'candidate' && mention.reason !== 'bare';
      paint.paint(mention, call ? markStyleOf(call) : waits ? 'ask' : undefined);
    },
    unmark(mention: Mention): void {
      paint.paint(mention, undefined);
      if (card.mention() === mention) card.close();
    },
    /** Shows where the first of these stands. */
    flash(mentions: Iterable<Mention>): boolean {
      const mention = [...mentions].find(hasRoom);
      if (mention) reveal(mention);
      return mention !== undefined;
    },
    /** Goes from call to call as they follow each other on the page, and opens the card for the keyboard. */
    next(mentions: Iterable<Mention>, backwards: boolean): boolean {
      const all = [...mentions]
        .filter((mention) => known(mention.id).call && hasRoom(mention))
        .map((mention) => ({ mention, rect: rectsOf(mention)[0]! }))
        .sort((a, b) => a.rect.top - b.rect.top || a.rect.left - b.rect.left)
        .map(({ mention }) => mention);
      const at = current ? all.indexOf(current) : -1;
      current = all.at(backwards ? (at < 0 ? -1 : at - 1) : (at + 1) % all.length);
      if (!current) return false;
      reveal(current);
      void enter(current, true);
      return true;
    },
    teach(): void {
      endTeaching();
      endTeaching = teaching({ host, highlighter: paint, roots, taught });
    },
    endTeach: () => endTeaching(),
    stop(): void {
      abort.abort();
      endTeaching();
      card.close();
      paint.stop();
      host.stop();
    },
  };
}

/** Whether a mention takes room in the page. */
const hasRoom = (mention: Mention) => rectsOf(mention).some(({ width, height }) => width > 0 && height > 0);
