/** A defence taken out of a copy of the product, and the suite that has to notice. */
export interface Mutant {
  row: string;
  /** What the copy is without. */
  without: string;
  file: string;
  /** Text of the file, there exactly once. */
  defence: string;
  instead: string;
  suite: string;
}

export const mutants: Mutant[] = [
  {
    row: 'R1',
    without: 'asking a worker again that died',
    file: 'lib/messages.ts',
    defence: 'const mostLosses = 10;',
    instead: 'const mostLosses = 1;',
    suite: 'test/trust/workerStops.test.ts',
  },
];
