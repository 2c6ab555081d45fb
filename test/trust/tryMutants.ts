import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProject } from './copyProject';
import { type Mutant, mutants } from './mutants';

/** Runs one suite in the copy with its small load; how many of its tests failed. Throws where it did not run at all. */
async function failuresOf(suite: string, folder: string): Promise<number> {
  const results = join(folder, 'results.json');
  await rm(results, { force: true });
  const args = ['node_modules/vitest/vitest.mjs', 'run', suite, '--reporter=json', `--outputFile=${results}`];
  await new Promise((done, reject) =>
    spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' }).once('error', reject).once('close', done),
  );
  const { numTotalTests, numFailedTests } = JSON.parse(await readFile(results, 'utf8')) as Record<string, number>;
  if (!numTotalTests) throw new Error(`${suite} did not run.`);
  return numFailedTests ?? 0;
}

/** Takes the defence out; gives back what puts it in again. Throws where it does not stand in the file exactly once. */
async function takeOut({ file, defence, instead }: Mutant, folder: string): Promise<() => Promise<void>> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  if (text.split(defence).length !== 2) throw new Error(`${file} does not hold “${defence}” exactly once.`);
  await writeFile(
    path,
    text.replace(defence, () => instead),
  );
  return () => writeFile(path, text);
}

/**
 * Takes one defence after the other out of a copy and prints which suite noticed; how many were not noticed.
 * @param row only this row's, e.g. “R4”
 */
export async function tryMutants(row?: string): Promise<number> {
  const folder = await copyProject();
  let missed = 0;
  for (const mutant of mutants.filter((each) => !row || each.row === row)) {
    const putBack = await takeOut(mutant, folder);
    const failures = await failuresOf(mutant.suite, folder);
    if (failures === 0) missed += 1;
    const told = failures > 0 ? `noticed by ${mutant.suite}` : `NOT NOTICED by ${mutant.suite}`;
    console.log(`${mutant.row} · ${mutant.without} · ${told}`);
    await putBack();
  }
  await rm(folder, { recursive: true });
  return missed;
}
