import type { ProviderIds } from './ids';
import type { Gate } from './gate';
import type { labelReader } from './around';
import type { Mention, Place } from './mention';
import type { Rules } from './rules';
import { judgeTokens, type FoundId, type ProviderHosts } from './text';
import { tokens } from './shapes';

/** Code editors, other editors, what is no text, and the tools' own host: never read. */
export const skipped =
  'script,style,noscript,template,textarea,select,datalist,[contenteditable]:not([contenteditable="false"]),[role="textbox"],.CodeMirror,.cm-editor,.monaco-editor,.ace_editor,.ProseMirror,.ql-editor';

/** What a scan needs to know beside the shapes of IDs. */
export interface Context {
  ids: ProviderIds;
  hosts: ProviderHosts;
  rules: Rules;
  labels: ReturnType<typeof labelReader>;
  own?: Element;
  hidden: boolean;
  gate: Gate;
  found: Mention[];
  /** Offsets already found in each text node, and inputs and links already found. */
  places: WeakMap<Node, number[]>;
}

const nearby = 160;

/** The exact test of one place in a text node: adds a mention when an ID there is believed. Answers where the judged token ends. */
export function judgeText(context: Context, node: Text, at: number): number {
  const from = Math.max(0, at - nearby);
  const text = node.data.slice(from, at + nearby);
  const offset = at - from;
  const all = tokens(text, context.ids);
  const index = all.findIndex(({ start, end }) => start <= offset && offset < end);
  const token = all[index];
  if (!token) return byPattern(context, node, text, from, offset);
  const end = from + token.end;
  const parent = node.parentElement;
  if (context.rules.isDenied(token.id) || !parent || isSkipped(context, parent)) return end;
  const last = judgeTokens(text, all, index + 1, context.hosts).at(-1);
  const found = last?.start === token.start ? last : undefined;
  const place = { node, start: from + token.start, end };
  if (found && found.reason !== 'bare' && found.reason !== 'prefix') return (add(context, found, place), end);
  if (from === 0 && startsAlone(text, token.start, token.end)) {
    const believed = context.labels.labelAround(node);
    const whole = { ...token, reason: 'label' as const };
    if (believed && isValue(text, token, believed.label))
      return (add(context, { ...whole, ...rule(believed) }, place), end);
  }
  if (found?.reason === 'prefix') add(context, found, place);
  else byPattern(context, node, text, from, offset);
  return end;
}

const rule = ({ label, provider }: { label: string; provider?: string }) =>
  provider ? { label, providers: [provider], reason: 'rule' as const } : { label };

type Candidate = Omit<FoundId, 'start' | 'end' | 'reason'> & { reason: Mention['reason'] };

function add({ found, places }: Context, { id, providers, reason, label }: Candidate, place: Place): void {
  const [node, offset] = 'node' in place ? [place.node, place.start] : [place.element, 0];
  const offsets = places.get(node);
  if (offsets?.includes(offset)) return;
  if (offsets) offsets.push(offset);
  else places.set(node, [offset]);
  found.push({ id, providers, reason, place, state: 'candidate', ...(label ? { label } : {}) });
}

/** Nothing but marks before it, and no letter, digit or unit joined to it: it can be the value of a label outside its text. */
const startsAlone = (text: string, start: number, end: number) =>
  /^[\s#:("'“„[]*$/.test(text.slice(0, start)) &&
  /^(?:$|[\s)"'”“\]|·•;]|[,;.](?:\s|$)|[-–—](?:\s|$))/.test(text.slice(end, end + 3));

/** A label that only says "Call log" may head other numbers too: those have words after them. */
const isValue = (text: string, { id, end }: { id: string; end: number }, label: string) =>
  /^\s*(?:$|[-–—|·•:;,()[\]])/.test(text.slice(end)) && (!/^(?:19|20)\d\d$/.test(id) || /\bid\b/i.test(label));

export function isSkipped({ own }: Context, element: Element): boolean {
  return element.closest(skipped) !== null || (own !== undefined && own.contains(element));
}

/** A site's own pattern, where it matches around `offset`. Its match need not look like an ID of the provider. */
function byPattern(context: Context, node: Text, text: string, from: number, offset: number): number {
  for (const { find, provider } of context.rules.patterns) {
    find.lastIndex = 0;
    for (let match = find.exec(text); match && match.index <= offset; match = find.exec(text)) {
      const [start, end] = match.indices![1] ?? match.indices![0]!;
      const id = text.slice(start, end);
      if (offset >= match.index + match[0].length || !id || context.rules.isDenied(id)) continue;
      if (node.parentElement && !isSkipped(context, node.parentElement))
        add(context, { id, providers: [provider], reason: 'rule' }, { node, start: from + start, end: from + end });
      return from + match.index + match[0].length;
    }
  }
  return 0;
}

/** The value of an input, judged by its own label: its `<label>`, ARIA name, name or placeholder, or what stands before it. */
export function judgeInput(context: Context, input: HTMLInputElement): void {
  const value = input.value;
  if (value.length < 3 || value.length > 400 || isSkipped(context, input)) return;
  const all = tokens(value, context.ids);
  for (const found of judgeTokens(value, all, all.length, context.hosts)) {
    if (context.rules.isDenied(found.id)) continue;
    const place = { element: input };
    if (found.reason !== 'bare') add(context, found, place);
    else if (value.trim() === found.id) {
      const { labels } = context;
      const named = [...(input.labels ?? [])].map((label) => label.textContent?.trim());
      const names = [...named, input.name, input.id, input.placeholder, input.title, input.dataset.id];
      const believed = names.map(labels.read).find(Boolean) ?? labels.labelAround(input);
      if (believed) add(context, { ...found, reason: 'label', ...rule(believed) }, place);
    }
  }
}

/** The address a link leads to. An ID that its text shows as well is marked there. */
export function judgeLink(context: Context, link: HTMLAnchorElement): void {
  const href = link.getAttribute('href') ?? '';
  if (href.length > 2000 || isSkipped(context, link)) return;
  const address = /^https?:/i.test(href) ? href : new URL(href, 'https://page.invalid/').href;
  const text = `see ${address}`;
  const all = tokens(text, context.ids);
  const [found] = judgeTokens(text, all, all.length, context.hosts);
  if (!found || found.reason !== 'link' || context.rules.isDenied(found.id)) return;
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const token = tokens(node.data, context.ids).find(({ id }) => id === found.id);
    if (token) return add(context, found, { node, start: token.start, end: token.end });
  }
  add(context, found, { element: link });
}
