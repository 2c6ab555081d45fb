import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs `wxt build` with these arguments, for a copy of the project where `cwd` is given. Throws with its own output when it fails.
 * @param env variables besides this process's own
 */
export async function build(
  args: string[],
  signal?: AbortSignal,
  cwd = root,
  env: Record<string, string> = {},
): Promise<void> {
  const wxt = spawn(process.execPath, [`${root}node_modules/wxt/bin/wxt.mjs`, 'build', ...args], {
    cwd,
    signal,
    // Vitest and tsx set variables that would make the build a test build.
    env: { ...process.env, ...env, NODE_ENV: 'production', VITEST: undefined, NODE_OPTIONS: undefined },
  });
  let output = '';
  for (const stream of [wxt.stdout, wxt.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => wxt.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`The extension could not be built:\n${output}`);
}

/** Builds the extension with loopback granted (`.output/chrome-mv3-e2e`). */
export const buildForE2e = (signal?: AbortSignal) => build(['--mode', 'e2e'], signal);
