import { wholeNumber } from '../wholeNumber';

/** Numbers with signs or single spaces between digits; not behind a sign of money, a plus or more of a word. */
const run = /(?<![\w.,+$€£¥₹-])\d+(?:[.,' _]\d+)+(?![\w.,']\d|\w)/g;
/** What is neither a number nor a list for sure; without digits, so that no part is taken for an ID. */
const unclear = '…';

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
