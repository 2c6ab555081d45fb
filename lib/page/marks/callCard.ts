import { direction, i18n, language } from '#i18n';
import type { CallSummary } from '../../call/call';
import { elementOf, type Mention } from '../detect/mention';
import { callGlance } from './callGlance';
import type { Known } from './confirmer';
import { element, type OwnHost } from './ownHost';
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
  /** That opens a page of its own; else the side panel. */
  opensPage?: boolean;
}

/** The card that tells about a call beside its ID. Never over it; Escape closes; acts on trusted events only. */
export function callCard({ host, names, open: openCall, opensPage }: CardOptions) {
  let dialog: HTMLElement | undefined;
  let shown: Mention | undefined;
  let shownAt = 0;
  let before: HTMLElement | null = null;

  function show(mention: Mention, known: Known | undefined, focus = false): void {
    if (dialog && shown === mention) {
      // What was asked about is there now: the card does not move, and only grows.
      dialog.style.minHeight = known?.call ? `${dialog.offsetHeight}px` : '';
      dialog.replaceChildren();
    } else dialog = open(mention);
    const button = fill(dialog, mention, known);
    place(dialog, rectsOf(mention));
    shown = mention;
    shownAt = performance.now();
    if (!focus) return;
    before ??= document.activeElement as HTMLElement | null;
    (button ?? dialog).focus();
  }

  /** An empty card in the place of the one there was. */
  function open(mention: Mention): HTMLElement {
    close();
    // No `dialog` element: shown as a popover it would take the focus from a user who types in the page.
    const card = element('div', 'card');
    card.role = 'dialog';
    card.popover = 'manual';
    card.tabIndex = -1;
    card.lang = language();
    card.dir = direction();
    card.ariaLabel = i18n.t('call.title', { id: mention.id });
    card.style.colorScheme = schemeBehind(mention);
    host.root(elementOf(mention)).append(card);
    card.showPopover();
    // A page that is zoomed by style zooms what is inside of it.
    card.style.zoom = String(1 / ((card as { currentCSSZoom?: number }).currentCSSZoom ?? 1));
    addEventListener('keydown', onKey, true);
    return card;
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
      // While it is asked about, the card is as high as it is going to be.
      const lines = known ? [] : ['', '', 'long', 'long'].map((length) => element('p', `line ${length}`, '\u00a0'));
      card.append(element('div', 'top', element('span', 'who', told), id), ...lines, element('div', 'foot', why));
      return undefined;
    }
    const button = element('button', '', i18n.t(opensPage ? 'popup.openPage' : 'card.open'));
    button.type = 'button';
    const isInPlain = host.watchPlain(button);
    button.addEventListener('click', (event) => {
      if (event.isTrusted && performance.now() - shownAt >= settle && isInPlain()) openCall(call);
    });
    const { provider } = call.ref;
    card.append(...callGlance(call, id, names[provider] ?? provider), element('div', 'foot', why, button));
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
  card.style.maxHeight = '';
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
