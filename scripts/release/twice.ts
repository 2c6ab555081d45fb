import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProject } from '../../test/trust/copyProject';

/** Releases a copy of the project. Returns its checksums, which are those of all that it made. */
async function releaseIn(folder: string, zone: string): Promise<string> {
  const run = async (command: string, args: string[]) => {
    const child = spawn(command, args, { cwd: folder, env: { ...process.env, TZ: zone }, stdio: 'inherit' });
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${folder}.`);
  };
  // The sources are listed by Git.
  await run('git', ['init', '--quiet']);
  await run('npm', ['run', '--silent', 'release']);
  return readFile(join(folder, '.output/release/SHA256SUMS'), 'utf8');
}

/** Releases two copies of the project in two folders and time zones. Throws where they differ in a byte. */
export async function twice(): Promise<void> {
  const folders = [await copyProject(), await copyProject()] as const;
  try {
    const first = await releaseIn(folders[0], 'Asia/Kolkata');
    const second = await releaseIn(folders[1], 'America/New_York');
    if (first !== second) throw new Error(`The two releases differ:\n${first}\n${second}`);
    console.log(`Two releases in two folders and two time zones are the same, byte for byte:\n${first}`);
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
}
