import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** Programs of npm must run on the Node of the machine or this one, not on settings that tsx has made. */
const environment = (env: Record<string, string>) => ({ ...process.env, NODE_OPTIONS: undefined, ...env });

/** Runs a program to its end. Returns what it printed; throws with that where it fails. */
export async function run(
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<string> {
  const child = spawn(command, args, { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}${errors}`);
  return output;
}

/** Starts a server, and waits until it answers at `url`, at most two minutes. Returns how to end it. */
export async function serve(
  command: string,
  args: string[],
  { cwd, url, env = {} }: { cwd: string; url: string; env?: Record<string, string> },
): Promise<() => Promise<void>> {
  const child = spawn(command, args, { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = `${output}${chunk}`.slice(-4000)));
  const ended = once(child, 'close');
  const close = async () => {
    child.kill();
    await ended;
  };
  for (const deadline = Date.now() + 120_000; ; await new Promise((resolve) => setTimeout(resolve, 300))) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return close;
    if (child.exitCode === null && Date.now() < deadline) continue;
    await close();
    throw new Error(`${command} did not start:\n${output}`);
  }
}

/** A port of loopback that nothing listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
