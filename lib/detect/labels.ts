type Meaning = 'call' | 'calls' | 'id' | 'log' | 'record' | 'vendor' | 'filler';

/** The words that make a label of a call ID, by meaning: data, so that a language costs one line in each list. */
const vocabulary: Record<Meaning, string> = {
  call: `call phonecall
    anruf anrufs telefonat telefonats gespräch gesprächs gespraech gespraechs
    appel llamada chiamata chamada ligação ligacao
    oproep gesprek samtal samtals samtale opkald opkalds anrop anrops puhelu puhelun
    połączenie połączenia polaczenia rozmowa rozmowy hovor hovoru hívás apel apelului
    arama çağrı görüşme звонок звонка вызов вызова дзвінок дзвінка κλήση κλήσης
    通話 コール 呼び出し 通话 呼叫 電話記錄 通話紀錄 통화 مكالمة المكالمة שיחה`,
  calls: 'calls anrufe gespräche appels llamadas chiamate chamadas ligações oproepen gesprekken',
  id: `id ids uid identifier identifiers no nos nr num number ref reference code key
    kennung kennziffer nummer referenz identifiant identifiants identificador identificativo identificatie
    référence referencia riferimento referência referentie número numéro numero núm n° nº №
    identyfikator numer kimlik kimliği numarası tunniste идентификатор номер αναγνωριστικό
    番号 識別子 编号 編號 標識 标识 번호 معرف מזהה`,
  log: 'log',
  record: `logs record records protokoll journal historique registro registros registre logboek logg
    dziennik kayıt kaydı журнал 記録 履歴 ログ 记录 記錄 紀錄 기록`,
  vendor: 'omni omnidim omnidimension dialnexa',
  filler: `voice phone ai the of this last latest related linked external is was des der die das de la le l d du del della
    dell delle do da di dello van het af på av ist est es è é is z ze nın nin の 的`,
};

const meanings = new Map<string, Meaning>();
for (const [meaning, list] of Object.entries(vocabulary) as [Meaning, string][])
  for (const word of list.split(/\s+/)) if (word && !meanings.has(word)) meanings.set(word, meaning);

const listed = (...kinds: Meaning[]) =>
  [...meanings].filter(([, meaning]) => kinds.includes(meaning)).map(([word]) => word);

const any = (...kinds: Meaning[]) =>
  `(?i:${listed(...kinds)
    .sort((a, b) => b.length - a.length)
    .join('|')})`;

/** Pieces of text without which nothing is a label: a first, cheap test. */
export const labelStems = listed('call', 'calls', 'vendor', 'log', 'record')
  .filter((word, _, all) => !all.some((other) => other !== word && word.includes(other)))
  .map((word) => (word === 'log' ? 'log[\\W_]*id' : word));

/** A text that holds a label, or ends with the word for a call: the second test. */
const between = `[\\W_]*(?:${any('filler')}[\\W_]+){0,3}`;
const subject = any('call', 'calls', 'vendor');
const named = any('id', 'log', 'record', 'vendor', 'call');
export const labelHint = new RegExp(
  `${subject}${between}${named}(?![a-zà-ÿ])|${named}${between}${subject}|(?i:log[\\W_]*id)|${any('call')}[\\s:#.]*[a-z]*$`,
);

const stems = new RegExp(labelStems.join('|'), 'i');
export const hasLabel = (text: string | null) => text !== null && stems.test(text);

/** The known words by their last two characters, longest first. */
const endings = Map.groupBy(
  [...meanings.keys()].sort((a, b) => b.length - a.length),
  (word) => word.slice(-2),
);

const separator = /[\s:#=.,?!_\-–—‐→>*"'’“”«»`()[\]{}|/：＃・\u200b]/;
const letter = /[\w\u00aa-\u052f]/;

/** How much text before a value is read for its label. */
export const labelReach = 80;

/** What a label says: `strong` names a call's ID or log, `weak` names only a call ("Call 50958"). */
export interface Label {
  strength: 'strong' | 'weak';
  /** As the page writes it, without what separates it from the value. */
  text: string;
  start: number;
  end: number;
  /** It names an ID, not only a log. */
  names: 'id' | 'log' | 'call';
}

/** The label that `text` ends with, read backwards from `end` word by word: linear, and at most `labelReach` characters. */
export function labelBefore(text: string, end = text.length): Label | undefined {
  const from = Math.max(0, end - labelReach);
  const near = text.slice(from, end);
  const lower = near.toLowerCase();
  // A few capitals change length in lower case; positions would no longer agree.
  if (lower.length !== near.length) return undefined;
  let at = lower.length;
  while (at > 0 && separator.test(lower[at - 1]!)) at--;
  const textEnd = at;
  const seen = new Set<Meaning>();
  if (/[#№＃]/.test(near.slice(at))) seen.add('id');
  let pending: Meaning[] = [];
  let start = at;
  let fillers = 0;
  while (at > 0) {
    const word = wordEndingAt(lower, at);
    if (!word) break;
    const meaning = meanings.get(word)!;
    fillers = meaning === 'filler' ? fillers + 1 : 0;
    if (fillers > 3) break;
    pending.push(meaning);
    at -= word.length;
    if (isBoundary(near, at)) {
      for (const one of pending) seen.add(one);
      if (pending.some((one) => one !== 'filler')) start = at;
      pending = [];
    }
    while (at > 0 && separator.test(lower[at - 1]!)) at--;
  }
  const about = seen.has('call') || seen.has('calls') || seen.has('vendor');
  const names = seen.has('id') ? 'id' : seen.has('log') || seen.has('record') ? 'log' : 'call';
  const label = { text: near.slice(start, textEnd), start: from + start, end: from + textEnd, names } as const;
  if ((about && names !== 'call') || /log[\W_]*id$/i.test(label.text) || (seen.has('call') && seen.has('vendor')))
    return { ...label, strength: 'strong' };
  return seen.has('call') ? { ...label, strength: 'weak' } : undefined;
}

/** The longest known word that ends at `at`. */
function wordEndingAt(lower: string, at: number): string | undefined {
  const last = lower.slice(Math.max(0, at - 2), at);
  return endings.get(last)?.find((word) => lower.endsWith(word, at)) ?? endings.get(last.slice(-1))?.[0];
}

/** Whether a word may begin at `at`: after anything but a letter, in camelCase, or in a script without spaces. */
function isBoundary(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text[at - 1]!;
  const first = text[at]!;
  if (before === '_' || !letter.test(before) || !letter.test(first)) return true;
  return /[a-z\d]/.test(before) && /[A-Z]/.test(first);
}

/**
 * Whether a text that stands as a label of its own (a column header, a form label, an attribute) names a call's ID.
 * Other words may follow it ("Call ID Sort"), if it says ID.
 */
export function callLabel(text: string): string | undefined {
  if (text.length > labelReach || !hasLabel(text)) return undefined;
  const whole = text.trim();
  const label = labelBefore(whole);
  if (label?.strength === 'strong') return label.text;
  for (const { index } of whole.matchAll(/\s/g)) {
    const begin = labelBefore(whole, index);
    if (begin?.strength === 'strong' && begin.start === 0 && begin.names === 'id') return begin.text;
  }
  return undefined;
}
