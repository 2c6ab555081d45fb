import type { ProviderIds } from './idShapes';
import { waitingJudge, type Judge } from './judge';
import type { Known } from './judgeOf';
import { labelTest, prefilter, type Prefilter } from './prefilter';
import { labelSelectors, manyForSlow, slowSelectors } from './labelSelectors';
import type { LabelVocabulary } from './labels';
import { startOf, type Mention } from './mention';
import { compileRules, type Rules, type SiteRule } from './rules';
import { hostSelectors, mayHost, type OpenShadowRoot } from './shadowHosts';
import { gridOf } from './tableLayout';
import { yieldToPage } from './yieldToPage';
import { isOver, walkText } from './walkText';
import type { ProviderHosts } from './judgeToken';

/** Milliseconds we work before the page's turn. */
const slice = 4;

export interface ScanOptions {
  labels: LabelVocabulary;
  hosts?: ProviderHosts;
  rules?: SiteRule[];
  openShadowRoot: OpenShadowRoot;
  /** What judges; until it is loaded nothing is found, and `wanted` is called when something may be. */
  judgeOf: ((known: Known) => Judge) | undefined;
  wanted?(): void;
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
  const { judge } = context;
  const { found } = judge;
  let began = performance.now();
  for (const isLongNext of everything(context, root, options)) {
    if (judge.isOver) break;
    if (performance.now() - began < (isLongNext ? slice / 16 : slice)) continue;
    if (found.length > 0) yield found.splice(0);
    await yieldToPage();
    if (options.signal?.aborted) return;
    began = performance.now();
  }
  if (found.length > 0) yield found;
}

/** The mentions in nodes that were added or whose text changed, at once. A node inside another of them is not read twice. */
export function scanAdded(nodes: Iterable<Node>, ids: ProviderIds, options: ScanOptions): Mention[] {
  const context = contextOf(ids, options);
  for (const node of new Set(nodes)) {
    if (!node.isConnected || context.judge.isOver) continue;
    if (node.nodeType === Node.TEXT_NODE) judgeAdded(context, node as Text);
    else if (node.nodeType === Node.ELEMENT_NODE) drain(everything(context, node as Element, options, true));
  }
  return context.judge.found;
}

/** What the places of mentions show by now, judged as if each had been found. */
export function scanAgain(mentions: Mention[], ids: ProviderIds, options: ScanOptions): Mention[] {
  const { judge } = contextOf(ids, options);
  const judged = new Map<Text, number>();
  // What a rule found comes after what a label says, wherever it stands.
  for (const { place } of mentions.toSorted((a, b) => startOf(a) - startOf(b))) {
    if (!('node' in place)) {
      if (place.element instanceof HTMLInputElement) judge.input(place.element);
      else if (place.element instanceof HTMLAnchorElement) judge.link(place.element);
    } else if ((judged.get(place.node) ?? 0) <= place.start)
      judged.set(place.node, judge.text(place.node, place.start));
  }
  return judge.found;
}

/** A text that begins with something like an ID: only then its label can be outside of it. */
const startsWithValue = /^[^\p{L}\p{Nd}]{0,16}[A-Za-z_-]{0,24}\p{Nd}/u;

/** Most changes of a page are texts that show no ID: they must cost next to nothing. */
function judgeAdded(context: Context, node: Text): void {
  const text = node.data;
  let judged = 0;
  for (const at of context.prefilter(text, () => '', text.length < 400 && startsWithValue.test(text)))
    if (at >= judged) judged = context.judge.text(node, at);
}

/** What one scan reads with. */
interface Context {
  hosts: ProviderHosts;
  prefilter: Prefilter;
  hasLabel(text: string): boolean;
  judge: Judge;
}

/** The expressions of the last scan: a page is scanned for the same IDs and by the same rules again and again. */
let last:
  | (Pick<Context, 'prefilter' | 'hasLabel'> & { ids: ProviderIds; of: SiteRule[] | undefined; rules: Rules })
  | undefined;

function contextOf(
  ids: ProviderIds,
  { labels, hosts = {}, rules: of, own, limit = 2_500, judgeOf, wanted = () => {} }: ScanOptions,
): Context {
  if (last?.ids !== ids || last.of !== of) {
    const rules = compileRules(of);
    last = { ids, of, rules, prefilter: prefilter(ids, labels, rules), hasLabel: labelTest(labels, rules) };
  }
  const { rules, prefilter: isOpen, hasLabel } = last;
  const judge = judgeOf?.({ ids, labels, hosts, rules, own, limit }) ?? waitingJudge(isOpen, hasLabel, wanted);
  return { hosts, prefilter: isOpen, hasLabel, judge };
}

function drain(steps: Iterable<Step>): void {
  for (const step of steps) void step;
}

/** A place to pause; `true`: what follows is one long call of the browser. */
type Step = boolean | undefined;

type Root = Document | Element | ShadowRoot;

/** `isPart`: what labels the values below `root` may stand outside it, so every number is judged. */
function* everything(context: Context, root: Root, options: ScanOptions, isPart = false): Generator<Step> {
  yield* fields(context, root, isPart);
  yield true;
  yield* texts(context, root, isPart);
  // Of a part every number was judged already.
  if (!isPart) yield* labelledTexts(context, context.judge.below());
  const special = new Set<HTMLElement>(root instanceof HTMLElement ? [root] : []);
  for (const selector of [...hostSelectors, ...labelSelectorsFor(root)]) {
    // The browser knows that a page has no such attribute.
    if (!selector.startsWith('[data-')) yield true;
    for (const element of root.querySelectorAll<HTMLElement>(selector)) special.add(element);
  }
  yield* each(special, function* (element) {
    const inner = mayHost(element) ? options.openShadowRoot(element) : null;
    if (inner) {
      yield* everything(context, inner, options, true);
      if (context.hasLabel(inner.textContent ?? '')) yield* texts(context, element, true);
    }
    if (element.matches(labelled)) yield* labelledTexts(context, context.judge.valuesOf(element));
  });
}

const labelled = [...labelSelectors, ...slowSelectors].join();

const labelSelectorsFor = (root: Root) =>
  isOver(root, manyForSlow) ? labelSelectors : [...labelSelectors, ...slowSelectors];

function texts(context: Context, root: Node, isPart: boolean): Generator<Step> {
  return walkText(root, context.prefilter, (node, at) => context.judge.text(node, at), isPart);
}

const isText = /^(?:text|search|number|tel|url|email)$/;

/** Links, inputs, and tables' columns. */
function* fields(context: Context, root: Root, isPart: boolean): Generator<Step> {
  const parts = ['call', 'log', ...Object.values(context.hosts).flat()];
  const links = `a:is(${parts.map((part) => `[href*="${CSS.escape(part)}" i]`).join()})`;
  yield* each(all<HTMLAnchorElement>(root, links), (link) => context.judge.link(link));
  yield;
  yield* each(all<HTMLInputElement>(root, 'input'), (input) => {
    if (isText.test(input.type)) context.judge.input(input);
  });
  const grids = new Set<Element | null>(root.querySelectorAll('table'));
  for (const header of root.querySelectorAll('[role="columnheader"]')) grids.add(gridOf(header));
  // Of a part every number is judged, unless it is large.
  if (!isPart && root instanceof Element) grids.add(gridOf(root));
  for (const grid of grids)
    if (grid)
      yield* each(context.judge.cellsOf(grid), (cell) => {
        if (root.contains(cell)) return texts(context, cell, true);
      });
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

/** Texts whose label is elsewhere: every number in them is judged. */
const labelledTexts = (context: Context, parts: Iterable<Node>) => each(parts, (part) => texts(context, part, true));
