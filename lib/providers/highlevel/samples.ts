import type { Json } from '../../call/call';
import type { Samples } from '../provider';
import replies from './samples.json';

// TypeScript gives list items of different shapes optional members, which JSON does not have.
const documented = replies as unknown as Record<string, Json>;
const list = '/voice-ai/dashboard/call-logs';

export const samples: Samples = {
  ids: ['507f1f77bcf86cd799439011'],
  documented,
  composed(path) {
    if (path !== list) return undefined;
    const callLogs = samples.ids.map((id) => documented[`${list}/${id}`] ?? null);
    return { total: 1, page: 1, pageSize: 10, callLogs };
  },
};
