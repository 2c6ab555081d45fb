// Plain JavaScript: install.mjs runs it on the machine's own Node before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = [
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'google-chrome',
  'google-chrome-stable',
];
const onMac = ['Chromium', 'Microsoft Edge', 'Google Chrome'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const onWindows = ['Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** Branded Chrome ignores --load-extension from this version on. */
const firstUselessChrome = 137;

function usualPlaces() {
  if (process.platform === 'win32') {
    const roots = [process.env.LOCALAPPDATA, process.env.ProgramFiles, process.env['ProgramFiles(x86)']];
    return onWindows.flatMap((path) => roots.filter(Boolean).map((root) => join(root, path)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const found = onPath.flatMap((name) => folders.map((folder) => join(folder, name)));
  return process.platform === 'darwin' ? [...found, ...onMac] : found;
}

/** Asks the program itself: a package may be a stub that starts nothing (Ubuntu's `chromium-browser` without snap). */
function loadsExtensions(path) {
  if (process.platform === 'win32') return true; // there `--version` would open a window
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  if (status !== 0) return false;
  const chrome = /Google Chrome (\d+)/.exec(stdout);
  return !chrome || Number(chrome[1]) < firstUselessChrome;
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright-core');
    return chromium.executablePath();
  } catch {
    return '';
  }
}

/**
 * Path of a browser that can load an unpacked extension: the CHROMIUM environment variable, else Chromium, Edge or an
 * old enough Chrome of this machine, else the one Playwright downloaded; undefined where there is none.
 */
export async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  const installed = usualPlaces().find((path) => existsSync(path) && loadsExtensions(path));
  if (installed) return installed;
  const downloaded = await playwrightsOwn();
  return downloaded && existsSync(downloaded) ? downloaded : undefined;
}
