import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNginx } from './findNginx.mjs';
import type { ReplicaAccount } from './replica';

const shipped = fileURLToPath(new URL('../../gateway', import.meta.url));

/** The gateway as it ships, with the replicas in the vendors' place. */
export interface Gateway {
  /** Where people reach it, without an account's name: `http://127.0.0.1:<port>`. */
  address: string;
  /** Of people that it knows. */
  tokens: string[];
  /** What edges show to the core. */
  edgeSecret: string;
  /** Of the core: where it hears edges, and itself. */
  corePorts: number[];
  /** Ends an edge with all its processes, as a broken machine does. */
  killEdge(index: number): void;
  /** All that it has logged. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

interface Options {
  /** The vendors' accounts, by the names of `gateway/accounts/`. */
  accounts: Record<string, ReplicaAccount>;
  /** How many edges share the core, behind a balancer; without, one process is both. */
  edges?: number;
  tokens?: number;
  /** More lines of `site/listen.conf`. `ssl` is added to its address when they name a certificate. */
  listen?: string;
}

/** Starts the shipped configuration on loopback. Throws one sentence where there is no nginx or it does not take the configuration. */
export async function startGateway({ accounts, edges, tokens: count = 1, listen = '' }: Options): Promise<Gateway> {
  const nginx = findNginx();
  if (!nginx)
    throw new Error('No nginx with its JavaScript module was found: run node test/harness/install.mjs --all.');
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  // nginx gives up root: its worker has to reach what it keeps here.
  await chmod(folder, 0o755);
  const secret = () => randomBytes(32).toString('hex');
  const tokens = Array.from({ length: count }, secret);
  const edgeSecret = secret();
  const [outside = 0, core = 0, back = 0, ...edgePorts] = await freePorts(3 + (edges ?? 0));
  const listenAt = (port: number) =>
    `listen 127.0.0.1:${port}${listen.includes('ssl_certificate ') ? ' ssl' : ''};\n${listen}\n`;

  const conf = join(folder, 'conf');
  await cp(shipped, conf, { recursive: true });
  await mkdir(join(conf, 'site'));
  const site = {
    'tokens.conf': tokens.map((token, at) => `"${token}" "person${at}";\n`).join(''),
    'edge-secret.conf': `map "" $edge_secret { default "${edgeSecret}"; }\n`,
    'keys.conf': Object.entries(accounts)
      .map(([name, { key }]) => `map "" $${name}_key { default "${key}"; }\n`)
      .join(''),
    'core.conf': `server 127.0.0.1:${core};\n`,
    'core-listen.conf': `listen 127.0.0.1:${core};\n`,
    'edges.conf': edgePorts.map((port) => `server 127.0.0.1:${port};\n`).join(''),
    'listen.conf': listenAt(outside),
    'resolver.conf': '',
  };
  for (const [name, text] of Object.entries(site)) await writeFile(join(conf, 'site', name), text);
  await edit(join(conf, 'core.conf'), '127.0.0.1:8471', `127.0.0.1:${back}`);
  for (const name of ['back', 'call', 'list', 'search', 'recording'])
    await edit(join(conf, `${name}.conf`), '127.0.0.1:8471', `127.0.0.1:${back}`);
  for (const file of await readdir(join(conf, 'accounts'))) {
    const account = accounts[file.replace('.conf', '')];
    if (account) await edit(join(conf, 'accounts', file), /(?<=set \$vendor )[^;]+/, account.baseUrl);
    else await rm(join(conf, 'accounts', file));
  }

  const running: ChildProcess[] = [];
  let said = '';
  const logs: string[] = [];
  /** Starts one process of its own folder, with what differs in its configuration. */
  async function start(main: string, port: number, changes: Record<string, string> = {}) {
    const prefix = join(folder, `${main}-${port}`);
    await cp(conf, join(prefix, 'conf'), { recursive: true });
    await chmod(prefix, 0o755);
    logs.push(join(prefix, 'access.log'));
    for (const [name, text] of Object.entries(changes)) await writeFile(join(prefix, 'conf', name), text);
    await edit(join(prefix, 'conf/edge.conf'), '/var/log/call-log-gateway/', `${prefix}/`);
    const args = ['-p', `${prefix}/`, '-c', join(prefix, 'conf', `${main}.conf`), '-e', 'stderr', '-g', 'daemon off;'];
    // A group of its own, which ends as a whole.
    const child = spawn(nginx!, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    running.push(child);
    await untilListening(port, child, () => said);
    return child;
  }

  const started: ChildProcess[] = [];
  if (edges) {
    await start('core-only', core);
    for (const port of edgePorts)
      started.push(await start('edge-only', port, { 'site/listen.conf': `listen 127.0.0.1:${port};\n` }));
    await start('balancer', outside);
  } else started.push(await start('nginx', outside));

  return {
    address: `http${listenAt(0).includes(' ssl;') ? 's' : ''}://127.0.0.1:${outside}`,
    tokens,
    edgeSecret,
    corePorts: [core, back],
    killEdge: (index) => killGroup(started[index]),
    async log() {
      const files = await Promise.all(logs.map((path) => readFile(path, 'utf8').catch(() => '')));
      return [...files, said].join('');
    },
    async stop() {
      for (const child of running) killGroup(child);
      await Promise.all(running.map(async (child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function killGroup(child: ChildProcess | undefined) {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
}

/** Changes the one place of a shipped file that is of this machine. Throws where there is none. */
async function edit(path: string, place: string | RegExp, to: string) {
  const text = await readFile(path, 'utf8');
  const changed = text.replace(place, to);
  if (changed === text) throw new Error(`${path} has no ${String(place)}.`);
  await writeFile(path, changed);
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Waits until the port takes connections, ten seconds at most. */
async function untilListening(port: number, child: ChildProcess, said: () => string) {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline && child.exitCode === null;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx did not start: ${said()}`);
}
