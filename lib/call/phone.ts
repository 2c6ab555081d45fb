import { parsePhoneNumberFromString as parse } from 'libphonenumber-js/min';

const extension = /(?<=\d)\s?(?:ext\.?|x|#)\s?\d{1,6}\b/i;

/** `00` is dialled in place of `+` in most of the world. */
const withPlus = (text: string) => text.trim().replace(/^\(?00(?=[1-9])/, '+');

/**
 * One phone number as its digits, without an extension: in E.164 (`+…`) where the country is known (`+…`, or `00…`), else as dialled at
 * home. `undefined` for what has too few digits or too many.
 */
export function phoneOf(text: string): string | undefined {
  const written = withPlus(text);
  const known = parse(written);
  if (known) return known.isPossible() ? known.number : undefined;
  const digits = written.replace(extension, '').replace(/\D/g, '');
  return !written.startsWith('+') && /^\d{8,12}$/.test(digits) ? digits : undefined;
}

/**
 * Whether two phone numbers, in any notation, are the same line. A number without its country is read as dialled in the other's country;
 * without any country the last nine or ten digits count, so that 09876 543210 is 91 98765 43210.
 */
export function samePhone(a: string, b: string): boolean {
  const [one, other] = [phoneOf(a), phoneOf(b)];
  if (!one || !other) return false;
  if (one.startsWith('+')) return one === (other.startsWith('+') ? other : dialledAs(other, one));
  if (other.startsWith('+')) return dialledAs(one, other) === other;
  const [x, y] = [one.replace(/^0+/, ''), other.replace(/^0+/, '')];
  const length = Math.min(x.length, y.length, 10);
  return length >= 9 && x.slice(-length) === y.slice(-length);
}

/** A number without its country, as E.164 in the country of another. */
const dialledAs = (digits: string, known: string) =>
  parse(digits, { defaultCallingCode: parse(known)!.countryCallingCode })?.number;
