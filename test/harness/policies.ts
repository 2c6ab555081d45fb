import { execFile, spawnSync } from 'node:child_process';
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from './findChromium.mjs';

const run = promisify(execFile);

/** Where Debian's Chromium, and Chromium's own builds, read policies. */
const folderOfPolicies = '/etc/chromium';

/** Why no browser with policies of its own can be started here; `undefined` where one can. */
export function whyNoPolicies(folder = folderOfPolicies): string | undefined {
  if (process.platform !== 'linux') return 'policies are files on Linux alone';
  if (process.getuid?.() !== 0) return 'only root may give a browser policies of its own';
  if (!existsSync(folder)) return `there is no ${folder}`;
  return spawnSync('unshare', ['--mount', 'true']).status === 0 ? undefined : 'this machine lets nobody mount';
}

/**
 * A program that starts another one which finds a folder in the place of `/etc/…`, in a mount namespace of its own: no other browser on
 * this machine sees it.
 */
export async function withFolderAt(place: string, folder: string, program: string, script: string): Promise<void> {
  const start = `mount --bind '${folder}' '${place}' && exec '${program}' "$@"`;
  await writeFile(
    script,
    `#!/bin/sh\nexec unshare --mount sh -c ${JSON.stringify(start).replaceAll('$', '\\$')} sh "$@"\n`,
  );
  await chmod(script, 0o755);
}

/** Chromium with policies of its own, and the extension packed and served for one to install it by force. */
export interface ManagedChromium {
  /** Starts the browser. */
  program: string;
  /** The extension's ID: of the key it is packed with. */
  id: string;
  /** Writes the policy of the extension; `undefined` takes it away. The browser reads it within seconds. */
  write(policy: object | undefined): Promise<void>;
  close(): Promise<void>;
}

/** Packs an extension as Chromium does. Returns its ID. */
async function pack(chromium: string, extension: string, folder: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = join(folder, 'key.pem');
  await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await cp(extension, join(folder, 'extension'), { recursive: true });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const what = [`--pack-extension=${join(folder, 'extension')}`, `--pack-extension-key=${key}`];
  await run(chromium, [...sandbox, '--headless', `--user-data-dir=${join(folder, 'packing')}`, ...what]);
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const digits = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('');
}

/** @param extension the folder of the built extension */
export async function managedChromium(extension: string): Promise<ManagedChromium> {
  const chromium = await findChromium();
  if (!chromium) throw new Error('No browser was found: run node test/harness/install.mjs.');
  const folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
  const id = await pack(chromium, extension, folder);
  const { version } = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as { version: string };
  const packed = await readFile(join(folder, 'extension.crx'));

  const server = createServer(({ url }, response) => {
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (url?.startsWith('/extension.crx'))
      return response.setHeader('content-type', 'application/x-chrome-extension').end(packed);
    response
      .setHeader('content-type', 'text/xml')
      .end(
        `<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}">` +
          `<updatecheck codebase="${at}/extension.crx" version="${version}"/></app></gupdate>`,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const updates = `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates.xml`;

  const managed = join(folder, 'etc/policies/managed');
  await mkdir(managed, { recursive: true });
  const program = join(folder, 'chromium');
  await withFolderAt(folderOfPolicies, join(folder, 'etc'), chromium, program);
  return {
    program,
    id,
    write: async (policy) => {
      const all = {
        ExtensionInstallForcelist: [`${id};${updates}`],
        // A debugger, such as the test's driver, sees no extension that a policy installs, unless told so.
        DeveloperToolsAvailability: 1,
        '3rdparty': { extensions: { [id]: policy } },
      };
      await writeFile(join(managed, 'call-log-inspector.json'), JSON.stringify(all));
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
