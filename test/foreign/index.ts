import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../e2e/helpers/browser';
import { marksOn } from '../e2e/helpers/marksOn';
import { tell } from '../e2e/helpers/tell';
import { buildForE2e } from '../harness/buildForE2e';
import { startReplica } from '../harness/replica';
import { anyCall } from '../trust/anyCall';
import type { ForeignApplication } from './application';
import { applications } from './applications';
import { measure, type Measured, settle } from './measure';
import { contacts } from './planted';

const pattern = 'http://127.0.0.1/*';

if (!process.env['BUILT_FOR_E2E']) await buildForE2e();
const replica = await startReplica();
for (const [provider, answer] of Object.entries(anyCall())) replica.override(provider, answer);
const browser = await openBrowser({ replica });
const options = await browser.options();

interface Walk {
  saved: string;
  /** Errors of the application's own pages are here as well. */
  problems: string[];
  views: (Measured & { view: string; marks: number })[];
}

/** Starts the application with nothing saved, plants, goes through its views. */
async function walk(application: ForeignApplication, folder: string, isOn: boolean): Promise<Walk> {
  const running = await application.start(folder);
  const page = await browser.context.newPage();
  page.setDefaultTimeout(20_000);
  try {
    await running.plant(contacts);
    const views: Walk['views'] = [];
    for (const { name, go } of running.views) {
      await go(page);
      await settle(page);
      const measured = isOn ? await measure(page, options) : { expected: [], found: [] };
      views.push({ view: name, ...measured, marks: await marksOn(page) });
    }
    return { saved: await running.saved(), views, problems: browser.problems.splice(0) };
  } catch (error) {
    await page.screenshot({ path: join(folder, 'failed.png') }).catch(() => {});
    throw error;
  } finally {
    await page.close().catch(() => {});
    await running.close();
  }
}

/** Precision and recall of lists of IDs. */
function accuracyOf(measured: Measured[]) {
  const sum = (count: (one: Measured) => number) => measured.reduce((total, one) => total + count(one), 0);
  const expected = sum((one) => one.expected.length);
  const found = sum((one) => one.found.length);
  const right = sum((one) => one.found.filter((id) => one.expected.includes(id)).length);
  return { expected, found, precision: found ? right / found : 1, recall: expected ? right / expected : 1 };
}

const line = (words: (string | number)[]) => `| ${words.join(' | ')} |`;
const figures = (measured: Measured[]) => {
  const { expected, found, precision, recall } = accuracyOf(measured);
  return [expected, found, precision.toFixed(3), recall.toFixed(3)];
};

const wanted = process.argv.slice(2);
const chosen = applications.filter(
  ({ name }) => !wanted.length || wanted.some((word) => name.toLowerCase().includes(word)),
);
const rows = [
  line(['application', 'view', 'expected', 'found', 'precision', 'recall', 'saved data equal']),
  line(['-', '-', '-:', '-:', '-:', '-:', '-']),
];
const faults: string[] = [];
const all: Measured[] = [];
for (const application of chosen) {
  // `FOREIGN_FOLDER` keeps what was installed for the next run.
  const kept = process.env['FOREIGN_FOLDER'];
  const folder = kept ? join(kept, application.name) : await mkdtemp(join(tmpdir(), 'call-log-inspector-foreign-'));
  try {
    if (!kept || !(await mkdir(folder, { recursive: true }).then((made) => made === undefined))) {
      console.log(`Installing ${application.name} …`);
      await application.install(folder);
    }
    await tell(options, 'disableSite', { pattern });
    const without = await walk(application, folder, false);
    await tell(options, 'enableSite', { pattern });
    const seen = await walk(application, folder, true);
    const isEqual = seen.saved === without.saved;
    const unmarked = without.views.every(({ marks }) => marks === 0);
    if (!unmarked) faults.push(`${application.name}: marked where the site is off`);
    const ownProblems = seen.problems.filter((problem) => !without.problems.includes(problem));
    faults.push(...ownProblems.map((problem) => `${application.name}: ${problem}`));
    if (!isEqual)
      faults.push(`${application.name}: saved\n${without.saved}\nwithout the extension, and with it\n${seen.saved}`);
    for (const { view, expected, found, marks } of seen.views) {
      rows.push(line([application.name, view, ...figures([{ expected, found }]), '']));
      const missed = expected.filter((id) => !found.includes(id));
      const wrong = found.filter((id) => !expected.includes(id));
      if (missed.length || wrong.length)
        faults.push(
          `${application.name}, ${view}: missed ${missed.join(' ') || 'none'}, wrong ${wrong.join(' ') || 'none'}`,
        );
      console.log(`${application.name}, ${view}: ${expected.length} IDs, ${found.length} found, ${marks} marks`);
    }
    rows.push(line([application.name, '**all**', ...figures(seen.views), isEqual ? 'yes' : '**no**']));
    all.push(...seen.views);
  } finally {
    if (!kept) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
await browser.close();
await replica.close();

const table = [...rows, line(['**all**', '', ...figures(all), ''])].join('\n');
console.log(`\n${table}\n`);
for (const fault of faults) console.error(fault);
const file = 'docs/foreign-applications.md';
if (chosen.length === applications.length) {
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replace(/(?<=<!-- measured -->\n)[\s\S]*(?=<!-- end -->)/, `\n${table}\n\n`));
}
const { precision, recall } = accuracyOf(all);
if (faults.some((fault) => !fault.includes(': missed')) || precision < 1 || recall < 0.98) process.exitCode = 1;
