import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = process.platform === 'win32' ? ['firefox.exe'] : ['firefox-esr', 'firefox'];
const usual = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: [process.env['ProgramFiles'], process.env['ProgramFiles(x86)']].flatMap((folder) =>
    folder ? [join(folder, 'Mozilla Firefox/firefox.exe')] : [],
  ),
};

/** Path of Firefox: the FIREFOX_PATH environment variable (vitest's WXT sets FIREFOX itself), else where this machine keeps it; undefined where there is none. */
export function findFirefox(): string | undefined {
  const named = process.env.FIREFOX_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = Object.entries(usual).flatMap(([platform, paths]) => (platform === process.platform ? paths : []));
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find((path) =>
    existsSync(path),
  );
}
