import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';

/** What one test measured of a row of the threat model. */
export interface Measured {
  /** “R1” to “R17”. */
  row: string;
  /** What must hold, as a sentence without its full stop. */
  goal: string;
  measured: string;
  /** Full name of the test. */
  test: string;
}

/**
 * Tells `npm run trust` what was measured, before the test judges it. Prints it in every other run.
 * @param test the test's full name; one that runs beside others has to give it
 */
export function report(row: string, goal: string, measured: string, test = expect.getState().currentTestName): void {
  const file = process.env['TRUST_REPORT'];
  const line: Measured = { row, goal, measured, test: test ?? '' };
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
  else console.log(`${row} · ${goal} · ${measured}`);
}
