import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the extension with loopback granted (`.output/chrome-mv3-e2e`). Throws with the build's own output when it fails. */
export async function buildForE2e(signal?: AbortSignal): Promise<void> {
  const build = spawn(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '--mode', 'e2e'], {
    cwd: root,
    signal,
    // Vitest and tsx set variables that would make the build a test build.
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, NODE_OPTIONS: undefined },
  });
  let output = '';
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) =>
    build.once('error', reject).once('close', resolve),
  );
  if (code !== 0) throw new Error(`The extension could not be built:\n${output}`);
}
