// Run before `npm start` and `npm test`: installs what they need and this machine lacks. Plain JavaScript for Node 20 and later.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './findChromium.mjs';
import { findNginx } from './findNginx.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Debian starts a service as soon as it is installed, unless this program says no. */
const servicePolicy = '/usr/sbin/policy-rc.d';
/** For the tests of the gateway. */
const forGateway = ['nginx', 'libnginx-mod-http-js'];
/** For tests that need Firefox, or a desktop to press native menus on. */
const forAllTests = ['firefox-esr', 'xvfb', 'openbox', 'xdotool', 'imagemagick'];

const windows = process.platform === 'win32';

function run(command, args, env = process.env) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env, shell: windows }).status === 0;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function installPackages() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  // The node_modules that `npm ci` deletes may hold the very Node that npm scripts run on: do not start npm on that one.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes(`node_modules${sep}.bin`));
  // Windows cannot delete a running program.
  const command = windows && existsSync(installed) ? 'install' : 'ci';
  console.log(`Installing packages (npm ${command}) …`);
  if (!run('npm', [command, '--no-audit', '--no-fund'], { ...process.env, PATH: path.join(delimiter) })) {
    fail(`npm ${command} failed: the lines above say why.`);
  }
}

const canApt = () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

function apt(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    run('apt-get', ['update', '-q'], env) &&
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], env)
  );
}

async function installBrowser() {
  const found = await findChromium();
  if (found) return console.log(`Browser: ${found}`);
  if (process.env.CHROMIUM) fail(`CHROMIUM names ${process.env.CHROMIUM}, but there is no such file.`);
  if (canApt()) {
    console.log('Installing Chromium with apt-get …');
    if (apt(['chromium'])) {
      const installed = await findChromium();
      if (installed) return console.log(`Browser: ${installed} (installed with apt-get)`);
    }
  }
  console.log('Downloading Chromium with Playwright …');
  run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  const downloaded = await findChromium();
  if (downloaded) return console.log(`Browser: ${downloaded} (downloaded by Playwright)`);
  fail(
    'No browser that can load an extension: install Chromium or Edge, or name one in the environment variable CHROMIUM.',
  );
}

function withoutServices(work) {
  const isOurs = !existsSync(servicePolicy);
  if (isOurs) writeFileSync(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return work();
  } finally {
    if (isOurs) rmSync(servicePolicy);
  }
}

const programOf = { xvfb: 'Xvfb', imagemagick: 'import' };

function installForAllTests() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = (name) => folders.some((folder) => existsSync(join(folder, programOf[name] ?? name)));
  const missing = [...forAllTests.filter((name) => !onPath(name)), ...(findNginx() ? [] : forGateway)];
  if (missing.length === 0) return;
  if (!canApt()) return console.log(`Not installed, so the tests that need them are skipped: ${missing.join(', ')}.`);
  console.log(`Installing ${missing.join(', ')} with apt-get …`);
  if (!withoutServices(() => apt(missing)))
    console.log(`apt-get could not install ${missing.join(', ')}: the tests that need them are skipped.`);
}

installPackages();
await installBrowser();
if (process.argv.includes('--all')) installForAllTests();
