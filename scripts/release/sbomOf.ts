import { createHash } from 'node:crypto';

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  properties?: { name: string; value: string }[];
  [member: string]: unknown;
}

/** A software bill of materials as `npm sbom --sbom-format cyclonedx` prints it. */
export interface Sbom {
  serialNumber: string;
  metadata: { timestamp?: string; tools?: unknown; component: Component; [member: string]: unknown };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
  [member: string]: unknown;
}

/** An ID in the shape of a UUID that is the same for the same text. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/**
 * npm's bill of everything that is installed, as that of what is shipped: the packages that are bundled, and nothing that tells when,
 * where or by which npm it was made. Throws where npm does not know a package that is bundled.
 * @param bundled `name@version`
 */
export function sbomOf(all: Sbom, product: { name: string; version: string }, bundled: string[]): Sbom {
  const { lifecycles } = all.metadata;
  const known = new Map(all.components.map((each) => [`${each.name}@${each.version}`, each]));
  const missing = bundled.filter((each) => !known.has(each));
  if (missing.length > 0) throw new Error(`npm's bill of materials lacks ${missing.join(', ')}.`);
  const root = all.metadata.component['bom-ref'];
  const components = [...new Set(bundled)].sort().map((each) => {
    const { properties = [], ...component } = known.get(each)!;
    // Where it is installed, and that it is for development, says nothing of what is shipped.
    return { ...component, scope: 'required', properties: properties.filter(({ name }) => !/:npm:/.test(name)) };
  });
  const shipped = new Set(components.map((each) => each['bom-ref']));
  const dependencies = all.dependencies
    .filter(({ ref }) => shipped.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => shipped.has(each)).sort() }))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const bill = {
    ...all,
    serialNumber: '',
    metadata: { lifecycles, component: { ...all.metadata.component, type: 'application', ...product } },
    components,
    dependencies: [{ ref: root, dependsOn: [...shipped].sort() }, ...dependencies],
  };
  return { ...bill, serialNumber: uuidOf(JSON.stringify(bill)) };
}
