import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const missing = ['Xvfb', 'openbox', 'xdotool'].filter((name) => spawnSync('which', [name]).status !== 0);

/** Why there can be no desktop here; `undefined` where there can. */
export const noDesktop = missing.length > 0 ? `${missing.join(', ')} not installed` : undefined;

const display = ':97';
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until a command succeeds: 10 seconds at most. */
async function succeeds(...command: [string, ...string[]]): Promise<void> {
  const [program, ...options] = command;
  for (let tries = 0; spawnSync(program, options, { stdio: 'ignore' }).status !== 0; tries++) {
    if (tries === 100) throw new Error(`${command.join(' ')} failed for 10 seconds.`);
    await pause(100);
  }
}

/** A desktop that nobody sees, for browsers started from now on. Returns how to end it. */
export async function startDesktop(): Promise<() => void> {
  const before = process.env['DISPLAY'];
  process.env['DISPLAY'] = display;
  const server = spawn('Xvfb', [display, '-screen', '0', '1280x900x24'], { stdio: 'ignore' });
  await succeeds('xdotool', 'getmouselocation');
  const windows = spawn('openbox', { stdio: 'ignore' });
  // The window manager says which desktop is on screen.
  await succeeds('xdotool', 'get_desktop');
  return () => {
    process.env['DISPLAY'] = before;
    windows.kill();
    server.kill();
  };
}

/** Presses keys one after the other, as a user does: the browser's own windows get them too. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    execFileSync('xdotool', ['key', key]);
    // The browser's own windows tell nobody that they took a key.
    await pause(150);
  }
}

export const type = (text: string) => execFileSync('xdotool', ['type', text]);

/** The key that presses the toolbar's button in `withToolbarKey`. */
export const toolbarKey = 'alt+shift+y';

/** The built extension with a key for its toolbar button. Four keys are all an extension may suggest, so the last command loses its own. */
export async function withToolbarKey(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
  await cp('.output/chrome-mv3-e2e', folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { commands: Record<string, object> };
  manifest.commands['previous-mark'] = { description: 'Without a key' };
  manifest.commands['_execute_action'] = { suggested_key: { default: 'Alt+Shift+Y' } };
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}
