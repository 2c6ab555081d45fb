// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const run = (program: string, args: string[], env = process.env) =>
  spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', program, ...args], { encoding: 'utf8', env });

it('says what it takes when it is started with something else, and starts nothing', () => {
  const { status, stdout, stderr } = run('demo/start.ts', ['--headless', '--hedless']);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('“--hedless” is unknown. After “npm start --” may stand --headless,');
});

it.runIf(process.platform === 'linux')('says what to do when the inner loop has no display, and starts nothing', () => {
  const { status, stdout, stderr } = run('demo/dev.ts', [], { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe('There is no display for the browser; “npm run dev -- --headless” does without one.\n');
});
