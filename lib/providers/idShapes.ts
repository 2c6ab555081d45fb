import type { ProviderIds } from '../page/detect/idShapes';
import type { ProviderHosts } from '../page/detect/judgeToken';
import { providers } from '.';

/** How the IDs of each provider look. */
export let idShapes: ProviderIds;

/** Whose pages and recordings a link may lead to. */
export let providerPages: ProviderHosts;

/** Reads both from the list of providers, when that has changed. */
export function readShapes(): void {
  idShapes = Object.fromEntries(providers.map(({ id, ids }) => [id, ids.filter((shape) => shape.kind !== 'opaque')]));
  providerPages = Object.fromEntries(providers.map(({ id, hosts }) => [id, hosts]));
}
readShapes();
