/** Between the digits of one number: one space, dot, hyphen or slash, or a bracket with the space beside it. */
const separator = '(?:[ \\u00a0\\u202f.\\-\\u2010\\u2011\\u2013/]|[ \\u00a0]?\\(|\\)[ \\u00a0.\\-]?|\\/ )';
const run = new RegExp(`(?<![\\w+.,#$€£¥₹@&=%/-])(?:\\+ ?)?\\(?\\d(?:${separator}?\\d)+(?!\\w)(?![.,:]\\d)`, 'gi');
const tel = /\btel:([+\d().\-%\u00a0 ]{5,40})/gi;
const extension = /(?<=\d)\s?(?:ext\.?|x|#)\s?\d{1,6}\b/gi;

const dates = /(?<!\d)(?:(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2(?:19|20)\d\d)(?!\d)/g;
const clocks = /(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)/g;
/** Thousands written with dots, and network addresses. */
const notPhones = [/^\d{1,3}(?:\.\d{3})+$/, /^\d{1,3}(?:\.\d{1,3}){3}$/];

/**
 * One phone number as its digits: with `+` where the country is known (`+…`, or `00…`), else as dialled at home.
 * `undefined` for what has too few digits or too many.
 */
export function phoneOf(text: string): string | undefined {
  // A trunk zero is dialled at home only: +44 (0)20 …
  const written = text
    .trim()
    .replace(extension, '')
    .replace(/^(\+|00)([\d ]+)\(0\)/, '$1$2');
  const digits = written.replace(/\D/g, '');
  const isInternational = written.replace(/^\(/, '').startsWith('+');
  const number = !isInternational && digits.startsWith('00') ? digits.slice(2) : digits;
  if (isInternational || number !== digits) return /^[1-9]\d{7,14}$/.test(number) ? `+${number}` : undefined;
  return /^\d{8,12}$/.test(number) ? number : undefined;
}

/**
 * The phone numbers in a text, each once, in the order they appear, as `phoneOf` gives them. A number without its country counts only if it
 * is written in groups, as people write phone numbers, and has at least nine digits: a bare run of digits may be any ID.
 */
export function phonesIn(text: string): string[] {
  const linked = [...text.matchAll(tel)].map(([, number = '']) => phoneOf(number.replaceAll('%20', ' ')));
  const plain = text.replace(tel, ' ; ').replace(dates, ' ; ').replace(clocks, ' ; ').replace(extension, ' ; ');
  const written = [...plain.matchAll(run)].map(([found]) => {
    const isBare = /^\d+$/.test(found);
    if (notPhones.some((each) => each.test(found)) || (isBare && !found.startsWith('00'))) return undefined;
    const phone = phoneOf(found);
    return phone && (phone.startsWith('+') || phone.length >= 9) ? phone : undefined;
  });
  const phones = [...linked, ...written].filter((phone) => phone !== undefined);
  return phones.filter((phone, index) => {
    const isKnownBetter = (other: string) => other.startsWith('+') && !phone.startsWith('+') && samePhone(other, phone);
    return phones.indexOf(phone) === index && !phones.some(isKnownBetter);
  });
}

/**
 * Whether two phone numbers, in any notation, are the same line. With both countries known all digits count; else
 * the last nine or ten, so that 020 7946 0958 is +44 20 7946 0958.
 */
export function samePhone(a: string, b: string): boolean {
  const [one, other] = [phoneOf(a), phoneOf(b)];
  if (!one || !other) return false;
  if (one.startsWith('+') && other.startsWith('+')) return one === other;
  const [x, y] = [significant(one), significant(other)];
  const length = Math.min(x.length, y.length, 10);
  return length >= 9 && x.slice(-length) === y.slice(-length);
}

/** Without `+`, or without the trunk zero. */
const significant = (phone: string) => phone.replace(/^(?:\+|0+)/, '');
