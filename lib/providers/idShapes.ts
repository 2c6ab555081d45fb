import type { ProviderIds } from '../page/detect/idShapes';
import type { ProviderHosts } from '../page/detect/judgeToken';
import { providers } from '.';

/** How the IDs of each provider look. */
export const idShapes: ProviderIds = Object.fromEntries(
  providers.map(({ id, ids }) => [id, ids.filter((shape) => shape.kind !== 'opaque')]),
);

/** Whose pages and recordings a link may lead to. */
export const providerPages: ProviderHosts = Object.fromEntries(providers.map(({ id, hosts }) => [id, hosts]));
