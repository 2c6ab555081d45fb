import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from './report';
import { tryMutants } from './tryMutants';

/** Suites that hold a row and stand elsewhere, for they are about more than that. */
const elsewhere = [
  {
    row: 'R14',
    goal: 'No view breaks a rule of accessibility, light or dark, at three widths',
    file: 'test/e2e/axe.test.ts',
  },
  {
    row: 'R14',
    goal: 'The permissions are the listed ones, and Mozilla’s linter finds no error',
    file: 'test/e2e/build.test.ts',
  },
];

/** The part of Vitest's report in JSON that is read. */
interface Results {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}

interface Line extends Omit<Measured, 'test'> {
  held: boolean;
}

/** Runs every suite with its full load; what it measured, row by row. */
async function measureAll(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-trust-'));
  const [reported, results] = [join(folder, 'reported'), join(folder, 'results.json')];
  await writeFile(reported, '');
  const files = ['test/trust', ...elsewhere.map(({ file }) => file)];
  await new Promise((resolve, reject) =>
    spawn(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        ...files,
        '--reporter=default',
        '--reporter=json',
        `--outputFile=${results}`,
      ],
      { stdio: 'inherit', env: { ...process.env, TRUST: 'full', TRUST_REPORT: reported } },
    )
      .once('error', reject)
      .once('close', resolve),
  );
  const { testResults } = JSON.parse(await readFile(results, 'utf8')) as Results;
  const measured = (await readFile(reported, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Measured);
  await rm(folder, { recursive: true });

  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const hasPassed = (name: string) => {
    const found = tests.filter(({ fullName }) => fullName.replaceAll(/\s|>/g, '') === name.replaceAll(/\s|>/g, ''));
    return found.length > 0 && found.every(({ status }) => status === 'passed');
  };
  const lines = measured.map(({ test, ...line }) => ({ ...line, held: hasPassed(test) }));
  for (const { row, goal, file } of elsewhere) {
    const ran = testResults.find(({ name }) => name.endsWith(file))?.assertionResults ?? [];
    const passed = ran.filter(({ status }) => status === 'passed').length;
    lines.push({
      row,
      goal,
      measured: `${passed} of ${ran.length} checks`,
      held: ran.length > 0 && passed === ran.length,
    });
  }
  const silent = tests.filter(
    ({ status, fullName }) => status !== 'passed' && !measured.some(({ test }) => test.endsWith(fullName)),
  );
  for (const { fullName } of silent)
    lines.push({ row: '', goal: fullName, measured: 'failed before it measured', held: false });
  return lines.sort((a, b) => Number(a.row.slice(1)) - Number(b.row.slice(1)));
}

const table = (lines: Line[]) =>
  ['| | must hold | measured | held |', '| - | - | - | - |']
    .concat(
      lines.map(({ row, goal, measured, held }) => `| ${row} | ${goal} | ${measured} | ${held ? 'yes' : '**no**'} |`),
    )
    .join('\n');

/** Puts the table into the document in place of the one there. */
async function write(text: string): Promise<void> {
  const file = 'docs/TRUST.md';
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replace(/(?<=<!-- measured -->\n)[\s\S]*(?=<!-- end -->)/, `\n${text}\n\n`));
}

if (process.argv.includes('--mutants')) {
  const missed = await tryMutants(process.argv.find((word) => /^R\d+$/.test(word)));
  if (missed > 0) process.exitCode = 1;
} else {
  const lines = await measureAll();
  const text = table(lines);
  console.log(`\n${text}\n`);
  await write(text);
  if (lines.some(({ held }) => !held)) process.exitCode = 1;
}
