import { createHash } from 'node:crypto';

/** What `package-lock.json` tells of an installed package. */
interface Locked {
  version: string;
  /** `sha512-` and base64. */
  integrity?: string;
  license?: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

export interface Lock {
  /** By the folder that it is installed in. */
  packages: Record<string, Locked>;
}

export interface Product {
  name: string;
  version: string;
  license: string;
}

/** An ID in the shape of a UUID that is the same for the same text. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}`;
}

/** SPDX's ID of one licence, or an expression of several. */
const licensesOf = (license: string) => [
  /[ ()]/.test(license) ? { expression: license } : { license: { id: license } },
];

const purlOf = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** Data of these was taken over, and is in no package. */
const copied: Record<string, (version: string) => string> = {
  gitleaks: (version) => `pkg:github/gitleaks/gitleaks@v${version}`,
};

/** Throws where the lock file does not know the package. */
function componentOf(lock: Lock, ref: string) {
  const at = ref.lastIndexOf('@');
  const [name, version] = [ref.slice(0, at), ref.slice(at + 1)];
  const entry = { 'bom-ref': ref, type: 'library', name, version, scope: 'required' };
  const own = copied[name]?.(version);
  if (own) return { component: { ...entry, licenses: licensesOf('MIT'), purl: own }, needs: [] as string[] };
  const found = Object.entries(lock.packages).find(
    ([folder, locked]) => folder.endsWith(`node_modules/${name}`) && locked.version === version,
  );
  if (!found) throw new Error(`package-lock.json has no ${ref}, which is bundled.`);
  const [, { integrity = '', license, dependencies, peerDependencies }] = found;
  const hash = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
  const component = {
    ...entry,
    hashes: [{ alg: 'SHA-512', content: hash }],
    ...(license && { licenses: licensesOf(license) }),
    purl: purlOf(name, version),
  };
  return { component, needs: Object.keys({ ...dependencies, ...peerDependencies }) };
}

/**
 * A bill of what is shipped, in the format of https://cyclonedx.org (1.5): the packages that are bundled, with their hashes and
 * licences as `package-lock.json` has them. It tells neither when nor where it was made. (`npm sbom` lists what is installed instead,
 * and leaves out peers.)
 * @param bundled `name@version`
 */
export function sbomOf(lock: Lock, { name, version, license }: Product, bundled: string[]) {
  const found = [...new Set(bundled)].sort().map((ref) => componentOf(lock, ref));
  const refs = found.map(({ component }) => component['bom-ref']);
  const root = `${name}@${version}`;
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: '',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        'bom-ref': root,
        type: 'application',
        name,
        version,
        licenses: licensesOf(license),
        purl: purlOf(name, version),
      },
    },
    components: found.map(({ component }) => component),
    dependencies: [
      { ref: root, dependsOn: refs },
      ...found.map(({ component, needs }) => ({
        ref: component['bom-ref'],
        dependsOn: refs.filter((ref) => needs.includes(ref.slice(0, ref.lastIndexOf('@')))),
      })),
    ],
  };
  return { ...bill, serialNumber: uuidOf(JSON.stringify(bill)) };
}
