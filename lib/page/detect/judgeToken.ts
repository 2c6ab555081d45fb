import { innerAddress } from './innerAddress';
import { canBeNamed, labelReach, type Label, type Labels } from './labels';
import { isAlone, lineBefore } from './isAlone';
import { looksMade } from './looksMade';
import type { Token } from './tokens';
import { isUuid } from './uuid';

export type Reason = 'link' | 'label' | 'prefix' | 'bare';

/** An ID in a text, from `start` to `end` (UTF-16 units), and why it is believed to be one. */
export interface FoundId {
  id: string;
  providers: string[];
  start: number;
  end: number;
  reason: Reason;
  isWritten?: boolean;
  /** The words beside it, for reason `label`. */
  label?: string;
  /** The providers that these words name. */
  vendors?: string[];
}

/** Hosts of each provider's own pages and recordings; a host also stands for its subdomains. */
export type ProviderHosts = Record<string, string[]>;

/** What speaks for an ID beside its shape. */
export interface Clues {
  labels: Labels;
  hosts: ProviderHosts;
  /** The user gave the text: a UUID in a path is meant, on a page it is a record of the page's own. */
  isGiven?: boolean;
}

/** The label of the column at a position. */
export type Column = (at: number) => Label | undefined;

const url = /\bhttps?:\/\/[^\s<>"'`]+/g;
const recordingFile = /^\.(?:mp3|wav|ogg|m4a|webm|json|txt)\b/;

/** What each token of a text is believed to be, in the same order; `undefined` where nothing speaks for it. */
export function judgeTokens(text: string, all: Token[], clues: Clues, column?: Column): (FoundId | undefined)[] {
  const links = text.includes('://') ? [...text.matchAll(url)] : [];
  let link = 0;
  let previous: FoundId | undefined;
  return all.map((token) => {
    while (link < links.length && links[link]!.index + links[link]![0].length <= token.start) link++;
    const inside = links[link];
    if (inside && inside.index <= token.start) return inUrl(text, token, inside[0], inside.index, clues);
    const judged = inText(text, token, clues, previous, column);
    if (judged) previous = column?.(token.start) ? undefined : judged;
    return judged;
  });
}

/** A token in running text. `previous` is the ID before it: a list of IDs shares one label. */
function inText(text: string, token: Token, clues: Clues, previous?: FoundId, column?: Column): FoundId | undefined {
  const { start, end } = token;
  const { labels } = clues;
  if (isCallPath(text, token) && !isRecord(token, clues)) return believe(token, 'link');
  if (isPartOfMore(text, token)) return undefined;
  const digits = /^\d+$/.test(token.id);
  if (digits && isQuantity(text, start, end, labels)) return undefined;
  const line = lineBefore(text, start);
  const label = labels.before(line) ?? labelAbove(text, start, end, labels);
  // "Call 8b1f…" on a page is the CRM's own record.
  const isOwn = label?.leastDigits === 5 && !label.isStrong && isRecord(token, clues);
  if (label && !isOwn && isLabelOf(label, line, text, token)) return labelled(token, label);
  // A price is no ID of a list either.
  if (token.isWritten && !previous?.isWritten) return believe(token, 'bare');
  if (previous?.label && labels.joins.test(text.slice(previous.end, start)))
    return labelled(token, { text: previous.label, vendors: previous.vendors });
  const header = column?.(start);
  if (header && canBeNamed(token.id, header)) return labelled(token, header);
  if (token.prefix) return looksMade(token.id) ? believe(token, 'prefix') : undefined;
  if (isAlone(text, start, end) || !digits) return believe(token, 'bare');
  return undefined;
}

const believe = ({ id, providers, start, end, isWritten }: Token, reason: Reason): FoundId => ({
  id,
  providers,
  start,
  end,
  reason,
  ...(isWritten && { isWritten }),
});

/** The value of a label. One that names vendors names none of another's IDs. */
function labelled(token: Token, { text, vendors }: Pick<Label, 'text' | 'vendors'>): FoundId | undefined {
  const providers = ofVendors(token.providers, vendors);
  if (providers.length === 0) return undefined;
  return { ...believe({ ...token, providers }, 'label'), label: text, ...(vendors && { vendors }) };
}

/** Those of the providers that a label means. */
export const ofVendors = (providers: string[], vendors?: string[]): string[] =>
  vendors ? providers.filter((provider) => vendors.includes(provider)) : providers;

/** A UUID that a page shows as it does those of its own records: in an address, in a path, behind “Call”. */
const isRecord = ({ id }: Token, { isGiven }: Clues) => !isGiven && isUuid(id);

/** A weak label ("Call 50958") counts only where it and the number are all there is: "call 50958 to vote" is no ID. */
function isLabelOf(label: Label, line: string, text: string, { id, end, isWritten }: Token): boolean {
  if (!canBeNamed(id, label) || (isWritten && label.leastDigits > 3)) return false;
  // Minified code: `e.call_id=50958`.
  if (/\b\w\.$/.test(line.slice(0, label.start))) return false;
  if (label.isStrong) return true;
  return (
    /^\W*$/.test(line.slice(0, label.start)) &&
    (label.leastDigits === Infinity ? /^[\s:]*$/ : /^\s*$/).test(line.slice(label.end)) &&
    /^\s*(?:$|\n|[-–—|·:;,()[\]])/.test(text.slice(end, end + 20))
  );
}

/** The label on the line above, when the token is alone on its line: what is left of a form or a card that was copied. */
function labelAbove(text: string, start: number, end: number, labels: Labels): Label | undefined {
  if (!isAlone(text, start, end)) return undefined;
  const before = text
    .slice(Math.max(0, start - 200), start)
    .replace(/[^\n]*$/, '')
    .trimEnd();
  const label = labels.before(before.slice(before.lastIndexOf('\n') + 1));
  return label?.isStrong ? label : undefined;
}

/** The path of a request for a call's log, or for a call whose ID is no number. */
function isCallPath(text: string, { id, start, end }: Token): boolean {
  if (text[start - 1] !== '/' || !/^(?:$|[\s"'`)\]}<?#&,;/])/.test(text.slice(end, end + 1))) return false;
  const path = /(?:^|[\s"'`(=<[])(?:[\w.:-]*\/)+$/.exec(text.slice(Math.max(0, start - labelReach), start))?.[0] ?? '';
  return /\/calls?[-_/]?logs?\/$/i.test(path) || (/\D/.test(id) && /\/calls?\/$/i.test(path));
}

/** Beside what makes a longer token: UUIDs, e-mail addresses, domains, paths, code. */
function isPartOfMore(text: string, { start, end, prefix }: Token): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 12);
  if (cutBefore.test(before) || cutAfter.test(after)) return true;
  if (/[@\\$]$|[\w)\]][-–.]$|[.]$|[\w.]\/$/.test(before)) return true;
  if (/^(?:[@(\\]|[-–]\w|\/\w|=[^=]|:\/\/)/.test(after)) return true;
  return /^\.\w/.test(after) && !(prefix && recordingFile.test(after));
}

/** An ellipsis or a mask: a part of the ID is all that is shown. */
const cutBefore = /(?:…|\.\.|[•*]{2})\]?$/;
const cutAfter = /^\[?(?:…|\.\.|[•*]{2})/;

/** Inside a phone number, a date, a time, an amount. */
function isQuantity(text: string, start: number, end: number, labels: Labels): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 12);
  if (/(?:[$€£¥₹+]|\d[^\S\n]?[.,'’:/)(\u00a0 -]|\d\))$/.test(before) && !/\d[,;]\s*$/.test(before)) return true;
  if (/^(?:[.,'’]\d{1,3}(?!\d)|:\d|\/\d|-\d)/.test(after) && !/^,\d{3,}(?:,|\s|$)/.test(after)) return true;
  return labels.unit.test(after);
}

/** A token in a URL: its own parameter or path says call ID, the host is the provider's, or the ID says so itself. */
function inUrl(text: string, token: Token, address: string, at: number, clues: Clues): FoundId | undefined {
  const { hosts, labels } = clues;
  const before = innerAddress(address.slice(0, token.start - at));
  const after = address.slice(token.end - at);
  const owners = token.providers.filter((provider) => hosts[provider]?.some((host) => isHost(before, host)));
  const owned = (): FoundId => ({ ...believe(token, 'link'), ...(owners.length > 0 && { providers: owners }) });
  if (owners.length > 0 && before.endsWith('/') && recordingOfCall.test(after)) return owned();
  if (!/[/=#?&,:"]$/i.test(before) || !/^(?:$|[/=#?&,.;:)\]]|%2[26f]|%3[bf])/i.test(after)) return undefined;
  if (/^\.\w/.test(after) && !recordingFile.test(after)) return undefined;
  if (/^https?:\/\/[^/]*$/.test(before)) return undefined;
  if (token.prefix && looksMade(token.id)) return owned();
  const isParameter = before.endsWith('=');
  const alone = isAlone(text, at, at + address.length) && !isRecord(token, clues);
  if (owners.length === 0 && !isParameter && !alone) return undefined;
  const path = before.replace(/^https?:\/\/[^/]*/, '').replace(/\/(?:view|details?|show|record|edit)\/$/i, '/');
  const label = labels.before(path);
  const named = label?.isStrong ? ofVendors(token.providers, label.vendors) : [];
  const isCall = named.length > 0 || /\/calls?(?:[-_]logs)?\/$/i.test(path);
  if (owners.length > 0 && (isCall || ofCall.test(path))) return owned();
  if (named.length > 0 && (isParameter || alone)) return { ...believe(token, 'link'), providers: named };
  if (isCall && alone) return believe(token, 'link');
  const canBeId = !token.prefix && !/^\d+$/.test(token.id) && !opening.test(before);
  return alone && canBeId ? believe(token, 'bare') : undefined;
}

/** Parameters that let somebody in: what they hold is asked of nobody. */
const opening = /(?:token|key|sig|signature|secret|auth|hash|code|session)=$/i;

/** What stands before a call's ID in its vendor's own addresses. */
const ofCall = /\b(?:recordings?|call|filename=)\/?$|\b(?:agents?\/|ai\/|calls?[-_])history(?:\/|\?history=)$/i;
/** What follows it in the name of a recording. */
const recordingOfCall = /^(?:-[\w-]+\.(?:mp3|wav|ogg|m4a|webm)\b|\/recording\b)/;

function isHost(address: string, host: string): boolean {
  if (!address.includes(host)) return false;
  const name = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/.exec(address)?.[1]?.toLowerCase() ?? '';
  return name === host || name.endsWith(`.${host}`);
}
