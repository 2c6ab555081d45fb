import type { ProviderIds } from './idShapes';
import { isAlone, lineBefore } from './isAlone';
import { judgeTokens, type FoundId, type ProviderHosts, type Reason } from './judgeToken';
import { labelsOf, type LabelVocabulary } from './labels';
import { plainText } from './pasted/plainText';
import { tokens } from './tokens';
import { isUuid } from './uuid';

/** An ID in a pasted text, and why it is believed to be one. */
export type PastedId = Omit<FoundId, 'start' | 'end' | 'vendors'>;

/**
 * The call IDs in a text a user pasted: a single ID, a URL, a paragraph, a column, a table, a list as a program writes it. In prose a bare
 * number counts only beside a label, or alone on its line; numbers in phone numbers, money, dates, e-mail addresses, UUIDs and other
 * people's URLs do not. An ID is taken whole or not at all, each once, where it is believed most, as its provider writes it.
 */
export function findIds(
  text: string,
  ids: ProviderIds,
  vocabulary: LabelVocabulary,
  hosts: ProviderHosts = {},
): PastedId[] {
  const labels = labelsOf(vocabulary);
  const plain = plainText(text, ids, labels);
  const best = new Map<string, FoundId>();
  for (const found of judgeTokens(plain, tokens(plain, ids), { labels, hosts, isGiven: true })) {
    if (!found || isCounted(plain, found) || isOthers(plain, found)) continue;
    const other = best.get(found.id);
    if (!other || rank(found) < rank(other)) best.set(found.id, found);
  }
  const all = [...best.values()].sort((a, b) => a.start - b.start);
  const isSaid = all.some(({ reason }) => reason === 'label' || reason === 'link');
  return all
    .filter((found) => !isSaid || !isBeside(plain, found))
    .map(({ start: _start, end: _end, vendors: _vendors, ...found }) => found);
}

/** A UUID without a label in a text where others have one: of the agent, the account, the session. */
const isBeside = (text: string, { id, reason, start, end }: FoundId) =>
  reason === 'bare' && isUuid(id) && !isAlone(text, start, end);

const order: Reason[] = ['link', 'label', 'prefix', 'bare'];
const rank = (found: FoundId) => order.indexOf(found.reason);

/** “Call ID 50958, 3 times”, “Call ID 50958, 120 people”: the second number shares no label. */
const isCounted = (text: string, { id, start, end, reason }: FoundId) =>
  reason === 'label' &&
  /^\d{1,4}$/.test(id) &&
  /\d\s?(?:[,;/&+]|\sand)\s*$/.test(text.slice(Math.max(0, start - 12), start)) &&
  (id.length < 3 || /^\s+(?!(?:and|or|und|oder|et|ou|y|o|e)\s)\p{L}/u.test(text.slice(end, end + 12)));

const others =
  /(?:contact|customer|lead|deal|opportunity|account|company|location|user|agent|assistant|workflow|campaign|conversation|message|order|ticket|number|org|organi[sz]ation|workspace|team|project|squad|session|request|trace|batch|pathway|voice|persona|model|tool|file|record|event|transcript)[\s_-]?(?:ids?|uuid|guid)\W{0,6}$/i;

/** “Contact ID: 6a7f…”: the words beside it say whose ID it is. */
const isOthers = (text: string, { start, reason }: FoundId) =>
  reason === 'bare' && others.test(lineBefore(text, start).slice(-40));
