import type { Json } from '../../call/call';
import type { Samples } from '../provider';
import replies from './samples.json';

const documented = replies as Record<string, Json>;

export const samples: Samples = {
  ids: ['50958'],
  documented,
  composed(path) {
    // The documented reply is a list of one.
    if (path === '/calls/logs') return documented['/calls/logs/50958'];
    return /^\/calls\/logs\/\d+$/.test(path) ? { call_log_data: [], total_records: 0 } : undefined;
  },
};
