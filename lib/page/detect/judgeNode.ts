import type { ProviderIds } from './idShapes';
import { canBeNamed } from './labels';
import type { labelReader, LabelMatch } from './nearbyLabel';
import { shownAt, type Mention, type Place } from './mention';
import { innerAddress } from './innerAddress';
import type { Rules } from './rules';
import { judgeTokens, ofVendors, type Clues, type FoundId } from './judgeToken';
import { seenText } from './seenText';
import { tokens } from './tokens';
import type { wholeIdReader } from './wholeId';
import { withWrittenNumbers } from './writtenNumbers';

/** Code editors, other editors, what is no text, and the tools' own host: never read. */
export const skipped =
  'script,style,noscript,template,textarea,select,datalist,[contenteditable]:not([contenteditable="false"]),[role="textbox"],.CodeMirror,.cm-editor,.monaco-editor,.ace_editor';

/** What a scan needs to know beside the shapes of IDs. */
export interface Context extends Clues {
  ids: ProviderIds;
  rules: Rules;
  around: ReturnType<typeof labelReader>;
  wholes: ReturnType<typeof wholeIdReader>;
  own?: Element;
  found: Mention[];
  /** How many more mentions are taken: a page may plant any number. */
  left: number;
  /** Offsets already found in each text node, and inputs and links already found. */
  places: Map<Node, number[]>;
  skipped: Map<Element, boolean>;
  /** Whether a text ends with a label. */
  isLabel(text: string): boolean;
}

/** An ID that is believed, wherever it stands. */
export type Candidate = Omit<FoundId, 'start' | 'end' | 'reason' | 'isWritten' | 'vendors'> & {
  reason: Mention['reason'];
};

/** The value of a label outside its text; of the provider that a rule of the site names, or of the vendors that the label does. */
export function named(
  { id, providers }: Pick<Candidate, 'id' | 'providers'>,
  { label, provider, vendors }: LabelMatch,
): Candidate | undefined {
  if (provider) return { id, providers: [provider], reason: 'rule', label };
  const own = ofVendors(providers, vendors);
  return own.length > 0 ? { id, providers: own, reason: 'label', label } : undefined;
}

/** Adds a mention, once for each place; an input holds one at each `offset` of its value. */
export function add(context: Context, { id, providers, reason, label }: Candidate, place: Place, offset = 0): void {
  const { found, places } = context;
  const [node, at] = 'node' in place ? [place.node, place.start] : [place.element, offset];
  const offsets = places.get(node);
  if (offsets?.includes(at)) return;
  if (offsets) offsets.push(at);
  else places.set(node, [at]);
  context.left--;
  found.push({ id, providers, reason, place, shown: shownAt(place), ...(label && { label }) });
}

/** Remembered for every ancestor: the rows of a list share theirs. */
export function isSkipped(context: Context, element: Element): boolean {
  const known = context.skipped.get(element);
  if (known !== undefined) return known;
  const parent = element.parentElement;
  const answer = element === context.own || element.matches(skipped) || (parent !== null && isSkipped(context, parent));
  context.skipped.set(element, answer);
  return answer;
}

/** The value of an input, judged by its own label: its `<label>`, ARIA name, name or placeholder, or what stands before it. */
export function judgeInput(context: Context, input: HTMLInputElement): void {
  const value = input.value;
  if (value.length < 3 || value.length > 400 || isSkipped(context, input)) return;
  const { text } = seenText(value);
  const all = withWrittenNumbers(text, tokens(text, context.ids), context.ids);
  for (const [index, found] of judgeTokens(text, all, context).entries()) {
    const token = all[index]!;
    if (!found || context.rules.isDenied(found.id)) continue;
    const place = { element: input };
    if (found.reason !== 'bare') add(context, found, place, token.start);
    else if (text.trim() === text.slice(token.start, token.end)) {
      const { around } = context;
      const names = [input.name, input.id, input.placeholder, input.title, input.dataset.id];
      const believed =
        [...(input.labels ?? [])].map((label) => around.readElement(label)).find(Boolean) ??
        names.map(around.read).find(Boolean) ??
        around.labelAround(input);
      const own = believed && canBeNamed(found.id, believed) && named(found, believed);
      if (own) add(context, own, place, token.start);
    }
  }
}

/** The address a link leads to, through gateways and redirects. An ID that its text shows as well is marked there. */
export function judgeLink(context: Context, link: HTMLAnchorElement): void {
  const { href } = link;
  if (href.length > 2000 || isSkipped(context, link)) return;
  const inner = /^https?:/.test(href) ? innerAddress(href) : href;
  const text = `see ${href}${inner === href ? '' : `\nsee ${inner}`}`;
  const found = judgeTokens(text, tokens(text, context.ids), context).find((one) => one?.reason === 'link');
  if (!found || context.rules.isDenied(found.id)) return;
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const token = tokens(node.data, context.ids).find(({ id }) => id === found.id);
    if (token) return add(context, found, { node, start: token.start, end: token.end });
  }
  add(context, found, { element: link });
}
