/**
 * A text with each run of characters changed: `begin` (global) finds where one begins and what it holds at least, `end` (global) the
 * first place behind where it is over. Takes linear time and no stack: an expression that reads a run of 8 MB itself overflows it.
 */
export function replaceRuns(text: string, begin: RegExp, end: RegExp, change: (run: string) => string): string {
  let changed = '';
  let done = 0;
  begin.lastIndex = 0;
  for (let first = begin.exec(text); first; first = begin.exec(text)) {
    end.lastIndex = begin.lastIndex;
    const over = end.exec(text)?.index ?? text.length;
    changed += text.slice(done, first.index) + change(text.slice(first.index, over));
    done = begin.lastIndex = over;
  }
  return changed + text.slice(done);
}
