import { labelReach } from './labels';

/** The line up to `at`; of a long line only its end, so that a page of one line costs no more than any other. */
export function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - 2 * labelReach), at);
  return near.slice(near.lastIndexOf('\n') + 1);
}

/** Whether nothing but list marks, quotes and blanks shares its line. */
export function isAlone(text: string, start: number, end: number): boolean {
  return mark.test(lineBefore(text, start)) && mark.test(text.slice(end, end + 2 * labelReach).split('\n', 1)[0]!);
}

const mark = /^[\s"'`,;#*•·\-–()[\]<>]*$/;
