import { buildForE2e } from '../../harness/buildForE2e';

/** Builds the extension once for all end-to-end tests. */
export default async function setup() {
  await buildForE2e();
}
