import { posix } from 'node:path';
import { light, mostLooseFiles, zones } from './law';
import type { Written } from './read';

interface Resolved {
  /** A file of ours, from the root, or a package. */
  to: string;
  ours: boolean;
  type: boolean;
  line: number;
}

const endings = ['', '.ts', '.tsx', '.mts', '.d.mts', '/index.ts', '/index.tsx'];

const isIn = (path: string, place: string) =>
  path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}.`);

const isProduct = (path: string) => /^(lib|components|entrypoints)\//.test(path);

const zoneOf = (path: string) =>
  zones.filter(({ zone }) => isIn(path, zone)).sort((a, b) => b.zone.length - a.zone.length)[0];

/** Why one import is not allowed; undefined where it is. */
function refusal(from: string, { to, ours, type }: Resolved): string | undefined {
  if (ours && isIn(to, 'demo') && !isIn(from, 'demo')) return 'Nothing needs the demo.';
  if (!isProduct(from)) return undefined;
  if (ours && !isProduct(to)) return 'What ships needs no test.';
  const zone = zoneOf(from);
  if (!zone) return 'This file is in no zone.';
  if (ours && isIn(to, zone.zone)) return undefined;
  const may = type ? [...zone.may, ...(zone.types ?? [])] : zone.may;
  return may.some((each) => isIn(to, each)) ? undefined : zone.why;
}

/** Circles that the imports make, those of types included; each file is walked once, so one circle may hide another. */
function circles(imports: ReadonlyMap<string, Resolved[]>): string[][] {
  const done = new Set<string>();
  const way: string[] = [];
  const found: string[][] = [];
  const walk = (file: string) => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file]);
    if (way.includes(file) || done.has(file)) return;
    way.push(file);
    for (const { to, ours } of imports.get(file) ?? []) if (ours && to !== file) walk(to);
    way.pop();
    done.add(file);
  };
  for (const file of [...imports.keys()].sort()) walk(file);
  return found;
}

/** Packages that a file brings along by way of others, each with the file that imports it. */
function brought(start: string, imports: Map<string, Resolved[]>): { name: string; by: string }[] {
  const open = new Set([start]);
  const found: { name: string; by: string }[] = [];
  for (const file of open) {
    for (const { to, ours, type } of imports.get(file) ?? []) {
      if (type) continue;
      if (ours) open.add(to);
      else if (file !== start) found.push({ name: to, by: file });
    }
  }
  return found;
}

/**
 * What in a tree breaks the import law, one readable line each.
 * @param written the imports of every source file, by path from the root
 * @param others paths of all other files that may be imported
 */
export function judge(written: ReadonlyMap<string, Written[]>, others: Iterable<string> = []): string[] {
  const faults: string[] = [];
  const files = new Set([...written.keys(), ...others]);
  const imports = new Map<string, Resolved[]>();

  for (const [from, list] of written) {
    const resolved: Resolved[] = [];
    for (const { name, type, line } of list) {
      const at = `${from}:${line}`;
      if (name === undefined) {
        if (isProduct(from)) faults.push(`${at} imports what only the running program knows.`);
        continue;
      }
      const plain = name.replace(/\?.*$/, '');
      if (/^([@~]{1,2})?\//.test(plain)) {
        faults.push(`${at} imports ${name}: files of ours are named from where one stands (./ or ../).`);
        continue;
      }
      const ours = plain.startsWith('.');
      const path = posix.join(posix.dirname(from), plain);
      const to = ours ? endings.map((ending) => path + ending).find((each) => files.has(each)) : plain;
      if (to !== undefined) resolved.push({ to, ours, type, line });
      else if (isProduct(from)) faults.push(`${at} imports ${name}: there is no such file.`);
    }
    imports.set(from, resolved);
  }

  for (const [from, list] of imports) {
    for (const each of list) {
      const why = refusal(from, each);
      if (why !== undefined) faults.push(`${from}:${each.line} imports ${each.to}: ${why}`);
    }
    if (light.zones.some((zone) => isIn(from, zone))) {
      for (const { name, by } of brought(from, imports)) {
        if (!light.packages.includes(name)) faults.push(`${from} brings ${name} into web pages, by way of ${by}.`);
      }
    }
  }

  for (const way of circles(imports)) faults.push(`${way.join(' → ')} is a circle.`);

  const loose = [...files].filter((path) => /^lib\/[^/]+$/.test(path));
  if (loose.length > mostLooseFiles) {
    faults.push(`lib/ has ${loose.length} loose files, more than ${mostLooseFiles}: ${loose.join(', ')}.`);
  }
  return faults;
}
