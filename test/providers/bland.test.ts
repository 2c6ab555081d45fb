import { describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import type { Failure } from '../../lib/errors';
import { bland } from '../../lib/providers/bland';
import { samples } from '../../lib/providers/bland/samples';
import { mask } from '../../lib/redaction/mask';
import { callOf } from '../../lib/worker/calls/callOf';
import { blandCalls } from '../harness/calls/bland';
import { fakeApi } from './fakeApi';

const id = '12345678-1234-1234-1234-123456789012';
const path = `/v1/calls/${id}`;
const documented = samples.documented[path] as Json;
const cited = samples.documented['/v1/calls/8a9620f6-d634-4b92-8d75-93280a894a71'] as Json;
const toCall = (raw: Json) => callOf({ provider: 'bland', connection: 'c', id }, raw);
const call = (row: Record<string, Json>) => toCall({ call_id: id, ...row });
const utc = (text: string) => ({ text, iso: new Date(text).toISOString() });

test('the documented call becomes a call', () => {
  const first = '2024-04-27T23:51:28.568385+00:00';
  const second = '2024-04-27T23:51:30.689815+00:00';
  expect(toCall(documented)).toMatchObject({
    status: { raw: 'completed', kind: 'completed' },
    direction: 'outbound',
    from: '+17163511654',
    to: '+12223334444',
    startedAt: utc('2024-04-27T23:51:25+00:00'),
    duration: 45,
    endedBy: 'ASSISTANT',
    meanings: { endedBy: 'The voice agent ended the call.' },
    summary: expect.stringMatching(/^The call was a conversation between a hotel booking/),
    flags: ['transferred'],
    transcripts: [
      {
        kind: 'original',
        turns: [
          { speaker: 'customer', speakerRaw: 'user', text: 'Hello?', at: utc(first), offset: 3.568 },
          {
            speaker: 'agent',
            speakerRaw: 'assistant',
            text: expect.stringMatching(/^Hi there!/),
            at: utc(second),
            offset: 5.689,
          },
        ],
      },
      // The list is cut in the document, the text goes on.
      { kind: 'other', turns: { length: 3 } },
    ],
    extracted: [{ name: 'input', value: { date: '2024-04-28', rooms: 3 }, pointer: '/variables/input' }],
    actions: [
      {
        type: 'warm_transfer_call',
        name: '+14158589038',
        succeeded: true,
        parameters: [{ name: 'proxy_agent_calls' }, { name: 'state', value: 'MERGED' }],
        pointer: '/warm_transfer_call',
      },
    ],
    deliveries: [],
    metrics: [{ name: 'price', value: 0.068, unit: 'usd', pointer: '/price' }],
    issues: [],
    recording: { kind: 'none' },
    problems: [],
    masked: [],
  });
});

test('the documented call with citations, nodes and a corrected transcript becomes a call', () => {
  expect(toCall(cited)).toMatchObject({
    endedBy: 'USER',
    duration: 19,
    transcripts: [
      { kind: 'original', turns: { length: 4 } },
      {
        kind: 'other',
        turns: [
          { speaker: 'agent', offset: 0.384, endOffset: 4.096 },
          { speaker: 'customer', offset: 5.056, endOffset: 6.176 },
          {},
          {},
        ],
      },
    ],
    extracted: [{ name: 'firstName', value: 'James', pointer: '/citations/0/value' }],
    actions: [
      { type: 'chosen_node_id', name: 'Appointment Confirmation', pointer: '/pathway_logs/0' },
      { type: 'chosen_node_id', name: 'Identity Verification', at: utc('2025-09-19T18:22:15.893Z') },
      { type: 'warm_transfer_call', name: '+12345678901', at: utc('2025-10-16T17:10:28.301Z') },
    ],
    metrics: [
      { name: 'price', value: 0.029, unit: 'usd' },
      { name: 'pre_transfer_duration', value: 0.3955, unit: 'minutes' },
      { name: 'post_transfer_duration', value: 0.571166666666667, unit: 'minutes' },
      { name: 'disposition_tag', value: 'COMPLETED_ACTION', unit: 'text' },
    ],
    issues: ['Account not allowed to call +12345678901'],
    recording: { kind: 'request', pointer: '/recording_url' },
    masked: ['/recording_url'],
    problems: [],
  });
});

test.each<[Record<string, Json>, string, string | undefined]>([
  [{ status: 'completed', answered_by: 'human' }, 'completed', 'completed'],
  [{ status: 'completed', answered_by: 'voicemail' }, 'voicemail', 'voicemail'],
  [{ status: 'failed', answered_by: 'voicemail' }, 'failed', 'failed'],
  [{ status: 'failed', completed: true, queue_status: 'complete' }, 'failed', 'failed'],
  [{ status: 'busy' }, 'busy', 'busy'],
  [{ status: 'no-answer' }, 'no-answer', 'no-answer'],
  [{ status: 'canceled' }, 'canceled', 'canceled'],
  [{ status: 'unknown', completed: true }, 'unknown', 'unknown'],
  [{ queue_status: 'new' }, 'new', 'in-progress'],
  [{ queue_status: 'queued' }, 'queued', 'in-progress'],
  [{ queue_status: 'allocated' }, 'allocated', 'in-progress'],
  [{ queue_status: 'started', answered_by: 'voicemail' }, 'started', 'in-progress'],
  [{ queue_status: 'complete' }, 'complete', 'completed'],
  [{ queue_status: 'completed' }, 'completed', 'completed'],
  [{ queue_status: 'pre_queue_error' }, 'pre_queue_error', 'failed'],
  [{ queue_status: 'queue_error', completed: false }, 'queue_error', 'failed'],
  [{ queue_status: 'call_error', completed: true }, 'call_error', 'failed'],
  [{ queue_status: 'complete_error' }, 'complete_error', 'completed'],
  // Where the two differ, `completed` is the later news.
  [{ queue_status: 'started', completed: true }, 'completed', 'completed'],
  [{ queue_status: 'complete', completed: false }, 'complete', 'in-progress'],
  [{ completed: true }, 'completed', 'completed'],
])('%j is %s, of the kind %s', (row, raw, kind) => expect(call(row).status).toEqual({ raw, kind }));

test('a call of which nothing tells how far it is has no status', () => {
  expect(call({ completed: false }).status).toBeUndefined();
});

test.each<[Record<string, Json>, number | undefined]>([
  [{ corrected_duration: '45', call_length: 0.75 }, 45],
  [{ corrected_duration: '0', call_length: 0 }, 0],
  [{ corrected_duration: null, call_length: 0.5 }, 30],
  [{ call_length: 0 }, 0],
  [{ call_length: 1e308 }, undefined],
  [{}, undefined],
])('%j lasts %s seconds', (row, seconds) => expect(call(row).duration).toBe(seconds));

describe('what was said and done', () => {
  const line = (user: string, text: string, second: number) => ({
    user,
    text,
    created_at: `2026-01-01T10:00:${String(second).padStart(2, '0')}Z`,
  });
  const started_at = '2026-01-01T10:00:10.500+00:00';

  test('is in its order, with seconds from the start; what was before it has a clock alone', () => {
    const transcripts = [line('assistant', 'Third.', 30), line('robot', 'First.', 9), line('user', ' Second. ', 12)];
    const [original] = call({ started_at, transcripts }).transcripts;
    expect(original?.turns).toEqual([
      { speaker: 'agent', speakerRaw: 'robot', text: 'First.', at: utc('2026-01-01T10:00:09Z') },
      { speaker: 'customer', speakerRaw: 'user', text: 'Second.', at: utc('2026-01-01T10:00:12Z'), offset: 1.5 },
      { speaker: 'agent', speakerRaw: 'assistant', text: 'Third.', at: utc('2026-01-01T10:00:30Z'), offset: 19.5 },
    ]);
  });

  test('stays as sent where a time is missing', () => {
    const transcripts = [line('assistant', 'One.', 30), { user: 'user', text: 'Two.' }, line('user', 'Three.', 12)];
    const [original] = call({ started_at, transcripts }).transcripts;
    expect(original?.turns.map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.']);
  });

  test('what the agent did is a turn of a tool and an action at it', () => {
    const transcripts = [
      line('agent-action', 'Ended call: Thanks, you too! Have a good day.', 50),
      line('agent-action', 'Ended call', 55),
      line('user', 'Bye.', 40),
    ];
    const { transcripts: shown, actions } = call({ started_at, transcripts });
    expect(shown[0]?.turns.map(({ speaker }) => speaker)).toEqual(['customer', 'tool', 'tool']);
    expect(actions).toMatchObject([
      {
        type: 'agent-action',
        typeName: 'Action of the voice agent',
        name: 'Ended call',
        description: 'Thanks, you too! Have a good day.',
        at: utc('2026-01-01T10:00:50Z'),
        offset: 39.5,
        turn: 1,
        pointer: '/transcripts/0',
      },
      { name: 'Ended call', turn: 2 },
    ]);
  });

  test('a text alone is read, and one that says the same as the list is not shown twice', () => {
    const concatenated_transcript = "user: Hello?  \n assistant: You're welcome. \n agent-action: Ended call \n ";
    const turns = [
      { speaker: 'customer', speakerRaw: 'user', text: 'Hello?' },
      { speaker: 'agent', speakerRaw: 'assistant', text: "You're welcome." },
      { speaker: 'tool', speakerRaw: 'agent-action', text: 'Ended call' },
    ];
    expect(call({ concatenated_transcript }).transcripts).toEqual([{ kind: 'original', turns }]);
    const transcripts = turns.map(({ speakerRaw, text }, index) => line(speakerRaw, text, 20 + index));
    expect(call({ concatenated_transcript, transcripts }).transcripts).toHaveLength(1);
  });

  test('nodes of the pathway are entered once each; logs may be JSON in a text, or a text', () => {
    const node = (chosen_node_id: string, rest = {}) => ({
      chosen_node_id,
      created_at: '2026-01-01T10:00:00Z',
      ...rest,
    });
    const logs = [
      node('1', { tag: { name: 'Intro', color: '#862727' } }),
      node('2', { decision: '{"Current Node Name":"Book"}' }),
      node('2', { text: 'Booked.' }),
      node('3', { tag: null, decision: null }),
    ];
    for (const pathway_logs of [logs, JSON.stringify(logs)] as Json[]) {
      const { actions, problems } = call({ pathway_logs });
      expect(actions.map(({ name }) => name)).toEqual(['Intro', 'Book', '3']);
      expect(problems).toEqual([]);
    }
    expect(call({ pathway_logs: 'Intro -> Book' })).toMatchObject({ actions: [], problems: [] });
  });
});

test.each<[Record<string, Json>, string, boolean | undefined, boolean]>([
  [{ transferred_to: '+14155550177' }, 'transferred_to', undefined, true],
  [{ warm_transfer_call: { state: 'MERGED' } }, 'warm_transfer_call', true, true],
  [{ warm_transfer_call: { state: 'STARTED' } }, 'warm_transfer_call', undefined, false],
  [{ warm_transfer_call: { state: 'NO_ANSWER' }, transferred_to: '+1' }, 'warm_transfer_call', false, false],
  [{ warm_transfer_call: { state: 'TIMED_OUT' } }, 'warm_transfer_call', false, false],
  [{ warm_transfer_call: { state: 'CANCELLED' } }, 'warm_transfer_call', false, false],
])('%j is the action %s, succeeded: %s', (row, type, succeeded, isTransferred) => {
  const { actions, flags } = call(row);
  expect(actions).toMatchObject([{ type, succeeded }]);
  expect(flags).toEqual(isTransferred ? ['transferred'] : []);
});

test('variables that are there in every call are no extracted data', () => {
  const variables = {
    now_utc: 'x',
    short_to: '2223334444',
    zip: '12345',
    phone_number: '+1',
    order: 'PX-1',
    paid: null,
  };
  const { extracted } = call({ variables, analysis: { confirmed: true } });
  expect(extracted.map(({ name, absent }) => [name, absent])).toEqual([
    ['confirmed', false],
    ['order', false],
    ['paid', true],
  ]);
});

test('what went wrong is an issue, also where only the stage of the queue says so', () => {
  expect(call({ error_message: 'The number you dialed is not found.' }).issues).toEqual([
    'The number you dialed is not found.',
  ]);
  expect(call({ queue_status: 'complete_error', error_message: null }).issues).toEqual(['complete_error']);
  expect(call({ queue_status: 'complete', error_message: null }).issues).toEqual([]);
});

test.each<[Record<string, Json>, object]>([
  [
    { record: true, corrected_duration: '12' },
    { kind: 'request', pointer: '/record' },
  ],
  [{ record: true, corrected_duration: '0', recording_url: null }, { kind: 'none' }],
  [{ record: false, recording_url: '' }, { kind: 'none' }],
  [
    { recording_url: 'https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1' },
    { kind: 'request', pointer: '/recording_url' },
  ],
])('the recording of %j is asked for with the key', (row, recording) => {
  expect(call(row).recording).toEqual(recording);
  expect(bland.recording({ call_id: id, ...row }, {})).toEqual({ request: { path: `${path}/recording` } });
});

test('a recording is asked for by an ID of the vendor’s shape alone', () => {
  expect(bland.recording({ call_id: '../me' }, {})).toBeUndefined();
});

test('what is secret in a request, its tools and its logs is masked, and nothing else', () => {
  const shown = toCall({ ...blandCalls[0]!.row, call_id: id });
  const text = JSON.stringify(shown);
  for (const secret of ['depot-77f0c2a9e1', '4f9a2be1d84f53a6', '5d41402abc4b2a76', '9f86d081884c7d65', '/recordings/'])
    expect(text).not.toContain(secret);
  expect(shown.raw).toMatchObject({
    request_data: {
      webhook: `https://automation.example.com/${mask}`,
      encrypted_key: mask,
      tools: [{ url: 'https://depot.example.com/v2/slots', headers: { 'Content-Type': 'application/json' } }],
      dynamic_data: [{ headers: { Authorization: mask } }],
    },
    variables: { parcel: 'PX-88120', depot_api_key: mask },
    metadata: { crm_contact: 'C-20418' },
  });
});

test('the key is sent as it is', () => expect(bland.authorize('org_1')).toEqual({ authorization: 'org_1' }));

describe('asking for a call', () => {
  const notFound = { data: null, errors: [{ error: 'CALL_NOT_FOUND', message: 'Call not found' }] };
  const said = (status: number, body: Json) => ({ failure: bland.explain(status, body) as Failure });

  test('brings it by its ID', async () => {
    const { api, paths } = fakeApi({ [path]: documented });
    expect(await bland.getCall(api, id)).toEqual({ raw: documented, failures: [] });
    expect(paths()).toEqual([path]);
  });

  test('an unknown ID is no failure, with status 404 or 200', async () => {
    expect(await bland.getCall(fakeApi({}).api, id)).toBeUndefined();
    expect(await bland.getCall(fakeApi({ [path]: said(404, notFound) }).api, id)).toBeUndefined();
    expect(await bland.getCall(fakeApi({ [path]: notFound }).api, id)).toBeUndefined();
  });

  test.each<[Json, string]>([
    [{ status: 'error', message: 'Rate limit exceeded' }, 'rate-limited'],
    [{ data: null, errors: [{ error: 'AUTH_FAILURE', message: 'Unauthorized' }] }, 'key-rejected'],
    [{ status: 'error', message: 'The Bland Team has flagged your account.' }, 'provider-said'],
    [{ ...(cited as object) } as Json, 'wrong-call'],
  ])('%j with status 200 is thrown', async (body, code) => {
    await expect(bland.getCall(fakeApi({ [path]: body }).api, id)).rejects.toMatchObject({ failure: { code } });
  });

  test.each(['', '50958', `${id}/recording`, id.slice(1), `${id}0`, 'call_abc123'])(
    'never asks for %j',
    async (other) => {
      const { api, asked } = fakeApi({});
      expect(await bland.getCall(api, other)).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );
});

test('the account says how many calls it holds', async () => {
  const me = { status: 'active', billing: { current_balance: 99919.1210000034, refill_to: null }, total_calls: 9903 };
  expect(await bland.whoAmI(fakeApi({ '/v1/me': me }).api)).toEqual({ calls: 9903 });
});

describe('lists', () => {
  const row = (index: number, rest = {}) => ({ call_id: id.slice(0, -2) + String(index).padStart(2, '0'), ...rest });

  test('are asked for by places, and days are the user’s own', async () => {
    const { api, asked } = fakeApi({ '/v1/calls': { total_count: 60, count: 1, calls: [row(1)] } });
    const chosen = { inbound: 'true', start_date: '2026-01-01' };
    expect(await bland.listCalls(api, chosen, '2')).toEqual({
      rows: [{ id: row(1).call_id, raw: row(1) }],
      total: 60,
      next: '3',
    });
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    expect(asked).toEqual([{ path: '/v1/calls', query: { ...chosen, timezone: timeZone, from: 25, to: 50 } }]);
  });

  test('without a total end with a page that is not full', async () => {
    const rows = (count: number) => ({ calls: Array.from({ length: count }, (_, index) => row(index)) });
    expect((await bland.listCalls(fakeApi({ '/v1/calls': rows(25) }).api, {}, undefined)).next).toBe('2');
    expect((await bland.listCalls(fakeApi({ '/v1/calls': rows(24) }).api, {}, undefined)).next).toBeUndefined();
  });

  test('of a contact are searched by both sides, in North America in two notations', async () => {
    const calls = [row(1, { from: '5551234567', to: '+15550001111' })];
    const { api, asked } = fakeApi({ '/v1/calls': { calls } });
    expect(await bland.callsOf?.(api, { phones: ['+15551234567'] })).toEqual({
      rows: [{ id: row(1).call_id, raw: calls[0] }],
      searched: { by: 'phone', values: ['+15551234567'] },
    });
    expect(asked.map(({ query = {} }) => [query.to_number, query.from_number])).toEqual([
      [undefined, undefined],
      ['+15551234567', undefined],
      [undefined, '+15551234567'],
      ['5551234567', undefined],
      [undefined, '5551234567'],
    ]);
    const abroad = fakeApi({ '/v1/calls': { calls: [] } });
    await bland.callsOf?.(abroad.api, { phones: ['+4915112345678'] });
    expect(abroad.asked).toHaveLength(3);
    expect(await bland.callsOf?.(abroad.api, { phones: [] })).toBeUndefined();
  });
});
