import { execFile } from 'node:child_process';
import { cp, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** Copies the project's files, as they are now, to a temporary folder; the packages are linked. */
export async function copyProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-copy-'));
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  for (const file of stdout.split('\0').filter(Boolean)) await cp(file, join(folder, file));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await cp('.wxt', join(folder, '.wxt'), { recursive: true });
  return folder;
}
