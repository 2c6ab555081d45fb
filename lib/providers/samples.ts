import type { Json } from '../call/call';
import { fail } from '../errors';
import type { Api } from './provider';
import dialnexaReplies from './dialnexa/samples.json';
import highlevelReplies from './highlevel/samples.json';
import omnidimensionReplies from './omnidimension/samples.json';

type Replies = Record<string, Json>;
// TypeScript gives list items of different shapes optional members, which JSON does not have.
const dialnexa = dialnexaReplies as Replies;
const highlevel = highlevelReplies as unknown as Replies;
const omnidimension = omnidimensionReplies as Replies;

/** One documented reply. Throws where there is none, so that a list never holds a hole. */
const reply = (replies: Replies, path: string): Json => replies[path] ?? fail('unexpected');

/**
 * The vendors' own documented example replies, by provider and request path. Where a vendor documents a call in several
 * places with different IDs, the values are the documented ones and the IDs are made to agree.
 */
export const samples: Record<string, Replies> = { omnidimension, dialnexa, highlevel };

/** Lists in each vendor's shape, holding the documented calls. */
const lists: Record<string, Replies> = {
  omnidimension: { '/calls/logs': reply(omnidimension, '/calls/logs/50958') },
  dialnexa: {
    '/v1/call-logs': {
      data: [reply(dialnexa, '/v1/call-logs/call_x9y3zp4mq7r1'), reply(dialnexa, '/v1/call-logs/call_abc123')],
      meta: { page: 1, limit: 20, total: 2, totalPages: 1 },
    },
    '/v1/calls': [reply(dialnexa, '/v1/calls/call_abc123')],
  },
  highlevel: {
    '/voice-ai/dashboard/call-logs': {
      total: 1,
      page: 1,
      pageSize: 10,
      callLogs: [reply(highlevel, '/voice-ai/dashboard/call-logs/507f1f77bcf86cd799439011')],
    },
  },
};

/** OmniDimension answers an unknown ID with an empty list. */
const emptyLog = /^\/calls\/logs\/\d+$/;

/** An account that needs no key: it answers the documented examples, and nothing else is found in it. */
export function sampleApi(provider: string): Api {
  const replies = { ...lists[provider], ...samples[provider] };
  const memory = new Map<string, string>();
  return {
    async get(path) {
      if (Object.hasOwn(replies, path)) return structuredClone(replies[path] ?? null);
      if (provider === 'omnidimension' && emptyLog.test(path)) return { call_log_data: [], total_records: 0 };
      return fail('not-found', { status: 404, said: 'Call not found' });
    },
    locationId: 'LOC123456789ABCDEF',
    memory: {
      get: async (name) => memory.get(name),
      set: async (name, value) => void memory.set(name, value),
    },
  };
}
