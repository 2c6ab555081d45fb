import type { ProviderIds } from './ids';
import { cells, columnOf, headers, labelReader } from './around';
import { gate, type Gate } from './gate';
import { judgeInput, judgeLink, judgeText, type Context } from './judge';
import { labelsOf, type Labels, type LabelVocabulary } from './labels';
import { isShown, type Mention } from './mention';
import { compileRules, type Rules, type SiteRule } from './rules';
import { candidates, mayHost, type OpenShadowRoot } from './shadow';
import { pause } from './slices';
import { sweep } from './sweep';
import type { ProviderHosts } from './text';

export interface ScanOptions {
  labels: LabelVocabulary;
  hosts?: ProviderHosts;
  rules?: SiteRule[];
  /** Opens closed roots too: `chrome.dom.openOrClosedShadowRoot`. Without it only open roots are read. */
  openShadowRoot?: OpenShadowRoot;
  /** Our own host: never read. */
  own?: Element;
  /** Also what is not displayed; whoever asks then checks `isShown` when it matters. Saves the page a style computation. */
  hidden?: boolean;
  signal?: AbortSignal;
  /** How many mentions are taken of one root; 2,500 unless told. */
  limit?: number;
  /** Milliseconds of a slice. */
  budget?: number;
}

/**
 * The mentions below `root`, in slices of about `budget` milliseconds: each slice that found some is one array, and the page runs
 * between slices. Reads text, inputs' values, links and shadow roots; changes nothing. Ends early, without an error, on `signal`.
 */
export async function* scan(
  root: Document | Element | ShadowRoot,
  ids: ProviderIds,
  options: ScanOptions,
): AsyncGenerator<Mention[]> {
  const context = contextOf(ids, options);
  let began = performance.now();
  const budget = options.budget ?? 4;
  for (const isLongNext of everything(context, root, options)) {
    if (performance.now() - began < (isLongNext ? budget / 4 : budget)) continue;
    if (context.found.length > 0) yield shown(context);
    await pause();
    if (options.signal?.aborted) return;
    began = performance.now();
  }
  if (context.found.length > 0) yield shown(context);
}

/** The mentions in nodes that were added or whose text changed, at once. A node inside another of them is not read twice. */
export function scanAdded(nodes: Iterable<Node>, ids: ProviderIds, options: ScanOptions): Mention[] {
  const context = contextOf(ids, options);
  for (const node of new Set(nodes)) {
    if (!node.isConnected) continue;
    if (node.nodeType === Node.TEXT_NODE) judgeAdded(context, node as Text);
    else if (node.nodeType === Node.ELEMENT_NODE) drain(everything(context, node as Element, options, true));
  }
  return shown(context);
}

/** A text that begins with something like an ID: only then its label can be outside of it. */
const startsWithValue = /^[\s#:("'“„[]{0,16}[A-Za-z_-]{0,24}\d/;

/** Most changes of a page are texts that show no ID: they must cost next to nothing. */
function judgeAdded(context: Context, node: Text): void {
  const text = node.data;
  let judged = 0;
  for (const at of context.gate(text, () => '', text.length < 400 && startsWithValue.test(text)))
    if (at >= judged) judged = judgeText(context, node, at);
}

/** The expressions of the last scan: a page is scanned for the same IDs and by the same rules again and again. */
let last: { ids: ProviderIds; of: SiteRule[] | undefined; rules: Rules; gate: Gate; labels: Labels } | undefined;

function contextOf(
  ids: ProviderIds,
  { labels: vocabulary, hosts = {}, rules: of, own, hidden = false, limit = 2_500 }: ScanOptions,
): Context {
  if (last?.ids !== ids || last.of !== of) {
    const compiled = compileRules(of);
    last = { ids, of, rules: compiled, gate: gate(ids, vocabulary, compiled), labels: labelsOf(vocabulary) };
  }
  const { rules, labels } = last;
  const around = labelReader(labels, rules);
  return {
    ids,
    hosts,
    rules,
    gate: last.gate,
    labels,
    around,
    own,
    hidden,
    left: limit,
    found: [],
    places: new Map(),
    skipped: new Map(),
  };
}

function drain(steps: Iterable<Step>): void {
  for (const step of steps) void step;
}

/** Takes what was found so far. */
function shown({ found, hidden }: Context): Mention[] {
  const all = found.splice(0);
  return hidden ? all : all.filter(isShown);
}

/** A place to pause; `true`: what follows is one long call of the browser. */
type Step = boolean | undefined;

type Root = Document | Element | ShadowRoot;

/** `isPart`: what labels the values below `root` may stand outside it, so every number is judged. */
function* everything(context: Context, root: Root, options: ScanOptions, isPart = false): Generator<Step> {
  yield* fields(context, root);
  yield* texts(context, root, isPart);
  // Of a part every number was judged already.
  for (const [index, cell] of isPart ? [] : context.around.below.splice(0).entries()) {
    yield* texts(context, cell, true);
    if (index % 64 === 63) yield;
  }
  const special = new Set<HTMLElement>(root instanceof HTMLElement ? [root] : []);
  for (const selector of candidates) {
    yield true;
    for (const element of root.querySelectorAll<HTMLElement>(selector)) special.add(element);
  }
  let index = 0;
  for (const element of special) {
    const inner = mayHost(element) ? (options.openShadowRoot ?? ownShadowRoot)(element) : null;
    if (inner) {
      yield* everything(context, inner, options, true);
      if (context.labels.has(inner.textContent ?? '')) yield* texts(context, element, true);
    }
    if (element.matches(labelled)) yield* valuesOf(context, element);
    if (++index % 64 === 0) yield;
  }
}

const labelled = '[aria-label],[data-label],[data-title],[role="columnheader"]';
const ownShadowRoot: OpenShadowRoot = (element) => element.shadowRoot;

function texts(context: Context, root: Node, isPart: boolean): Generator<Step> {
  return sweep(root, context.gate, (node, at) => judgeText(context, node, at), isPart);
}

const unread = new Set(['password', 'checkbox', 'radio', 'file', 'hidden', 'range', 'color', 'submit', 'button']);

/** Links, inputs, and tables' columns. */
function* fields(context: Context, root: Root): Generator<Step> {
  const parts = ['call', 'log', ...Object.values(context.hosts).flat()];
  const links = `a:is(${parts.map((part) => `[href*="${CSS.escape(part)}" i]`).join()})`;
  const found = [...root.querySelectorAll<HTMLAnchorElement>(links)];
  if (root instanceof HTMLAnchorElement && root.matches(links)) found.push(root);
  for (const [index, link] of found.entries()) {
    judgeLink(context, link);
    if (index % 64 === 63) yield;
  }
  yield;
  if (root instanceof HTMLInputElement && !unread.has(root.type)) judgeInput(context, root);
  for (const [index, input] of [...root.querySelectorAll('input')].entries()) {
    if (!unread.has(input.type)) judgeInput(context, input);
    if (index % 64 === 63) yield;
  }
  for (const table of root.querySelectorAll('table'))
    for (const header of headers(table)) yield* valuesOf(context, header as HTMLElement);
}

/** What the label `element` is, or has as an attribute, belongs to. */
function* valuesOf(context: Context, element: HTMLElement): Generator<Step> {
  const { readElement, byAttribute } = context.around;
  const isHeader = element.matches('th,td:not([data-label],[data-title]),[role="columnheader"]');
  if (!byAttribute(element) && !(isHeader && readElement(element))) return;
  if (isHeader) yield* column(context, element);
  else yield* texts(context, element, true);
}

/** The cells below a header. */
function* column(context: Context, header: HTMLElement): Generator<Step> {
  const grid = header.closest<HTMLElement>('table,[role="grid"],[role="treegrid"],[role="table"]');
  if (!grid) return;
  const place = headers(grid).indexOf(header);
  const rows = grid instanceof HTMLTableElement ? grid.rows : grid.querySelectorAll('[role="row"]');
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const straight =
      row instanceof HTMLTableRowElement ? row.cells[place] : row.querySelector(`[aria-colindex="${place + 1}"]`);
    const cell =
      straight && columnOf(straight) === place
        ? straight
        : [...row.querySelectorAll(cells)].find((other) => columnOf(other) === place);
    if (cell && cell !== header) yield* texts(context, cell, true);
    if (index % 64 === 63) yield;
  }
}
