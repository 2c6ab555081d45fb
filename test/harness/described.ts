import type { Json } from '../../lib/call/call';
import type { Answer, Row, VendorReplica } from './replica/vendor';
import { wav } from './wav';

// What `docs/providers/*.json` describe, as far as the descriptions need it.

const refused = (status: number, message: string): Answer => ({ status, body: { message } });
const ok = (body: Json | Buffer, headers?: Record<string, string>): Answer => ({ status: 200, body, headers });

const conversation = (key: string, members: Row): Row => ({
  key,
  outcome: 'DONE',
  mood: { word: 'happy', why: 'Thanked twice.' },
  way: 'inbound',
  bot: { key: 'bot-7', title: 'Front desk' },
  numbers: ['+14155550100', '+14155550199'],
  person: { name: 'Maria Lopez', 'crm/contact': 'c-88' },
  started: 1_795_773_600,
  length: 61_500,
  stopped: 'goal_reached',
  recap: 'Booked a table for two.',
  answers: { guests: 2, name: 'Maria Lopez' },
  warnings: ['The line was noisy.'],
  handed_over: true,
  lines: [
    { who: 'B', words: 'Front desk, how can I help?', from: 400, till: 2100 },
    { who: 'C', words: 'A table for two, please.', from: 2500, till: 4100 },
  ],
  steps: [{ kind: 'BOOK', title: 'Book a table', at: 1_795_773_640, sent: { guests: 2 }, got: { table: 4 }, ok: true }],
  cost_cents: 42,
  first_answer_ms: 850,
  has_audio: true,
  debug: { api_key: 'sk_live_4eC39HqLyjWDarjtT1zdp7dc' },
  ...members,
});

export const conversations = [
  conversation('av_9f3k2m7q4b8x', {}),
  conversation('av_1z6w2c5v8n0p', { outcome: 'NO_PICKUP', lines: [], has_audio: false, handed_over: false }),
  conversation('av_7h5g3f1d9s2a', { outcome: 'CRASHED', has_audio: false }),
];

export const acme: VendorReplica = {
  key: 'acme-0000-replica-0001',
  base: '/v1',
  start:
    () =>
    ({ method, path, headers, body }) => {
      if (headers.authorization !== `Bearer ${acme.key}`) return refused(401, 'No such key.');
      if (method === 'POST' && path === '/v1/conversations/search') {
        const { from, size, sort, outcome } = JSON.parse(body) as Record<string, Json>;
        if (sort !== '-started' || typeof from !== 'number' || size !== 20) return refused(400, 'Say from and size.');
        const found = conversations.filter((each) => outcome === undefined || each.outcome === outcome);
        // A page is shorter than it was asked to be.
        const hits = found.slice(from, from + 2).map((each) => ({ score: 1, conversation: each }));
        return ok({ data: { hits, count: found.length } });
      }
      const [, key, audio] = /^\/v1\/conversations\/(\w+)(\/audio)?$/.exec(path) ?? [];
      const call = conversations.find((each) => each.key === key);
      if (method !== 'GET' || !call) return refused(404, 'No such conversation.');
      return audio ? ok(wav(), { 'content-type': 'audio/x-wav' }) : ok({ data: call, took: 3 });
    },
};

export const ultravoxCall: Row = {
  callId: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  clientVersion: null,
  created: '2026-11-20T09:00:00Z',
  joined: '2026-11-20T09:00:02Z',
  ended: '2026-11-20T09:01:02Z',
  endReason: 'agent_hangup',
  billedDuration: '60s',
  joinUrl: 'wss://prod-voice-pgaenaxiea-uc.a.run.app/calls/3c90c3cc-0d44-4b50-8888-8dd25736052a/server_web_socket',
  shortSummary: 'Asked for opening hours.',
  summary: null,
  agent: { agentId: '5b1c0a52-6f0e-4f3b-9c39-0e0f4f7f0001', name: 'Opening hours' },
  metadata: { store: 'north' },
};
const messages: Row[] = [
  { role: 'MESSAGE_ROLE_AGENT', text: 'Hello!', timespan: { start: '0.5s', end: '1.25s' } },
  { role: 'MESSAGE_ROLE_USER', text: 'When do you open?', timespan: { start: '2s', end: '3.5s' } },
  { role: 'MESSAGE_ROLE_TOOL_CALL', text: '{"day":"today"}', toolName: 'hours', invocationId: 'call_1' },
  { role: 'MESSAGE_ROLE_AGENT', text: 'At nine.', timespan: { start: '4s', end: '5s' } },
];

/** By the vendor's OpenAPI document: its lists tell the next page as an address. */
export const ultravox: VendorReplica = {
  key: 'Uv00.replica0001',
  start:
    () =>
    ({ path, query, headers }) => {
      if (headers['x-api-key'] !== ultravox.key) return refused(401, 'Invalid API key.');
      const at = Number(query.get('cursor') ?? 0);
      const next = `https://api.ultravox.ai${path}?cursor=${at + 2}&pageSize=2`;
      if (path === `/api/calls/${String(ultravoxCall.callId)}`) return ok(ultravoxCall);
      if (path === `/api/calls/${String(ultravoxCall.callId)}/messages`) {
        const results = messages.slice(at, at + 2);
        return ok({ results, next: at + 2 < messages.length ? next : null, previous: null, total: messages.length });
      }
      if (path === '/api/calls') return ok({ results: [ultravoxCall], next: null, previous: null, total: 1 });
      return refused(404, 'Not found.');
    },
};
