import type { ProviderIds } from './idShapes';
import { cells, columnOf, gridOf, headers, labelReader } from './nearbyLabel';
import { prefilter, type Prefilter } from './prefilter';
import { judgeInput, judgeLink, judgeText, type Context } from './judgeNode';
import { labelsOf, type Labels, type LabelVocabulary } from './labels';
import type { Mention } from './mention';
import { compileRules, type Rules, type SiteRule } from './rules';
import { hostSelectors, mayHost, type OpenShadowRoot } from './shadowHosts';
import { yieldToPage } from './yieldToPage';
import { walkText } from './walkText';
import type { ProviderHosts } from './judgeToken';

/** Milliseconds we work before the page's turn. */
const slice = 4;

export interface ScanOptions {
  labels: LabelVocabulary;
  hosts?: ProviderHosts;
  rules?: SiteRule[];
  openShadowRoot: OpenShadowRoot;
  /** Our own host: never read. */
  own?: Element;
  signal?: AbortSignal;
  /** How many mentions are taken of one root; 2,500 unless told. */
  limit?: number;
}

/**
 * The mentions below `root`, in slices of 4 milliseconds: each slice that found some is one array, and the page runs
 * between slices. Reads text, inputs' values, links and shadow roots; changes nothing. What is not displayed
 * is read too: before a provider is asked, `isShown` is. Ends early, without an error, on `signal`.
 */
export async function* scan(
  root: Document | Element | ShadowRoot,
  ids: ProviderIds,
  options: ScanOptions,
): AsyncGenerator<Mention[]> {
  const context = contextOf(ids, options);
  let began = performance.now();
  for (const isLongNext of everything(context, root, options)) {
    if (performance.now() - began < (isLongNext ? slice / 16 : slice)) continue;
    if (context.found.length > 0) yield context.found.splice(0);
    await yieldToPage();
    if (options.signal?.aborted) return;
    began = performance.now();
  }
  if (context.found.length > 0) yield context.found;
}

/** The mentions in nodes that were added or whose text changed, at once. A node inside another of them is not read twice. */
export function scanAdded(nodes: Iterable<Node>, ids: ProviderIds, options: ScanOptions): Mention[] {
  const context = contextOf(ids, options);
  for (const node of new Set(nodes)) {
    if (!node.isConnected) continue;
    if (node.nodeType === Node.TEXT_NODE) judgeAdded(context, node as Text);
    else if (node.nodeType === Node.ELEMENT_NODE) drain(everything(context, node as Element, options, true));
  }
  return context.found;
}

/** A text that begins with something like an ID: only then its label can be outside of it. */
const startsWithValue = /^[\s#:("'“„[]{0,16}[A-Za-z_-]{0,24}\d/;

/** Most changes of a page are texts that show no ID: they must cost next to nothing. */
function judgeAdded(context: Context, node: Text): void {
  const text = node.data;
  let judged = 0;
  for (const at of context.prefilter(text, () => '', text.length < 400 && startsWithValue.test(text)))
    if (at >= judged) judged = judgeText(context, node, at);
}

/** The expressions of the last scan: a page is scanned for the same IDs and by the same rules again and again. */
let last:
  { ids: ProviderIds; of: SiteRule[] | undefined; rules: Rules; prefilter: Prefilter; labels: Labels } | undefined;

function contextOf(
  ids: ProviderIds,
  { labels: vocabulary, hosts = {}, rules: of, own, limit = 2_500 }: ScanOptions,
): Context {
  if (last?.ids !== ids || last.of !== of) {
    const compiled = compileRules(of);
    last = { ids, of, rules: compiled, prefilter: prefilter(ids, vocabulary, compiled), labels: labelsOf(vocabulary) };
  }
  const { rules, labels } = last;
  const around = labelReader(labels, rules);
  return {
    ids,
    hosts,
    rules,
    prefilter: last.prefilter,
    labels,
    around,
    own,
    left: limit,
    found: [],
    places: new Map(),
    skipped: new Map(),
  };
}

function drain(steps: Iterable<Step>): void {
  for (const step of steps) void step;
}

/** A place to pause; `true`: what follows is one long call of the browser. */
type Step = boolean | undefined;

type Root = Document | Element | ShadowRoot;

/** `isPart`: what labels the values below `root` may stand outside it, so every number is judged. */
function* everything(context: Context, root: Root, options: ScanOptions, isPart = false): Generator<Step> {
  yield* fields(context, root);
  yield true;
  yield* texts(context, root, isPart);
  // Of a part every number was judged already.
  if (!isPart) yield* each(context.around.below.splice(0), (cell) => texts(context, cell, true));
  const special = new Set<HTMLElement>(root instanceof HTMLElement ? [root] : []);
  for (const selector of hostSelectors) {
    yield true;
    for (const element of root.querySelectorAll<HTMLElement>(selector)) special.add(element);
  }
  yield* each(special, function* (element) {
    const inner = mayHost(element) ? options.openShadowRoot(element) : null;
    if (inner) {
      yield* everything(context, inner, options, true);
      if (context.labels.has(inner.textContent ?? '')) yield* texts(context, element, true);
    }
    if (element.matches(labelled)) yield* valuesOf(context, element);
  });
}

const labelled = '[aria-label],[data-label],[data-title],[role="columnheader"]';

function texts(context: Context, root: Node, isPart: boolean): Generator<Step> {
  return walkText(root, context.prefilter, (node, at) => judgeText(context, node, at), isPart);
}

const isText = /^(?:text|search|number|tel|url|email)$/;

/** Links, inputs, and tables' columns. */
function* fields(context: Context, root: Root): Generator<Step> {
  const parts = ['call', 'log', ...Object.values(context.hosts).flat()];
  const links = `a:is(${parts.map((part) => `[href*="${CSS.escape(part)}" i]`).join()})`;
  yield* each(all<HTMLAnchorElement>(root, links), (link) => judgeLink(context, link));
  yield;
  yield* each(all<HTMLInputElement>(root, 'input'), (input) => {
    if (isText.test(input.type)) judgeInput(context, input);
  });
  for (const table of root.querySelectorAll('table'))
    for (const header of headers(table)) yield* valuesOf(context, header as HTMLElement);
}

function all<E extends Element>(root: Root, selector: string): E[] {
  const below = [...root.querySelectorAll<E>(selector)];
  return root instanceof Element && root.matches(selector) ? [root as E, ...below] : below;
}

function* each<T>(items: Iterable<T>, work: (item: T) => Iterable<Step> | void): Generator<Step> {
  let index = 0;
  for (const item of items) {
    yield* work(item) ?? [];
    if (++index % 64 === 0) yield;
  }
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
  const grid = gridOf(header);
  if (!grid) return;
  const place = headers(grid).indexOf(header);
  const rows = grid instanceof HTMLTableElement ? grid.rows : grid.querySelectorAll('[role="row"]');
  yield* each(rows, function* (row) {
    const straight =
      row instanceof HTMLTableRowElement ? row.cells[place] : row.querySelector(`[aria-colindex="${place + 1}"]`);
    const cell =
      straight && columnOf(straight) === place
        ? straight
        : [...row.querySelectorAll(cells)].find((other) => columnOf(other) === place);
    if (cell && cell !== header) yield* texts(context, cell, true);
  });
}
