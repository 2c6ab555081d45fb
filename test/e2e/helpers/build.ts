import { buildForE2e } from '../../harness/buildForE2e';

/** Builds the extension once for all projects that run it. */
export default async function setup() {
  if (process.env['BUILT_FOR_E2E']) return;
  process.env['BUILT_FOR_E2E'] = 'yes';
  await buildForE2e();
}
