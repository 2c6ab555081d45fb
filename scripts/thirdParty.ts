import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A package whose code is in the extension. */
export interface Bundled {
  name: string;
  version: string;
  /** SPDX. */
  license: string;
  /** The licence, as the package ships it. */
  text: string;
}

/** What the bundlers put in themselves is of no file: `\0vite/preload-helper.js`. */
const helper = /^\0(?:rolldown|vite)\b/;

/** The folder of the package that a module is of; `undefined` for our own. */
export function packageFolderOf(module: string, nodeModules = 'node_modules'): string | undefined {
  const own = helper.exec(module)?.[0].slice(1);
  if (own !== undefined) return join(nodeModules, own);
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module.replaceAll('\\', '/'))?.[0];
}

/** Collects, over all scripts of a build, the folders of the packages whose code is left in them. */
export function collectBundled(): { folders: Set<string>; plugin: Plugin } {
  const folders = new Set<string>();
  const plugin: Plugin = {
    name: 'collect-bundled',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [module, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = renderedLength > 0 && packageFolderOf(module);
          if (folder) folders.add(folder);
        }
      }
    },
  };
  return { folders, plugin };
}

interface PackageJson {
  name: string;
  version: string;
  license?: string;
  author?: string | { name?: string };
}

/** The licence of a package that ships none: MIT's text is the same for all but the name above it. */
function statedLicense({ name, author }: PackageJson): string {
  const who = (typeof author === 'string' ? author.replace(/\s*[<(].*/, '') : author?.name) ?? `the authors of ${name}`;
  const [, permission = ''] = readFileSync('LICENSE', 'utf8').split(/^Copyright .*\n/m);
  return `MIT License\n\nCopyright (c) ${who}\n${permission}`;
}

/** Throws where a package neither ships a licence nor says that it is MIT. */
function readPackage(folder: string): Bundled {
  const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
  const { name, version, license = '' } = json;
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.md|\.txt)?$/i.test(each));
  if (!file && license !== 'MIT') throw new Error(`${name} ships no licence and says “${license}”.`);
  const text = file ? readFileSync(join(folder, file), 'utf8') : statedLicense(json);
  // Bundlers list what they are themselves made of: none of that is in what they make.
  const [own = ''] = text.split(/^#+ Licenses of bundled dependencies/m);
  return { name, version, license, text: own.replaceAll('\r\n', '\n').trim() };
}

/** What was taken over as data, and is in no package. */
function copied(): Bundled[] {
  const { source } = JSON.parse(readFileSync('lib/redaction/gitleaks.json', 'utf8')) as { source: string };
  const version = /gitleaks v(\S+),/.exec(source)?.[1] ?? '';
  const text = readFileSync('lib/redaction/gitleaks.LICENSE', 'utf8').trim();
  return [{ name: 'gitleaks', version, license: 'MIT', text }];
}

/** The packages of these folders and what else was taken over, by name. */
export function readBundled(folders: Iterable<string>): Bundled[] {
  const packages = [...folders].filter((folder) => existsSync(join(folder, 'package.json'))).map(readPackage);
  const all = new Map([...packages, ...copied()].map((each) => [`${each.name}@${each.version}`, each]));
  return [...all.keys()].sort().flatMap((key) => all.get(key) ?? []);
}

const line = ({ name, version, license }: Omit<Bundled, 'text'>) => `${name} ${version} (${license})`;

/** The file of notices that is shipped: a list, then each licence. */
export const noticesOf = (bundled: Bundled[]): string =>
  [
    'This extension contains code of these packages:',
    bundled.map((each) => `- ${line(each)}`).join('\n'),
    ...bundled.map((each) => `${'-'.repeat(80)}\n${line(each)}\n\n${each.text}`),
  ].join('\n\n') + '\n';

/** The packages that a file of notices lists, as `name@version`. */
export const namesInNotices = (notices: string): string[] =>
  [...notices.matchAll(/^- (.+) (\S+) \(.*\)$/gm)].map(([, name = '', version = '']) => `${name}@${version}`);
