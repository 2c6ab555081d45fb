import { isDigits, readNumerals, type Numeral } from './numbers';
import { tokenize, type Span, type Token } from './tokens';

/** A time of day. `minutes` since midnight; where nobody said morning or afternoon, `half` is open and `minutes` is below 12 hours. */
export interface TimeReading extends Span {
  minutes: number;
  half?: 'am' | 'pm';
  /** Two numbers that may be a time ("nine forty five") or not: enough where that time is looked for, no reason to claim them. */
  weak?: boolean;
}

/** Minutes. */
export const halfDay = 12 * 60;
const lead = new Set(['at', 'by', 'around', 'about', 'until', 'till', 'before', 'after', 'from', 'past']);
/** What may follow an hour that is a number alone. */
export const afterBare =
  /^(?:on|tomorrow|today|tonight|in|please|works?|would|if|and|or|is|sharp|monday|tuesday|wednesday|thursday|friday|saturday|sunday|for|then|instead|next|this)$/;
const named = new Map([
  ['noon', halfDay],
  ['midday', halfDay],
  ['midnight', 0],
]);

/** "pm", "p.m.", "in the afternoon" at a token of the turn that token `of` is in. */
export function halfAt(tokens: Token[], at: number, of: number): { half?: 'am' | 'pm'; to: number } {
  const text = (index: number) => tokens[index]?.text ?? '';
  if (tokens[at]?.turn !== tokens[of]?.turn) return { to: at };
  const word = text(at);
  if (word === 'am' || word === 'pm') return { half: word, to: at + 1 };
  if ((word === 'a' || word === 'p') && text(at + 1) === 'm') return { half: word === 'a' ? 'am' : 'pm', to: at + 2 };
  const part = word === 'in' && text(at + 1) === 'the' ? text(at + 2) : '';
  if (part === 'morning') return { half: 'am', to: at + 3 };
  if (part === 'afternoon' || part === 'evening') return { half: 'pm', to: at + 3 };
  if (word === 'at' && text(at + 1) === 'night') return { half: 'pm', to: at + 2 };
  return { to: at };
}

/** All times of day named in a stream: "3:30 pm", "half past three", "three thirty in the afternoon", "at four". */
export function readTimes(tokens: Token[], numerals: Numeral[] = readNumerals(tokens)): TimeReading[] {
  const starting = new Map(numerals.filter((item) => !item.ordinal).map((item) => [item.from, item]));
  const text = (at: number) => tokens[at]?.text ?? '';
  const inTurn = (at: number, of: number) => tokens[at]?.turn === tokens[of]?.turn;

  const found: TimeReading[] = [];
  let until = 0;
  const keep = (from: number, to: number, hour: number, minute: number, sure: boolean) => {
    const { half, to: end } = halfAt(tokens, to, from);
    if (hour > 23 || minute > 59 || minute < 0 || !(sure || half)) return;
    if (half && hour > 12) return;
    const shown = half === undefined && hour >= 1 && hour <= 12 ? (hour % 12) * 60 + minute : hour * 60 + minute;
    const minutes = half ? (hour % 12) * 60 + minute + (half === 'pm' ? halfDay : 0) : shown;
    const decided = half ?? (hour > 12 ? 'pm' : hour === 0 ? 'am' : undefined);
    found.push({ from, to: end, minutes, half: decided });
    until = end;
  };

  tokens.forEach((token, at) => {
    if (at < until) return;
    const fixed = named.get(token.text);
    if (fixed !== undefined) found.push({ from: at, to: at + 1, minutes: fixed, half: fixed ? 'pm' : 'am' });

    const past = /^(?:half|quarter)$/.test(token.text) ? (token.text === 'half' ? 30 : 15) : starting.get(at)?.value;
    const wordAt = starting.get(at)?.to ?? at + 1;
    const linkAt = text(wordAt) === 'minutes' ? wordAt + 1 : wordAt;
    const link = text(linkAt);
    const base = starting.get(linkAt + 1);
    if (past !== undefined && past < 60 && base && base.value <= 12 && inTurn(linkAt + 1, at)) {
      const quarter = token.text === 'quarter';
      if (link === 'past' || (link === 'after' && quarter)) keep(at, base.to, base.value, past, true);
      const minus = link === 'of' ? quarter : link === 'to' && (quarter || past % 5 === 0) && !isDigits(token);
      if (minus) keep(at, base.to, base.value - 1 || 12, 60 - past, true);
    }

    const hour = starting.get(at);
    if (!hour || !Number.isFinite(hour.value) || hour.value > 24) return;
    const next = starting.get(hour.to);
    const mark = tokens[hour.to]?.before ?? '';
    const near = next && inTurn(hour.to, at) && isDigits(token) === isDigits(tokens[hour.to]) && /^[:\s-]*$/.test(mark);
    const after = next && starting.get(next.to);
    const alone = !after || !inTurn(next.to, at) || /[^\s-]/.test(tokens[next.to]?.before ?? '');
    const led = lead.has(text(at - 1)) && inTurn(at - 1, at);
    const colon = mark === ':' && tokens[at]?.before !== ':';
    if (near && /^\d\d$/.test(next.digits) && (colon || alone)) {
      const seconds = colon && tokens[next.to]?.before === ':' ? next.to + 1 : next.to;
      const spoken = !isDigits(token);
      const before = found.length;
      keep(at, seconds, hour.value, next.value, colon || (led && spoken));
      const weak = found.length === before && spoken && hour.value >= 1 && hour.value <= 12 && next.value <= 59;
      if (weak) found.push({ from: at, to: next.to, minutes: (hour.value % 12) * 60 + next.value, weak });
      return;
    }
    if (near && mark.trim() === '' && !/^\d\d$/.test(next.digits)) return;
    if (Number.isInteger(hour.value) === false) {
      const minute = Math.round((hour.value % 1) * 100);
      if (halfAt(tokens, hour.to, at).half) keep(at, hour.to, Math.floor(hour.value), minute, false);
      return;
    }
    const clock = text(hour.to) === 'oclock' || (text(hour.to) === 'o' && text(hour.to + 1) === 'clock');
    if (clock && inTurn(hour.to, at)) keep(at, hour.to + (text(hour.to) === 'o' ? 2 : 1), hour.value, 0, true);
    else {
      const end =
        !inTurn(hour.to, at) || /[,.;?!]/.test(tokens[hour.to]?.before ?? '') || afterBare.test(text(hour.to));
      keep(at, hour.to, hour.value, 0, led && hour.value <= 12 && end);
    }
  });
  return found;
}

/** The times a value names: of a date and time, or of a time by itself. ISO fractions and zones are not read. */
export function timesOfValue(value: string): TimeReading[] {
  const plain = value.replace(/(\d)T(\d)/, '$1 $2').replace(/(:\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/, '$1');
  const times = readTimes(tokenize(plain));
  if (plain === value) return times;
  return times.map(({ from, to, minutes }) => ({ from, to, minutes, half: minutes < halfDay ? 'am' : 'pm' }));
}

/** Same time of day; where one leaves morning or afternoon open, on the face of a clock. */
export const sameTime = (a: TimeReading, b: TimeReading) =>
  a.half && b.half ? a.minutes === b.minutes : a.minutes % halfDay === b.minutes % halfDay;
