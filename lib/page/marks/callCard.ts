import { i18n } from '#i18n';
import type { CallSummary } from '../../call/call';
import { elementOf, type Mention } from '../detect/mention';
import { formatDuration } from '../../call/duration';
import { sentimentWord, statusWord } from '../../call/statusWords';
import type { Known } from './confirmer';
import { element, type OwnHost } from './ownHost';
import { colors, markStyleOf } from './markStyle';
import { rectsOf } from './hitTest';

/** Milliseconds the card is on screen before it acts: nobody clicks what just slid under the pointer. */
const settle = 250;
const gap = 6;

interface CardOptions {
  host: OwnHost;
  /** The providers' own names, by provider ID. */
  names: Record<string, string>;
  /** A user pressed the card's button. */
  open(call: CallSummary): void;
}

/** The card that tells about a call beside its ID. Never over it; Escape closes; acts on trusted events only. */
export function callCard({ host, names, open }: CardOptions) {
  let dialog: HTMLElement | undefined;
  let shown: Mention | undefined;
  let shownAt = 0;
  let before: HTMLElement | null = null;

  function show(mention: Mention, known: Known | undefined, focus = false): void {
    close();
    const root = host.root(elementOf(mention));
    // No `dialog` element: shown as a popover it would take the focus from a user who types in the page.
    dialog = element('div', 'card');
    dialog.role = 'dialog';
    dialog.popover = 'manual';
    dialog.tabIndex = -1;
    dialog.ariaLabel = i18n.t('call.title', { id: mention.id });
    dialog.style.colorScheme = schemeBehind(mention);
    const button = fill(dialog, mention, known);
    root.append(dialog);
    dialog.showPopover();
    // A page that is zoomed by style zooms what is inside of it.
    dialog.style.zoom = String(1 / ((dialog as { currentCSSZoom?: number }).currentCSSZoom ?? 1));
    place(dialog, rectsOf(mention));
    shown = mention;
    shownAt = performance.now();
    addEventListener('keydown', onKey, true);
    if (!focus) return;
    before = document.activeElement as HTMLElement | null;
    (button ?? dialog).focus();
  }

  function fill(card: HTMLElement, mention: Mention, known: Known | undefined): HTMLButtonElement | undefined {
    const call = known?.call;
    const id = element('code', 'id', mention.id);
    const why = element('span', 'why', because(mention));
    if (!call) {
      const told = !known
        ? i18n.t('card.asking')
        : known.state === 'rejected'
          ? i18n.t('card.notCall')
          : i18n.t('card.later');
      card.append(element('div', 'top', element('span', '', told), id), element('p', '', why));
      return undefined;
    }
    const dot = element('i', 'dot');
    dot.style.color = colors[markStyleOf(call)];
    const button = element('button', '', i18n.t('card.open'));
    button.type = 'button';
    const isInPlain = host.watchPlain(button);
    button.addEventListener('click', (event) => {
      if (event.isTrusted && performance.now() - shownAt >= settle && isInPlain()) open(call);
    });
    const facts = [names[call.ref.provider], call.agent?.name, ...when(call)].filter(Boolean).join(' · ');
    card.append(
      element('div', 'top', dot, element('span', '', stateOf(call)), id),
      ...(facts ? [element('p', 'facts', facts)] : []),
      ...(call.summary ? [element('p', '', call.summary)] : []),
      element('div', 'foot', why, button),
    );
    return button;
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    close();
  }

  function close(): void {
    if (!dialog) return;
    removeEventListener('keydown', onKey, true);
    dialog.remove();
    host.rest();
    dialog = shown = undefined;
    before?.focus({ preventScroll: true });
    before = null;
  }

  return {
    show,
    close,
    mention: () => shown,
    /** Whether a user is busy with the card: focus in it. */
    hasFocus: () => before !== null,
  };
}

/** Status and sentiment in our words, or the provider's own where we have none. */
const stateOf = ({ status, sentiment, ref }: CallSummary): string =>
  [status && statusWord(status), sentiment && sentimentWord(sentiment)].filter(Boolean).join(' · ') || ref.provider;

function when({ startedAt, duration }: CallSummary): (string | undefined)[] {
  const date = startedAt?.iso ? new Date(startedAt.iso) : undefined;
  const started =
    startedAt && (date && !Number.isNaN(+date) ? inZone.format(date) : `${startedAt.text} (${i18n.t('card.noZone')})`);
  return [started, duration === undefined ? undefined : formatDuration(duration).replaceAll(' ', '\u00a0')];
}

const inZone = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function because({ reason, label }: Mention): string {
  if (reason === 'rule') return i18n.t('card.why.rule');
  if (reason === 'label') return i18n.t('card.why.label', { label: label ?? '' });
  return i18n.t(reason === 'link' ? 'card.why.link' : 'card.why.prefix');
}

/** Below the ID, or above it where there is more room; never over it. */
function place(card: HTMLElement, rects: DOMRect[]): void {
  const top = Math.min(...rects.map((rect) => rect.top));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  const [below, above] = [innerHeight - bottom - 2 * gap, top - 2 * gap];
  const isBelow = below >= card.offsetHeight || below >= above;
  const height = Math.min(card.offsetHeight, Math.max(isBelow ? below : above, 0));
  const left = Math.max(8, Math.min(rects[0]?.left ?? 0, innerWidth - card.offsetWidth - 8));
  card.style.maxHeight = `${height}px`;
  card.style.left = `${left}px`;
  card.style.top = `${isBelow ? bottom + gap : top - gap - height}px`;
}

/** Light or dark as the page is behind the mention; where no colour is painted, as its text must be to be read. */
function schemeBehind(mention: Mention): 'light' | 'dark' {
  for (let at = elementOf(mention); at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host || null)) {
    const behind = lightness(getComputedStyle(at).backgroundColor);
    if (behind >= 0) return behind < 128 ? 'dark' : 'light';
  }
  const of = elementOf(mention);
  return of && lightness(getComputedStyle(of).color) > 128 ? 'dark' : 'light';
}

/** Of any CSS color, 0 to 255; `NaN` where it can be seen through. A canvas tells: styles say a color in the notation of its own space. */
function lightness(color: string): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return NaN;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return alpha > 127 ? 0.3 * red + 0.6 * green + 0.1 * blue : NaN;
}
