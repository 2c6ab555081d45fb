import type { ProviderIds } from './idShapes';
import { canBeNamed } from './labels';
import type { labelReader, LabelMatch } from './nearbyLabel';
import { parentOf, type Mention, type Place } from './mention';
import type { Rules } from './rules';
import { judgeTokens, type Clues, type FoundId } from './judgeToken';
import { tokens, type Token } from './tokens';

/** Code editors, other editors, what is no text, and the tools' own host: never read. */
export const skipped =
  'script,style,noscript,template,textarea,select,datalist,[contenteditable]:not([contenteditable="false"]),[role="textbox"],.CodeMirror,.cm-editor,.monaco-editor,.ace_editor';

/** What a scan needs to know beside the shapes of IDs. */
export interface Context extends Clues {
  ids: ProviderIds;
  rules: Rules;
  around: ReturnType<typeof labelReader>;
  own?: Element;
  found: Mention[];
  /** How many more mentions are taken: a page may plant any number. */
  left: number;
  /** Offsets already found in each text node, and inputs and links already found. */
  places: Map<Node, number[]>;
  skipped: Map<Element, boolean>;
}

const nearby = 160;
/** Characters of a text node that are judged at once. */
const stretch = 4_096;

/** The exact test of a text node from `at` on: adds a mention for each ID believed. Returns how far it has judged. */
export function judgeText(context: Context, node: Text, at: number): number {
  const parent = parentOf(node);
  if (context.left <= 0 || !parent || isSkipped(context, parent)) return node.length;
  const from = Math.max(0, at - nearby);
  const text = node.data.slice(from, at + stretch + nearby);
  const all = tokens(text, context.ids);
  const judged = judgeTokens(text, all, context);
  const stop = Math.min(node.length, at + stretch);
  for (const [index, token] of all.entries()) {
    if (from + token.start >= stop) break;
    if (from + token.end <= at || context.rules.isDenied(token.id)) continue;
    const found = from === 0 && index === 0 ? strongest(context, node, text, token, judged[0]) : judged[index];
    if (found && found.reason !== 'bare')
      add(context, found, { node, start: from + token.start, end: from + token.end });
  }
  for (const { find, provider } of context.rules.patterns) {
    for (const { 0: whole, 1: group, index, indices } of text.matchAll(find)) {
      const [start, end] = (group && indices?.[1]) || [index, index + whole.length];
      const id = text.slice(start, end);
      if (from + end <= at || from + start >= stop || context.rules.isDenied(id)) continue;
      add(context, { id, providers: [provider], reason: 'rule' }, { node, start: from + start, end: from + end });
    }
  }
  return stop;
}

/** What its own text says of the first token, or the label outside of it. */
function strongest(context: Context, node: Text, text: string, token: Token, own?: FoundId): Candidate | undefined {
  if ((own && own.reason !== 'bare' && own.reason !== 'prefix') || !startsAlone(text, token.start, token.end))
    return own;
  const believed = context.around.labelAround(node);
  if (!believed || !isValue(text, token, believed)) return own;
  return { ...token, reason: 'label', ...rule(believed) };
}

const rule = ({ label, provider }: LabelMatch) =>
  provider ? { label, providers: [provider], reason: 'rule' as const } : { label };

type Candidate = Omit<FoundId, 'start' | 'end' | 'reason'> & { reason: Mention['reason'] };

function add(context: Context, { id, providers, reason, label }: Candidate, place: Place): void {
  const { found, places } = context;
  const [node, offset] = 'node' in place ? [place.node, place.start] : [place.element, 0];
  const offsets = places.get(node);
  if (offsets?.includes(offset)) return;
  if (offsets) offsets.push(offset);
  else places.set(node, [offset]);
  context.left--;
  found.push({ id, providers, reason, place, ...(label && { label }) });
}

/** Nothing but marks before it, and no letter, digit or unit joined to it: it can be the value of a label outside its text. */
const startsAlone = (text: string, start: number, end: number) =>
  /^[\s#:("'“„[]*$/.test(text.slice(0, start)) &&
  /^(?:$|[\s)"'”“\]|·•;]|[,;.](?:\s|$)|[-–—](?:\s|$))/.test(text.slice(end, end + 3));

/** A label that only says "Call log" may head other numbers too: those have words after them. */
const isValue = (text: string, { id, end }: Token, { leastDigits }: LabelMatch) =>
  /^\s*(?:$|[-–—|·•:;,()[\]])/.test(text.slice(end)) && canBeNamed(id, leastDigits);

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
  for (const found of judgeTokens(value, tokens(value, context.ids), context)) {
    if (!found || context.rules.isDenied(found.id)) continue;
    const place = { element: input };
    if (found.reason !== 'bare') add(context, found, place);
    else if (value.trim() === found.id) {
      const { around } = context;
      const named = [...(input.labels ?? [])].map((label) => label.textContent?.trim());
      const names = [...named, input.name, input.id, input.placeholder, input.title, input.dataset.id];
      const believed = names.map(around.read).find(Boolean) ?? around.labelAround(input);
      if (believed && canBeNamed(found.id, believed.leastDigits))
        add(context, { ...found, reason: 'label', ...rule(believed) }, place);
    }
  }
}

/** The address a link leads to. An ID that its text shows as well is marked there. */
export function judgeLink(context: Context, link: HTMLAnchorElement): void {
  if (link.href.length > 2000 || isSkipped(context, link)) return;
  const text = `see ${link.href}`;
  const found = judgeTokens(text, tokens(text, context.ids), context).find(Boolean);
  if (!found || found.reason !== 'link' || context.rules.isDenied(found.id)) return;
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const token = tokens(node.data, context.ids).find(({ id }) => id === found.id);
    if (token) return add(context, found, { node, start: token.start, end: token.end });
  }
  add(context, found, { element: link });
}
