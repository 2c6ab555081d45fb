import type { Fact, Json, Turn } from '../call/call';
import { amountOf, numberMentions } from './amounts';
import { answers, confirms } from './answers';
import { datesOfValue, sameDate } from './dates';
import { decadeMentions } from './decades';
import { dictations } from './dictation';
import { nameMentions } from './names';
import { phrases } from './phrases';
import { rangeMentions, rangesOfValue } from './ranges';
import { append, listen, type Speech } from './speech';
import { sameTime, timesOfValue } from './times';
import { fold, plainNumerals, type Span, type Token } from './tokens';

/** A place where a value was said: `start` and `end` are UTF-16 offsets in the text of `turns[turn]`. */
export interface Evidence {
  turn: number;
  start: number;
  end: number;
}

/** One mention: several spans where its parts were said apart, a first name here and a last name there. */
type Mention = Span[];

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const siteShape = /^(?:https?:\/\/)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)\/?$/i;
const phoneName = /phone|mobile|cell|whatsapp|telephone|fax|callback_?number|contact_?number|tel$/i;
const codeName = /code|number|zip|postal|pin\b|account|order|reference|policy|serial|ticket|case|invoice|id$/i;
const whole = (span: Span): Mention => [span];

/** The ways a telephone number is said: whole, without its country code, with a trunk zero. Always at least seven digits. */
function phoneTargets(value: string): string[] {
  const digits = value.replace(/\D/g, '');
  const codes = /^\s*\+/.test(value) || digits.length > 10 ? [1, 2, 3] : [];
  const national = codes.map((length) => digits.slice(length)).filter((rest) => rest.length >= 7);
  const trunk = digits.startsWith('0') ? [digits.slice(1)] : [];
  return [digits, ...national.map((rest) => `0${rest}`), ...national, ...trunk];
}

const isPhone = (name: string, value: string) => {
  const digits = value.replace(/\D/g, '').length;
  const shape = /^\+?[\d\s().-]+$/.test(value) && digits >= 7 && digits <= 15;
  return shape && (/^\+|[\s().-]/.test(value) || digits >= 10 || phoneName.test(name));
};

function mentionsOf(name: string, value: Json, speech: Speech): Mention[] {
  const { tokens, turns, speakers } = speech;
  if (Array.isArray(value)) return value.flatMap((item) => mentionsOf(name, item, speech));
  if (value && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, item]) => mentionsOf(`${name} ${key}`, item, speech));
  }
  if (typeof value === 'boolean') return answers(name, value, tokens, turns, speakers).map(whole);
  if (typeof value === 'number') return numbers(name, String(value), speech);
  return value === null ? [] : text(name, plainNumerals(value).trim(), speech);
}

function numbers(name: string, value: string, speech: Speech): Mention[] {
  const amount = amountOf(value);
  const said = amount ? numberMentions(name, amount, speech) : [];
  const coded = /^\d{3,}$/.test(value) && (value.length > 4 || codeName.test(name));
  const code = coded ? dictations([value], speech) : [];
  return [...said, ...code].map(whole);
}

function text(name: string, value: string, speech: Speech): Mention[] {
  const { tokens, turns, speakers } = speech;
  if (/^(?:yes|no|true|false)$/i.test(value)) {
    return answers(name, /^(?:yes|true)$/i.test(value), tokens, turns, speakers).map(whole);
  }
  if (emailShape.test(value)) return dictations([fold(value)], speech).map(whole);
  const ranges = rangesOfValue(value);
  const range = ranges.length > 0 ? rangeMentions(name, ranges, speech) : [];
  if (range.length > 0) return range.map(whole);
  const dates = datesOfValue(value);
  const times = timesOfValue(value);
  if (dates.length > 0 || (times.length > 0 && onlyTime.test(value))) {
    return [
      ...speech.dates.filter((date) => dates.some((one) => sameDate(one, date))).map(whole),
      ...speech.times.filter((time) => times.some((one) => sameTime(one, time))).map(whole),
    ];
  }
  if (isPhone(name, value)) return dictations(phoneTargets(value), speech).map(whole);
  if (amountOf(value)) return numbers(name, value, speech);
  const decade = decadeMentions(value, tokens);
  if (decade) return decade.map(whole);
  const site = siteShape.exec(value)?.[1];
  if (site) return dictations([`www.${fold(site)}`, fold(site)], speech).map(whole);
  const literal = phrases(value, tokens, speech.numeralAt, speech.index);
  return [...literal.map(whole), ...nameMentions(name, value, speech, literal.length > 0)];
}

const onlyTime =
  /^\s*(?:at\s+)?\d{1,2}(?:[:.]\d\d)?(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*$|^(?:noon|midday|midnight)$|^(?:half|quarter) (?:past|to) \w+$/i;

function evidenceOf(mention: Mention, turns: Turn[], tokens: Token[]): Evidence[] {
  return mention.flatMap(({ from, to }) => {
    const speaker = turns[(tokens[from] as Token).turn]?.speaker;
    const said = Map.groupBy(tokens.slice(from, to), ({ turn }) => turn);
    return [...said].flatMap(([turn, [...words]]) => {
      const [start, end] = [(words[0] as Token).start, (words.at(-1) as Token).end];
      return turns[turn]?.speaker === speaker ? [{ turn, start, end }] : [];
    });
  });
}

/** Last first; before all others the last one that the customer confirmed when the agent read it back. */
function finalFirst(mentions: Mention[], speech: Speech): Mention[] {
  const turnOf = (mention: Mention) => (speech.tokens[(mention[0] as Span).from] as Token).turn;
  const confirmed = (mention: Mention) => {
    const turn = turnOf(mention);
    return (
      speech.speakers[turn] === 'agent' &&
      speech.speakers[turn + 1] === 'customer' &&
      confirms(speech.turns.get(turn + 1) ?? [])
    );
  };
  const latest = mentions.toSorted((a, b) => (b[0] as Span).from - (a[0] as Span).from);
  const final = latest.find(confirmed);
  return final ? [final, ...latest.filter((mention) => mention !== final)] : latest;
}

/** "Not Tuesday", "not sixty": said, but not meant. */
const denied = (tokens: Token[], at: number) =>
  tokens[at - 1]?.text === 'not' && tokens[at - 1]?.turn === tokens[at]?.turn;

const overlap = (a: Span, b: Span) => a.from < b.to && b.from < a.to;

/**
 * Of one fact, every place of the transcript where its value was said: the one that counts first (the last,
 * or the one the customer confirmed), then the others from last to first. Empty: not found in the transcript. What one dictation
 * spread over two turns is two places, in the order said.
 * Numbers, dates, times, e-mail addresses, telephone numbers and spelled names are found as spoken in English; text in any language
 * as written. Relative dates and paraphrases are not looked for: no evidence is better than wrong evidence.
 */
export function evidenceFinder(turns: Turn[]): (fact: Fact) => Evidence[] {
  const speech = listen(turns);
  return ({ name, value, absent }) => {
    if (absent) return [];
    const distinct: Mention[] = [];
    for (const mention of mentionsOf(name, value, speech)) {
      if (mention.some(({ from }) => denied(speech.tokens, from))) continue;
      const known = distinct.some((one) => one.some((a) => mention.some((b) => overlap(a, b))));
      if (!known) distinct.push(mention);
    }
    return finalFirst(distinct, speech).flatMap((mention) => evidenceOf(mention, turns, speech.tokens));
  };
}

/** The same of each fact, in the order given. */
export const findEvidence = (facts: Fact[], turns: Turn[]): Evidence[][] => facts.map(evidenceFinder(turns));

/** The other way round: for each turn, which facts (by index) were taken from it and where. */
export function takenFrom(evidence: Evidence[][]): Map<number, (Evidence & { fact: number })[]> {
  const taken = new Map<number, (Evidence & { fact: number })[]>();
  evidence.forEach((places, fact) => places.forEach((place) => append(taken, place.turn, { ...place, fact })));
  return taken;
}
