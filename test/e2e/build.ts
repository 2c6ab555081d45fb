import { buildForE2e } from '../../demo/build';

/** Builds the extension once for all end-to-end tests. */
export default async function setup() {
  await buildForE2e();
}
