/** Numbers with signs or single spaces between digits; not behind a sign of money, a plus or more of a word. */
const run = /(?<![\w.,+$€£¥₹-])\d+(?:[.,' _]\d+)+(?![\w.,']\d|\w)/g;
const grouped = /^[1-9]\d{0,2}([.,' _])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]0{1,2})?$/;
/** India groups by two above the thousands: `12,34,567`. */
const lakhs = /^[1-9]\d?(?:,\d\d)+,\d{3}(?:\.0{1,2})?$/;
const decimal = /^[1-9]\d*(?:\.0+|,0{1,2})$/;
const address = /^(?:\d{1,2}|1\d\d|2[0-4]\d|25[0-5])(?:\.(?:\d{1,2}|1\d\d|2[0-4]\d|25[0-5])){3}$/;
/** What is neither a number nor a list for sure; without digits, so that no part is taken for an ID. */
const unclear = '…';

/** `50,958`, `50 958.00`, `12,34,567` or `50958.0` as its digits; `undefined` for what is no whole number in one of these forms. */
function wholeNumber(text: string): string | undefined {
  // Fifty with three places, or fifty thousand.
  if (/^\d{1,3}\.000$/.test(text) || address.test(text)) return undefined;
  if (grouped.test(text) || lakhs.test(text)) return text.replace(/[.,]0{1,2}$/, '').replace(/\D/g, '');
  return decimal.test(text) ? /^\d+/.exec(text)![0] : undefined;
}

/** Whether commas only separate: nothing before a group of three is short enough to be a thousand's beginning. */
const isList = (parts: string[]) => parts.every((part, at) => part.length !== 3 || (parts[at - 1]?.length ?? 4) > 3);

/** A line with its grouped and decimal numbers as digits, and the numbers of a list apart. What may be both is taken out whole. */
export const plainNumbers = (line: string): string =>
  line.replace(run, (found) => {
    const number = wholeNumber(found);
    if (number) return number;
    const parts = found.split(/\D/);
    const items = found.split(',').map((item) => item.replace(/\.0+$/, ''));
    if (items.length > 1 && items.every((item) => /^\d+$/.test(item)) && isList(items)) return items.join(', ');
    if (/^[\d ]+$/.test(found)) return parts.every((part) => part.length <= 3) ? unclear : found;
    return unclear;
  });
