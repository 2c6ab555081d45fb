import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importsOf, type Written } from './read';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The imports of every source file of the project, and the paths of its other files. */
export async function readTree(): Promise<{ written: Map<string, Written[]>; others: string[] }> {
  const written = new Map<string, Written[]>();
  const others: string[] = [];
  for await (const found of glob('{*.ts,{lib,components,entrypoints,demo,test}/**/*.*}', { cwd: root })) {
    const path = found.split(sep).join('/');
    if (/\.(ts|tsx|mts|mjs|js)$/.test(path)) written.set(path, importsOf(path, readFileSync(root + path, 'utf8')));
    else others.push(path);
  }
  return { written, others };
}
