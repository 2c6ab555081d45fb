import type { Json } from '../../call/call';
import type { Samples } from '../provider';
import replies from './samples.json';

const documented = replies as Record<string, Json>;
const reply = (path: string) => documented[path] ?? null;

export const samples: Samples = {
  ids: ['call_x9y3zp4mq7r1', 'call_abc123'],
  documented,
  composed(path) {
    if (path === '/v1/calls') return [reply('/v1/calls/call_abc123')];
    if (path !== '/v1/call-logs') return undefined;
    return {
      data: samples.ids.map((id) => reply(`/v1/call-logs/${id}`)),
      meta: { page: 1, limit: 20, total: 2, totalPages: 1 },
    };
  },
};
