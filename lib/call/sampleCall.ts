import type { CallRef } from './callRef';
import type { Connection } from './connection';
import type { ProviderInfo } from './providerInfo';

/** The newest documented call of the first sample account; `undefined` where there is no sample account. */
export function sampleCall(connections: Connection[], providers: ProviderInfo[]): CallRef | undefined {
  for (const { id: provider, samples } of providers) {
    const sample = connections.find((each) => each.sample && each.provider === provider);
    if (sample && samples[0]) return { provider, connection: sample.id, id: samples[0] };
  }
  return undefined;
}
