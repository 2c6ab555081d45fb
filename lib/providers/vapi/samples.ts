import type { Json } from '../../call/call';
import type { Samples } from '../provider';
import replies from './samples.json';

/**
 * No document shows a whole call that has ended. These two are put together from the partial replies of docs.vapi.ai (live call control,
 * call forwarding, IVR navigation, custom tools, structured outputs, scorecards, recording consent), and from the vendor's OpenAPI
 * schema: its members, with invented times, costs and latencies, and for the newer call an invented ID.
 */
// TypeScript gives list items of different shapes optional members, which JSON does not have.
const documented = replies as unknown as Record<string, Json>;

export const samples: Samples = {
  ids: ['0199f27f-bcf2-7cc3-98c4-dc0c0c07398f', '7420f27a-30fd-4f49-a995-5549ae7cc00d'],
  documented,
  composed: (path) => (path === '/call' ? samples.ids.map((id) => documented[`/call/${id}`] ?? null) : undefined),
};
