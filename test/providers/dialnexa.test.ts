import { describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import type { Failure } from '../../lib/errors';
import { dialnexa } from '../../lib/providers/dialnexa';
import { redact } from '../../lib/redaction/redact';
import { samples } from '../../lib/providers/dialnexa/samples';
import { fakeApi } from './fakeApi';

const id = 'call_abc123';
const sample = (path: string) => samples.documented[path] as Json;
const log = sample('/v1/call-logs/call_abc123');
const details = sample('/v1/call-logs/call_abc123/details');
const current = sample('/v1/calls/call_abc123');
const toCall = (raw: Json) => dialnexa.toCall(id, redact(raw).value);
const instant = (iso: string) => ({ text: iso, iso });
const turn = (speakerRaw: 'Agent' | 'User', text: string) => ({
  speaker: speakerRaw === 'Agent' ? 'agent' : 'customer',
  speakerRaw,
  text,
});

test('the documented log and details become a call', () => {
  const raw = redact({ log, details }).value;
  expect(dialnexa.toCall(id, raw)).toEqual({
    status: { raw: 'completed', kind: 'completed' },
    sentiment: { raw: 'positive', kind: 'positive' },
    agent: { id: 'agt_abc123' },
    startedAt: instant('2024-03-01T10:00:00.000Z'),
    duration: 145,
    endReason: 'user_disconnected',
    flags: [],
    transcripts: [
      {
        kind: 'original',
        turns: [
          turn('Agent', 'Hello! How can I help you today?'),
          turn('User', 'I need to check on my order status.'),
          turn('Agent', 'Of course! Can I get your order number?'),
        ],
      },
    ],
    extracted: [
      { name: 'customer_satisfaction', value: 8, absent: false, pointer: '/details/analysis/customer_satisfaction' },
      { name: 'issue_resolved', value: true, absent: false, pointer: '/details/analysis/issue_resolved' },
    ],
    actions: ['call_started', 'call_answered', 'call_ended'].map((name, index) => ({
      type: 'timeline',
      name,
      at: instant(['2024-03-01T10:00:00.000Z', '2024-03-01T10:00:05.000Z', '2024-03-01T10:02:25.000Z'][index] ?? ''),
      parameters: [],
      pointer: `/details/timeline/${index}`,
    })),
    deliveries: [],
    metrics: [],
    issues: [],
    recording: { kind: 'link', pointer: '/details/recording_url' },
    raw,
    problems: [],
  });
  expect(redact({ log, details }).masked).toEqual(['/log/recording_url', '/details/recording_url']);
});

test('the documented call of the current routes becomes a call, its one line two turns', () => {
  expect(toCall({ call: current })).toMatchObject({
    status: { raw: 'initiated', kind: 'in-progress' },
    sentiment: undefined,
    direction: 'outbound',
    agent: { id: 'agent_2g7Xy3tY53gRlp' },
    from: '+14155552671',
    to: '+919876543210',
    startedAt: instant('2026-07-03T10:30:00.000Z'),
    duration: 42,
    summary: 'Customer asked for details about the loan offer.',
    transcripts: [
      {
        kind: 'original',
        turns: [turn('Agent', 'Hello Priya.'), turn('User', 'I am interested in the loan offer.')],
      },
    ],
    extracted: [],
    recording: { kind: 'none' },
    problems: [],
  });
});

test.each(['duration_seconds', 'duration_sec', 'duration', 'duration_in_seconds'])(
  'duration may be called %s',
  (name) => expect(toCall({ log: { id, [name]: 142 } }).duration).toBe(142),
);

test('times, sentiment and recording have other names in the field', () => {
  const call = toCall({
    call: {
      id,
      called_time: '2026-07-03 10:30:00',
      postcallanalysis: { sentiment: 'negative', call_successful: false },
      recording_sas_url: 'https://x.blob.core.windows.net/r?sig=abc',
      llm_name: 'gpt-4o',
      end_reason: 'voicemail_detected',
    },
  });
  expect(call).toMatchObject({
    startedAt: { text: '2026-07-03 10:30:00' },
    sentiment: { raw: 'negative', kind: 'negative' },
    recording: { kind: 'link', pointer: '/call/recording_sas_url' },
    metrics: [{ name: 'llm_name', value: 'gpt-4o', unit: 'text', pointer: '/call/llm_name' }],
    flags: ['voicemail'],
  });
  expect(call.startedAt).not.toHaveProperty('iso');
  expect(call.extracted.map(({ name, value }) => [name, value])).toEqual([
    ['sentiment', 'negative'],
    ['call_successful', false],
  ]);
});

test('a wrapped answer is unwrapped', () => {
  expect(toCall({ call: { statusCode: 200, data: { id, status: 'busy', duration: 3 } } })).toMatchObject({
    status: { raw: 'busy', kind: 'busy' },
    duration: 3,
  });
});

test.each<[string, Json]>([
  ['lines', 'Agent: Hello.\nUser: Hi: how\nare you?'],
  [
    'a list',
    [
      { role: 'agent', content: 'Hello.' },
      { role: 'user', content: 'Hi: how\nare you?', start: 1, end: 2 },
    ],
  ],
  [
    'a list in a text',
    JSON.stringify([
      { role: 'agent', content: 'Hello.' },
      { role: 'user', content: 'Hi: how\nare you?' },
    ]),
  ],
  ['labelled lines in a list', ['Agent: Hello.', 'User: Hi: how\nare you?']],
])('a transcript may be %s', (_, transcript) => {
  const turns = toCall({ details: { id, transcript } }).transcripts[0]?.turns;
  expect(turns?.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['agent', 'Hello.'],
    ['customer', 'Hi: how\nare you?'],
  ]);
});

test.each<[string, [string, string][]]>([
  [
    'Agent: Please open the menu, user: settings. User: Done Agent: Good.',
    [
      ['Agent', 'Please open the menu, user: settings.'],
      ['User', 'Done'],
      ['Agent', 'Good.'],
    ],
  ],
  ['No labels at all.', [['', 'No labels at all.']]],
  ['Agent: The superUser: account.', [['Agent', 'The superUser: account.']]],
])('one line is split at exact labels only: %s', (transcript, expected) => {
  const turns = toCall({ call: { id, transcript } }).transcripts[0]?.turns;
  expect(turns?.map(({ speakerRaw, text }) => [speakerRaw, text])).toEqual(expected);
});

test.each<[string, string]>([
  ['created', 'in-progress'],
  ['initiated', 'in-progress'],
  ['sent', 'in-progress'],
  ['received', 'in-progress'],
  ['completed', 'completed'],
  ['did_not_pick', 'no-answer'],
  ['busy', 'busy'],
  ['no_answer', 'no-answer'],
  ['failed', 'failed'],
  ['cancelled', 'canceled'],
  ['retry_expired', 'failed'],
  ['voicemail', 'voicemail'],
])('status %s is %s', (raw, kind) => expect(toCall({ log: { id, status: raw } }).status).toEqual({ raw, kind }));

describe('two generations of routes', () => {
  const paths = { log: `/v1/call-logs/${id}`, details: `/v1/call-logs/${id}/details`, call: `/v1/calls/${id}` };
  const notFound: { failure: Failure } = { failure: { code: 'not-found', status: 404, said: 'Call not found' } };
  const older = { [paths.log]: log, [paths.details]: details };

  test('the older answers with log and details, and is remembered', async () => {
    const { api, memory, paths: asked } = fakeApi(older);
    expect(await dialnexa.getCall(api, id)).toEqual({ raw: { log, details }, failures: [] });
    expect(asked()).toEqual([paths.log, paths.details]);
    expect(memory).toEqual({ generation: 'call-logs' });
  });

  test('the current one answers where the older route is gone, and is asked first from then on', async () => {
    const { api, memory, paths: asked } = fakeApi({ [paths.call]: current });
    expect(await dialnexa.getCall(api, id)).toEqual({ raw: { call: current }, failures: [] });
    expect(memory).toEqual({ generation: 'calls' });
    await dialnexa.getCall(api, id);
    expect(asked()).toEqual([paths.log, paths.call, paths.call]);
  });

  test('an unknown call does not change what is remembered, and asks once', async () => {
    const {
      api,
      memory,
      paths: asked,
    } = fakeApi({ [paths.call]: notFound, ...older }, { memory: { generation: 'calls' } });
    expect(await dialnexa.getCall(api, id)).toBeUndefined();
    expect(asked()).toEqual([paths.call]);
    expect(memory).toEqual({ generation: 'calls' });
  });

  test('an unknown call at an unknown generation asks both, and remembers the one that knew its route', async () => {
    const { api, memory, paths: asked } = fakeApi({ [paths.call]: notFound });
    expect(await dialnexa.getCall(api, id)).toBeUndefined();
    expect(asked()).toEqual([paths.log, paths.call]);
    expect(memory).toEqual({ generation: 'calls' });
  });

  test('a remembered route that is gone gives way to the other', async () => {
    const { api, memory } = fakeApi(older, { memory: { generation: 'calls' } });
    expect(await dialnexa.getCall(api, id)).toMatchObject({ raw: { log } });
    expect(memory).toEqual({ generation: 'call-logs' });
  });

  test('details that cannot be had do not cost the call', async () => {
    const failure: Failure = { code: 'provider-down', status: 503 };
    const { api } = fakeApi({ [paths.log]: log, [paths.details]: { failure } });
    expect(await dialnexa.getCall(api, id)).toEqual({
      raw: { log },
      failures: [{ what: { en: 'details (transcript and events)' }, failure }],
    });
  });

  test.each<Failure>([{ code: 'key-rejected', status: 401 }, { code: 'no-access', status: 403 }, { code: 'canceled' }])(
    '$code is thrown, and the other generation is not asked',
    async (failure) => {
      const { api, asked } = fakeApi({ [paths.log]: { failure }, [paths.call]: current });
      await expect(dialnexa.getCall(api, id)).rejects.toMatchObject({ failure });
      expect(asked).toHaveLength(1);
    },
  );

  test('another call in the answer is a failure, and so is a failure with status 200', async () => {
    const wrong = fakeApi({ [paths.log]: { id: 'log_zzz999', call_id: 'call_zzz999' } });
    await expect(dialnexa.getCall(wrong.api, id)).rejects.toMatchObject({ failure: { code: 'wrong-call' } });
    const body = { statusCode: 403, message: 'You do not have permission to access this call' };
    const refused = fakeApi({ [paths.log]: body });
    await expect(dialnexa.getCall(refused.api, id)).rejects.toMatchObject({
      failure: { code: 'no-access', status: 403 },
    });
  });

  test.each(['abc123', 'call_', 'call_abc123/details', 'call_abc 123', '50958', `call_${'a'.repeat(65)}`])(
    'never asks for %j',
    async (other) => {
      const { api, asked } = fakeApi({});
      expect(await dialnexa.getCall(api, other)).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );

  test('a log ID may be asked for', async () => {
    const { api } = fakeApi({ '/v1/call-logs/log_abc123': log, '/v1/call-logs/log_abc123/details': details });
    expect(await dialnexa.getCall(api, 'log_abc123')).toMatchObject({ raw: { log } });
  });
});

describe('lists', () => {
  test('the older list has a total', async () => {
    const { api, asked } = fakeApi({
      '/v1/call-logs': { data: [log], meta: { page: 1, limit: 20, total: 150, totalPages: 8 } },
    });
    const page = await dialnexa.listCalls(api, { status: 'completed' }, undefined);
    expect(asked).toEqual([{ path: '/v1/call-logs', query: { status: 'completed', page: 1, limit: 20 } }]);
    expect(page).toMatchObject({ total: 150, next: '2', rows: [{ id, raw: { log } }] });
    expect(await dialnexa.whoAmI(api)).toEqual({ calls: 150 });
  });

  test('the current list is bare; a short page is the last', async () => {
    const { api, paths } = fakeApi({ '/v1/calls': [current] });
    const page = await dialnexa.listCalls(api, {}, undefined);
    expect(paths()).toEqual(['/v1/call-logs', '/v1/calls']);
    expect(page.rows).toEqual([{ id, raw: { call: current } }]);
    expect(page.next).toBeUndefined();
  });

  test('a full page of a bare list has a next one', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({ id: `call_${100_000 + index}` }));
    const { api } = fakeApi({ '/v1/calls': rows });
    expect((await dialnexa.listCalls(api, {}, '3')).next).toBe('4');
  });

  test('a phone number is asked of the routes that know that filter', async () => {
    const { api, asked } = fakeApi({ '/v1/calls': [current] }, { memory: { generation: 'call-logs' } });
    await dialnexa.listCalls(api, { to: '+919876543210' }, undefined);
    expect(asked).toEqual([{ path: '/v1/calls', query: { to: '+919876543210', page: 1, limit: 20 } }]);
  });
});
