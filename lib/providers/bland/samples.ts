import type { Json } from '../../call/call';
import type { Samples } from '../provider';
import replies from './samples.json';

// TypeScript gives list items of different shapes optional members, which JSON does not have.
const documented = replies as unknown as Record<string, Json>;
const list = '/v1/calls';

export const samples: Samples = {
  // The first is documented as a webhook after a call, which has all members of the reply and more.
  ids: ['8a9620f6-d634-4b92-8d75-93280a894a71', '12345678-1234-1234-1234-123456789012'],
  documented,
  composed(path): Json | undefined {
    const count = samples.ids.length;
    if (path === '/v1/me') return { status: 'active', total_calls: count };
    if (path !== list) return undefined;
    return { total_count: count, count, calls: samples.ids.map((id) => documented[`${list}/${id}`] ?? null) };
  },
};
