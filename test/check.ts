import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** What is checked before the tests, by what a failure is called. The longest first. */
const checks = {
  format: 'check:format',
  lint: 'check:lint',
  imports: 'check:imports',
  'dead code': 'check:dead',
  types: 'check:types',
};

/** Runs one npm script; its output where it failed. */
async function failureOf(script: string): Promise<string | undefined> {
  const run = spawn('npm', ['run', '--silent', script], { shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => run.once('error', reject).once('close', resolve));
  return code === 0 ? undefined : output || `npm run ${script} ended with ${String(code)}.`;
}

const waiting = Object.entries(checks);
const failed: string[] = [];
const work = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, script] = next;
    const failure = await failureOf(script);
    console.log(failure === undefined ? `${name}: passed` : `${name}: FAILED\n${failure.trim()}`);
    if (failure !== undefined) failed.push(name);
  }
};
await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work));

if (failed.length > 0) {
  console.error(`Before any test: ${failed.join(', ')} failed.`);
  // As the tests' own last line.
  console.log(`${Object.keys(checks).length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = 1;
}
