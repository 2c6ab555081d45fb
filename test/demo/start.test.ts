// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('says what it takes when it is started with something else, and starts nothing', () => {
  const args = ['node_modules/tsx/dist/cli.mjs', 'demo/start.ts', '--headless', '--hedless'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('“--hedless” is unknown. After “npm start --” may stand --headless,');
});
