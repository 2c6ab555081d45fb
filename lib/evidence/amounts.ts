import { akin, nameWords, speaksOf } from './fieldWords';
import { follows, tokenize, type Span, type Token } from './tokens';
import type { TimeReading } from './times';
import { isDigits, readNumerals, type Numeral } from './numbers';

/** A value that is one number, with a currency or a percent sign or neither. */
export interface Amount {
  value: number;
  percent: boolean;
  money: boolean;
}

export const currency = /^(?:usd|eur|gbp|inr|aud|cad|dollars?|euros?|pounds?|rupees?|bucks|rs)$/;
export const unit =
  /^(?:minutes?|hours?|days?|weeks?|months?|years?|seconds?|mins?|hrs?|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|kg|lbs|degrees)$/;

/** Reads `420`, `$1,200.50`, `20 %`, `500 USD`, `1.5 million`; undefined for anything with other words in it. */
export function amountOf(text: string): Amount | undefined {
  const tokens = tokenize(text);
  const [number, second] = readNumerals(tokens);
  if (!number || second || number.ordinal || /[^\d\s.,$€£₹%\p{L}+-]/u.test(text)) return undefined;
  const rest = tokens.filter((_, at) => at < number.from || at >= number.to).map((token) => token.text);
  const percent = rest.includes('percent');
  if (!rest.every((word) => word === 'percent' || currency.test(word))) return undefined;
  return { value: number.value, percent, money: /[$€£₹]/.test(text) || rest.some((word) => currency.test(word)) };
}

/**
 * Where a number was said as a number of its own: not as part of a date, a time, a longer number or a telephone number. Up to
 * twelve, numbers are too common: there the words around must speak of the field.
 */
export function numberMentions(
  name: string,
  amount: Amount,
  speech: { tokens: Token[]; turns: Map<number, Token[]>; runs: Numeral[][]; dates: Span[]; times: TimeReading[] },
): Span[] {
  const { tokens, turns, runs } = speech;
  const taken = new Set<number>();
  for (const { from, to } of [...speech.dates, ...speech.times.filter(({ weak }) => !weak)])
    for (let at = from; at < to; at += 1) taken.add(at);
  const names = nameWords(name);
  const wantsPercent =
    amount.percent || names.some((word) => /^(?:percent|percentage|rate|discount|share)$/.test(word));
  const small = amount.value <= 12 && Number.isInteger(amount.value) && !amount.money;

  const spans = runs.flatMap((run, index) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || run.some((item) => item.ordinal) || taken.has(first.from)) return [];
    if (partOfCode(tokens, first.from, last.to)) return [];
    if (!means(run, amount.value)) {
      const cents = centsAfter(tokens, last, runs[index + 1]);
      return cents && first.value + cents.value / 100 === amount.value ? [{ from: first.from, to: cents.to }] : [];
    }
    const next = tokens[last.to];
    const after =
      next?.turn === tokens[first.from]?.turn && !/[.;?!,]/.test(next?.before ?? '') ? (next?.text ?? '') : '';
    const percent = after === 'percent' || (after === 'per' && tokens[last.to + 1]?.text === 'cent');
    if (percent !== (amount.percent || (percent && wantsPercent))) return [];
    if (unit.test(after) && !names.some((word) => akin(word, after)) && !speaksOf(name, tokens, turns, first.from))
      return [];
    return [{ from: first.from, to: percent && after === 'per' ? last.to + 2 : percent ? last.to + 1 : last.to }];
  });
  if (!small) return spans;
  const supported = spans.filter(({ from }) => speaksOf(name, tokens, turns, from));
  // "6 croissants" is the same six where "six croissants" was what was asked for.
  const counted = new Set(supported.map(({ to }) => tokens[to]?.text ?? ''));
  return spans.filter((span) => supported.includes(span) || counted.has(tokens[span.to]?.text ?? '-'));
}

/** One number, or several said in one breath: "nineteen ninety nine" is 1999, and 19.99. */
function means(run: Numeral[], value: number): boolean {
  if (run.length === 1) return run[0]?.value === value;
  const digits = run.map((item) => item.digits).join('');
  return digits === String(value) || (!Number.isInteger(value) && digits === value.toFixed(2).replace('.', ''));
}

/** "twelve dollars and fifty cents", "twelve dollars fifty". */
function centsAfter(tokens: Token[], whole: Numeral, next: Numeral[] | undefined): Numeral | undefined {
  const cents = next?.[0];
  if (!cents || next.length > 1 || cents.value > 99 || tokens[cents.from]?.turn !== tokens[whole.from]?.turn)
    return undefined;
  const between = tokens.slice(whole.to, cents.from).map(({ text }) => text);
  return currency.test(between[0] ?? '') && between.length <= 2 && (between[1] ?? 'and') === 'and' ? cents : undefined;
}

/** Digits joined to others by a mark, or to letters: telephone numbers, codes, versions. */
function partOfCode(tokens: Token[], from: number, to: number): boolean {
  const joined = (at: number) => {
    const [left, right] = [tokens[at - 1], tokens[at]];
    if (!left || !right || left.turn !== right.turn || !isDigits(right) || !isDigits(left)) return false;
    return /^[-./:()\s]*$/.test(right.before);
  };
  const glued =
    tokens[to]?.before === '' && follows(tokens, to) && !/^(?:k|m|th|x|percent)$/.test(tokens[to]?.text ?? '');
  return joined(from) || joined(to) || glued;
}
