import { describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import { pointerAt } from '../../lib/call/jsonPointer';
import type { Failure } from '../../lib/errors';
import { retell } from '../../lib/providers/retell';
import { samples } from '../../lib/providers/retell/samples';
import { endReasons } from '../../lib/providers/retell/words';
import { mask } from '../../lib/redaction/mask';
import { redact } from '../../lib/redaction/redact';
import { callOf } from '../../lib/worker/calls/callOf';
import { idsIn } from '../../lib/worker/calls/idsInText';
import { retellCalls } from '../harness/calls/retell';
import type { Row } from '../harness/replica/vendor';
import { fakeApi } from './fakeApi';

const id = 'Jabr9TXYYJHfvl6Syypi88rdAHYHmcq6';
const path = `/v2/get-call/${id}`;
const phoneCall = samples.documented[path] as Row;
const webCall = samples.documented['/v2/get-call/call_a4441234567890777c4a4a123e6'] as Row;
const toCall = (raw: Json) => retell.toCall(id, redact(raw).value);
const booking = retellCalls.find(({ row }) => row.call_id === 'call_5a82f0a43ea0977566b1104fcfc')!.row;

test('the documented phone call becomes a call', () => {
  const raw = redact(phoneCall).value;
  const call = retell.toCall(id, raw);
  const { transcripts, metrics, ...rest } = call;
  expect(rest).toEqual({
    status: { raw: 'registered', kind: 'completed' },
    sentiment: { raw: 'Positive', kind: 'positive' },
    direction: 'inbound',
    channel: 'phone_call',
    agent: { id: 'oBeDLoLOeuAbiuaMFXRtDOLriTJ5tSxD', name: 'My Agent' },
    from: '+12137771234',
    to: '+12137771235',
    startedAt: { text: '1703302407333', iso: '2023-12-23T03:33:27.333Z' },
    duration: 10,
    endReason: 'agent_hangup',
    endedBy: 'agent',
    summary: expect.stringMatching(/^The agent called the user .* next Monday 10am\.$/),
    flags: ['transferred'],
    extracted: [
      {
        name: 'last_node_name',
        value: 'Test node',
        absent: false,
        pointer: '/collected_dynamic_variables/last_node_name',
      },
    ],
    actions: [],
    deliveries: [],
    issues: [],
    recording: { kind: 'link', pointer: '/recording_url' },
    raw,
    problems: [],
  });
  // The example lists one turn of the seven that its text has.
  expect(transcripts.map(({ kind, turns }) => [kind, turns.length])).toEqual([
    ['original', 7],
    ['other', 1],
  ]);
  expect(transcripts[1]?.turns).toEqual([
    { speaker: 'agent', speakerRaw: 'agent', text: 'hi how are you doing?', offset: 0.7, endOffset: 1.3 },
  ]);
  expect(metrics.slice(0, 3)).toEqual([
    { name: 'call_successful', value: true, unit: 'text', pointer: '/call_analysis/call_successful' },
    { name: 'e2e_latency_p50', value: 0.8, unit: 'seconds', pointer: '/latency/e2e/p50' },
    { name: 'e2e_latency_p99', value: 2.5, unit: 'seconds', pointer: '/latency/e2e/p99' },
  ]);
  expect(metrics.slice(-2)).toEqual([
    { name: 'combined_cost', value: 0.7, unit: 'usd', pointer: '/call_cost/combined_cost' },
    { name: 'elevenlabs_tts', value: 0.6, unit: 'usd', pointer: '/call_cost/product_costs/0/cost' },
  ]);
  expect(metrics).toHaveLength(17);
});

test('the documented web call has neither numbers nor direction', () => {
  const call = toCall(webCall);
  expect(call).toMatchObject({ channel: 'web_call', problems: [] });
  expect([call.direction, call.from, call.to]).toEqual([undefined, undefined, undefined]);
});

test.each<[string, Row, string]>([
  ['registered', {}, 'in-progress'],
  ['ongoing', {}, 'in-progress'],
  ['ended', { disconnection_reason: 'user_hangup' }, 'completed'],
  ['ended', { disconnection_reason: 'call_transfer' }, 'completed'],
  ['ended', { disconnection_reason: 'voicemail_reached' }, 'voicemail'],
  ['ended', { call_analysis: { in_voicemail: true } }, 'voicemail'],
  ['error', { disconnection_reason: 'error_asr' }, 'failed'],
  ['error', { call_analysis: { in_voicemail: true } }, 'failed'],
  ['not_connected', {}, 'failed'],
  ['not_connected', { disconnection_reason: 'dial_busy' }, 'busy'],
  ['not_connected', { disconnection_reason: 'dial_no_answer' }, 'no-answer'],
  ['not_connected', { disconnection_reason: 'user_declined' }, 'no-answer'],
  ['not_connected', { disconnection_reason: 'dial_failed' }, 'failed'],
  ['paused', {}, 'unknown'],
])('status %s with %j is %s', (raw, row, kind) =>
  expect(toCall({ call_id: id, call_status: raw, ...row }).status).toEqual({ raw, kind }),
);

test('each documented end reason says what it means; an unknown one stands as it is', () => {
  expect(endReasons).toHaveLength(34);
  const meaning = (disconnection_reason: string) =>
    callOf({ provider: 'retell', connection: 'c', id }, { call_id: id, disconnection_reason });
  const meanings = endReasons.map((reason) => meaning(reason).meanings?.endReason);
  for (const each of meanings) expect(each).toMatch(/^\p{Lu}.+\.$/u);
  expect(new Set(meanings).size).toBe(meanings.length);
  expect(meaning('eaten_by_a_grue')).toMatchObject({ endReason: 'eaten_by_a_grue' });
  expect(meaning('eaten_by_a_grue').meanings?.endReason).toBeUndefined();
});

test.each<[Row, string | undefined]>([
  [{ disconnection_reason: 'user_hangup' }, 'user'],
  [{ disconnection_reason: 'agent_hangup' }, 'agent'],
  [{ disconnection_reason: 'inactivity' }, undefined],
])('%j was ended by %s', (row, endedBy) => expect(toCall(row).endedBy).toBe(endedBy));

test.each<[Row, string[]]>([
  [{ disconnection_reason: 'call_transfer' }, ['transferred']],
  [{ disconnection_reason: 'transfer_bridged' }, ['transferred']],
  [{ transfer_destination: 'sip:desk@example.com' }, ['transferred']],
  [{ transfer_destination: '+14155550199', disconnection_reason: 'transfer_cancelled' }, []],
  [{ transfer_destination: null }, []],
  [{ disconnection_reason: 'machine_detected' }, ['voicemail']],
])('%j has the flags %j', (row, flags) => expect(toCall(row).flags).toEqual(flags));

test.each(['Negative', 'Positive', 'Neutral', 'Unknown'])('sentiment %s is known', (raw) =>
  expect(toCall({ call_analysis: { user_sentiment: raw } }).sentiment).toEqual({ raw, kind: raw.toLowerCase() }),
);

test.each<[Row, number | undefined]>([
  [{ duration_ms: 97_450, start_timestamp: 1, end_timestamp: 5001 }, 97.45],
  [{ duration_ms: 0 }, 0],
  [{ start_timestamp: 1_703_302_407_333, end_timestamp: 1_703_302_428_855 }, 21.522],
  [{ call_cost: { total_duration_seconds: 60 } }, 60],
  [{ start_timestamp: 1_703_302_407_333 }, undefined],
])('the duration of %j is %s seconds', (row, seconds) => expect(toCall(row).duration).toBe(seconds));

test('cost is stated in cents, latency in milliseconds, tokens for each request', () => {
  const { metrics } = toCall({
    latency: { e2e: { p50: 1124.4, p99: 2650 }, asr: { p50: 0 }, tts: {}, llm: { p50: 620 } },
    llm_token_usage: { values: [1480, 1522, 1610], average: 1537.333, num_requests: 3 },
    call_cost: {
      combined_cost: 15.215,
      product_costs: [
        { product: 'gpt_4_1', cost: 4.365 },
        { product: 'retell_voice', cost: 10.85, is_transfer_leg_cost: true },
      ],
    },
  });
  expect(metrics.map(({ name, value, unit }) => [name, value, unit])).toEqual([
    ['e2e_latency_p50', 1.1244, 'seconds'],
    ['e2e_latency_p99', 2.65, 'seconds'],
    ['asr_latency_p50', 0, 'seconds'],
    ['llm_latency_p50', 0.62, 'seconds'],
    ['llm_tokens', 4612, 'tokens'],
    ['llm_requests', 3, 'count'],
    ['combined_cost', 0.15215, 'usd'],
    ['gpt_4_1', 0.04365, 'usd'],
    ['retell_voice (transfer)', 0.1085, 'usd'],
  ]);
});

describe('the conversation', () => {
  const booked = () => callOf({ provider: 'retell', connection: 'c', id: String(booking.call_id) }, booking);

  test('is who spoke, with the times of the first and the last word', () => {
    const { transcripts } = booked();
    expect(transcripts).toHaveLength(1);
    const turns = transcripts[0]?.turns ?? [];
    expect(turns.map(({ speaker }) => speaker).join(' ')).toBe('agent customer agent customer agent customer agent');
    expect(turns[1]).toEqual({
      speaker: 'customer',
      speakerRaw: 'user',
      text: 'Yes, I would like to come next week.',
      offset: 5.2,
      endOffset: 7.81,
    });
  });

  test('tools are invocation and result, by their ID, after the turn in which they were called', () => {
    const tools = booked().actions.filter(({ type }) => type === 'tool_call_invocation');
    expect(tools).toMatchObject([
      {
        id: 'call_CTgHfSj4lNZaqVjByk2eJooc',
        name: 'find_slots',
        turn: 1,
        parameters: [
          { name: 'from', value: '2026-11-23' },
          { name: 'to', value: '2026-11-27' },
          { name: 'api_key', value: mask },
        ],
        result: { slots: ['2026-11-24T09:30', '2026-11-26T15:00'] },
        succeeded: true,
        pointer: '/transcript_with_tool_calls/3',
      },
      { name: 'book_slot', turn: 3, result: 'Slot is taken', succeeded: false },
      { name: 'book_slot', turn: 5, result: { booked: true }, succeeded: true },
    ]);
  });

  test('steps, text messages and pressed keys are actions of their own', () => {
    expect(booked().actions.filter(({ type }) => !type.startsWith('tool_'))).toMatchObject([
      {
        type: 'node_transition',
        typeName: 'Went to another step',
        name: 'Find a slot',
        turn: 1,
        parameters: [
          { name: 'former_node_id' },
          { name: 'former_node_name', value: 'Greeting' },
          { name: 'new_node_id' },
          { name: 'transition_type', value: 'normal' },
        ],
      },
      {
        type: 'sms',
        typeName: 'Text message received',
        name: '',
        offset: 21.5,
        turn: 4,
        parameters: [{ name: 'content', value: 'Can it be after five?' }, { name: 'multimedia' }],
      },
    ]);
    const { actions } = toCall({ transcript_with_tool_calls: [{ role: 'dtmf', digit: '#' }] });
    expect(actions).toEqual([{ type: 'dtmf', name: '#', parameters: [], pointer: '/transcript_with_tool_calls/0' }]);
  });

  test('a result without its invocation, a role that nobody documents and what is no entry cost nothing', () => {
    const { actions, transcripts, problems } = toCall({
      transcript_with_tool_calls: [
        'Agent: Hello',
        { role: 'tool_call_result', tool_call_id: 'x', content: '{"a":1}' },
        { role: 'hologram', shape: 'cat', time_sec: 3 },
        { role: 'agent', content: 'Hello.', words: [] },
        { role: 'tool_call_invocation', tool_call_id: 'y', name: 'end_call', arguments: 'now' },
      ],
    });
    expect(transcripts).toEqual([
      { kind: 'original', turns: [{ speaker: 'agent', speakerRaw: 'agent', text: 'Hello.' }] },
    ]);
    expect(actions).toMatchObject([
      { id: 'x', type: 'tool_call_result', name: '', result: { a: 1 } },
      { type: 'hologram', name: '', offset: 3, parameters: [{ name: 'shape', value: 'cat' }] },
      { name: 'end_call', turn: 0, parameters: [{ value: 'now' }] },
    ]);
    expect(problems).toEqual([]);
  });

  test('who a call was transferred to is neither agent nor customer', () => {
    const { transcripts } = toCall({ transcript_object: [{ role: 'transfer_target', content: 'Ines.', words: [] }] });
    expect(transcripts[0]?.turns).toMatchObject([{ speaker: 'unknown', speakerRaw: 'transfer_target' }]);
  });

  test.each<[string, Row]>([
    ['without personal data', { scrubbed_transcript_with_tool_calls: [{ role: 'user', content: 'Hi.', words: [] }] }],
    ['utterances alone', { transcript_object: [{ role: 'user', content: 'Hi.', words: [] }] }],
    ['one text', { transcript: 'User: Hi.\n' }],
  ])('may come as %s', (_, row) =>
    expect(toCall(row).transcripts).toMatchObject([
      { kind: 'original', turns: [{ speaker: 'customer', text: 'Hi.' }] },
    ]),
  );

  test('what happened is not tied to turns of another form', () => {
    const { actions } = toCall({
      transcript: 'Agent: One.\nUser: Two.\n',
      transcript_with_tool_calls: [
        { role: 'agent', content: 'One.', words: [] },
        { role: 'dtmf', digit: '1' },
      ],
    });
    expect(actions[0]?.turn).toBeUndefined();
  });
});

describe('secrets', () => {
  test('of the documented calls are masked', () => {
    expect(redact(phoneCall).masked.toSorted()).toEqual(
      [
        '/custom_sip_headers/X-Custom-Header',
        '/knowledge_base_retrieved_contents_url',
        '/public_log_url',
        '/recording_multi_channel_url',
        '/recording_url',
        '/scrubbed_recording_multi_channel_url',
        '/scrubbed_recording_url',
      ].toSorted(),
    );
    expect(redact(webCall).masked).toContain('/access_token');
  });

  test.each<[string, Row, string]>([
    ['a SIP header', { custom_sip_headers: { 'X-Custom': 'a value' } }, '/custom_sip_headers/X-Custom'],
    [
      'a variable that was given',
      { retell_llm_dynamic_variables: { crm_api_key: 'abc' } },
      '/retell_llm_dynamic_variables/crm_api_key',
    ],
    [
      'a variable that was collected',
      { collected_dynamic_variables: { access_token: 'a1b2c3d4e5f6a7b8c9' } },
      '/collected_dynamic_variables/access_token',
    ],
    ['metadata', { metadata: { webhook_secret: 'abc' } }, '/metadata/webhook_secret'],
    [
      'a tool’s arguments',
      { transcript_with_tool_calls: [{ role: 'tool_call_invocation', arguments: '{"password":"hunter2"}' }] },
      '/transcript_with_tool_calls/0/arguments',
    ],
    [
      'a tool’s result',
      { transcript_with_tool_calls: [{ role: 'tool_call_result', content: '{"auth_token":"abc"}' }] },
      '/transcript_with_tool_calls/0/content',
    ],
    [
      'what a model signed',
      { transcript_with_tool_calls: [{ role: 'tool_call_invocation', thought_signature: 'CpcBAR1j' }] },
      '/transcript_with_tool_calls/0/thought_signature',
    ],
    [
      'a signed attachment',
      {
        transcript_with_tool_calls: [
          { role: 'sms', multimedia: [{ url: 'https://m.example.com/1.jpg?Expires=1&Signature=abc&Key-Pair-Id=K1' }] },
        ],
      },
      '/transcript_with_tool_calls/0/multimedia/0/url',
    ],
  ])('%s is masked', (_, row, pointer) => {
    const { value, masked } = redact(row);
    expect(masked).toContain(pointer);
    expect(pointerAt(value, pointer)).toContain(mask);
  });

  test('what tells about a call is not', () => {
    const { masked } = redact({ ...booking, retell_llm_dynamic_variables: { customer_name: 'Dana' } });
    const shown = ['call_id', 'agent_id', 'telephony_identifier', 'transcript_object', 'llm_token_usage', 'latency'];
    for (const name of shown) expect(masked.filter((pointer) => pointer.startsWith(`/${name}`))).toEqual([]);
  });
});

describe('the recording', () => {
  const link = (name: string) => ({ [name]: `https://dxc03zgurdly9.cloudfront.net/0a1b/${name}.wav` });
  const [whole, scrubbed, channels] = ['recording_url', 'scrubbed_recording_url', 'recording_multi_channel_url'].map(
    link,
  );

  test('is the whole one, else the one without personal data, else that of two channels', () => {
    for (const [row, name] of [
      [{ ...channels, ...scrubbed, ...whole }, 'recording_url'],
      [{ ...channels, ...scrubbed }, 'scrubbed_recording_url'],
      [{ ...channels }, 'recording_multi_channel_url'],
    ] as [Row, string][]) {
      expect(retell.recording(row, {})).toEqual({ url: row[name] });
      expect(toCall(row).recording).toEqual({ kind: 'link', pointer: `/${name}` });
    }
  });

  test('is opened by https alone', () => {
    const row = { recording_url: 'http://example.com/a.wav' };
    expect(retell.recording(row, {})).toBeUndefined();
    expect(toCall(row).recording.kind).toBe('rejected');
    expect(toCall({}).recording).toEqual({ kind: 'none' });
  });
});

describe('one call', () => {
  test('is one request', async () => {
    const { api, asked } = fakeApi({ [path]: phoneCall });
    expect(await retell.getCall(api, id)).toEqual({ raw: phoneCall, failures: [] });
    expect(asked).toEqual([{ path }]);
  });

  test.each<Failure>([
    { code: 'not-found', status: 422, said: 'Cannot find requested asset under given api key.' },
    { code: 'request-rejected', status: 422 },
    { code: 'not-found', status: 404 },
  ])('%j is a call that is not known', async (failure) => {
    const { api } = fakeApi({ [path]: { failure } });
    expect(await retell.getCall(api, id)).toBeUndefined();
  });

  test.each<Failure>([
    { code: 'key-rejected', status: 401 },
    { code: 'request-rejected', status: 400 },
    { code: 'rate-limited', status: 429 },
    { code: 'canceled' },
  ])('%j is thrown', async (failure) => {
    const { api } = fakeApi({ [path]: { failure } });
    await expect(retell.getCall(api, id)).rejects.toMatchObject({ failure });
  });

  test('another call in the answer is a failure', async () => {
    const { api } = fakeApi({ [path]: { ...phoneCall, call_id: 'call_5a82f0a43ea0977566b1104fcfc' } });
    await expect(retell.getCall(api, id)).rejects.toMatchObject({ failure: { code: 'wrong-call' } });
  });

  test.each([
    'call_abc123',
    'call_CTgHfSj4lNZaqVjByk2eJooc',
    `call_${'a'.repeat(33)}`,
    'agent_1ffdb9717444d0e77346838911',
    `${'a'.repeat(31)}/`,
    '50958',
  ])('never asks for %j', async (other) => {
    const { api, asked } = fakeApi({});
    expect(await retell.getCall(api, other)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test.each<[number, string, string]>([
    [400, 'Invalid request format, please check API reference.', 'request-rejected'],
    [401, 'API key is missing or invalid.', 'key-rejected'],
    [422, 'Cannot find requested asset under given api key.', 'not-found'],
    [429, 'Account rate limited, please throttle your requests.', 'rate-limited'],
    [500, 'An unexpected server error occurred.', 'provider-down'],
  ])('%i “%s” is %s', (status, message, code) =>
    expect(retell.explain(status, { status: 'error', message })).toEqual({ code, status, said: message }),
  );
});

describe('lists', () => {
  const list = '/v3/list-calls';
  const row = (call_id: string, from_number: string, to_number: string, start_timestamp: number): Row => ({
    call_id,
    from_number,
    to_number,
    start_timestamp,
  });
  const ids = ['call_5a82f0a43ea0977566b1104fcfc', 'call_b5307aa8db5cc8f3b25d9d0024d'] as const;

  test('are asked for by POST, newest first, with the vendor’s filters', async () => {
    const { api, asked } = fakeApi({ [list]: { items: [phoneCall], has_more: true, pagination_key: 'next~1' } });
    const chosen = {
      from_number: '+12137771234',
      agent_id: 'agent_1',
      agent_tag: 'prod',
      call_status: 'ended',
      call_successful: 'false',
      disconnection_reason: 'dial_busy',
      start_timestamp: '2026-11-01T00:00:00.000Z',
      end_timestamp: '2026-11-02T00:00:00.000Z',
    };
    const page = await retell.listCalls(api, chosen, undefined);
    expect(page).toEqual({ rows: [{ id, raw: phoneCall }], total: undefined, next: 'next~1' });
    await retell.listCalls(api, {}, page.next);
    expect(asked).toEqual([
      {
        path: list,
        body: {
          filter_criteria: {
            from_number: { type: 'string', op: 'eq', value: '+12137771234' },
            agent: [{ agent_id: 'agent_1' }],
            agent_tag: { type: 'enum', op: 'in', value: ['prod'] },
            call_status: { type: 'enum', op: 'in', value: ['ended'] },
            call_successful: { type: 'boolean', op: 'eq', value: false },
            disconnection_reason: { type: 'enum', op: 'in', value: ['dial_busy'] },
            start_timestamp: { type: 'number', op: 'ge', value: 1_793_491_200_000 },
            end_timestamp: { type: 'number', op: 'le', value: 1_793_577_600_000 },
          },
          sort_order: 'descending',
          limit: 50,
        },
      },
      { path: list, body: { filter_criteria: {}, sort_order: 'descending', limit: 50, pagination_key: 'next~1' } },
    ]);
  });

  test('a day ends with its last millisecond, in the user’s own zone; what is no day is refused', async () => {
    const { api, asked } = fakeApi({ [list]: { items: [], has_more: false } });
    await retell.listCalls(api, { end_timestamp: '2026-11-01' }, undefined);
    expect(asked[0]?.body).toMatchObject({
      filter_criteria: { end_timestamp: { value: new Date(2026, 10, 1, 23, 59, 59, 999).getTime() } },
    });
    await expect(async () => retell.listCalls(api, { end_timestamp: 'soon' }, undefined)).rejects.toMatchObject({
      failure: { code: 'request-rejected', said: 'soon' },
    });
  });

  test('the last page has no next one, whatever its key', async () => {
    const { api } = fakeApi({ [list]: { items: [], has_more: false, pagination_key: 'x' } });
    expect((await retell.listCalls(api, {}, undefined)).next).toBeUndefined();
  });

  test('whose key it is: a list of one call, with the total', async () => {
    const { api, asked } = fakeApi({ [list]: { items: [phoneCall], has_more: true, total: 1234 } });
    expect(await retell.whoAmI(api)).toEqual({ calls: 1234 });
    expect(asked).toMatchObject([{ path: list, body: { limit: 1, include_total: true } }]);
  });

  test('calls of a phone number take two requests, and come newest first, each once', async () => {
    const phone = '+14155550142';
    const rows = [
      row(ids[0], phone, '+14155550188', 1),
      row(ids[1], '+14155550188', phone, 2),
      row('call_94c7a1e5f03b2d68c9a4e7f1b50', '+14155550188', '+14155550143', 3),
    ];
    const { api, asked } = fakeApi({ [list]: { items: rows, has_more: false } });
    const found = await retell.callsOf?.(api, { phones: [phone] });
    expect(found?.rows.map((each) => each.id)).toEqual([ids[1], ids[0]]);
    expect(found?.searched).toEqual({ by: 'phone', values: [phone], newest: undefined });
    expect(asked.map(({ body }) => (body as Row).filter_criteria)).toEqual([
      { from_number: { type: 'string', op: 'eq', value: phone } },
      { to_number: { type: 'string', op: 'eq', value: phone } },
    ]);
  });

  test('a number without its country is asked for by its end; where a list goes on, it is said', async () => {
    const rows = [row(ids[0], '+914155550142', '+1', 1), row(ids[1], '+14155550142', '+1', 2)];
    const { api, asked } = fakeApi({ [list]: { items: rows, has_more: true, pagination_key: 'x' } });
    const found = await retell.callsOf?.(api, { phones: ['04155550142'] });
    expect(asked[0]?.body).toMatchObject({
      filter_criteria: { from_number: { type: 'string', op: 'ew', value: '4155550142' } },
    });
    expect(found?.searched).toMatchObject({ newest: 100 });
    expect(await retell.callsOf?.(api, { phones: [] })).toBeUndefined();
  });

  test('several IDs are one request, which is believed once it found what was asked for', async () => {
    const answers: Record<string, Json> = { [list]: { items: [], has_more: false } };
    const { api, asked, memory } = fakeApi(answers);
    expect(await retell.findCalls?.(api, [...ids])).toBeUndefined();
    answers[list] = { items: [row(ids[0], '', '', 1)], has_more: false };
    expect((await retell.findCalls?.(api, [...ids]))?.map((each) => each.id)).toEqual([ids[0]]);
    expect(asked[0]?.body).toMatchObject({
      filter_criteria: { call_id: { type: 'enum', op: 'in', value: [...ids] } },
      limit: 2,
    });
    answers[list] = { items: [], has_more: false };
    expect(await retell.findCalls?.(api, [...ids])).toEqual([]);
    answers[list] = { items: [row('call_94c7a1e5f03b2d68c9a4e7f1b50', '', '', 1)], has_more: false };
    expect(await retell.findCalls?.(api, [...ids])).toBeUndefined();
    expect(memory).toEqual({ 'several-ids': 'refused' });
  });

  test('a refused filter is not asked again; any other failure is thrown', async () => {
    const refused = fakeApi({ [list]: { failure: { code: 'request-rejected', status: 400 } } });
    expect(await retell.findCalls?.(refused.api, [...ids])).toBeUndefined();
    expect(await retell.findCalls?.(refused.api, [...ids])).toBeUndefined();
    expect(refused.asked).toHaveLength(1);
    const { api } = fakeApi({ [list]: { failure: { code: 'key-rejected' } } });
    await expect(retell.findCalls?.(api, [...ids])).rejects.toMatchObject({ failure: { code: 'key-rejected' } });
  });
});

describe('its IDs in a text', () => {
  const both = ['dialnexa', 'retell'];
  const old = '119c3f8e47135a29e65947eeb34cf12d';

  test.each([
    'call_5a82f0a43ea0977566b1104fcfc',
    `call_${old}`,
    'Please check call_5a82f0a43ea0977566b1104fcfc today.',
  ])('%s may be DialNexa’s, too', (text) =>
    expect(idsIn(text)).toEqual([{ id: /call_[0-9a-f]+/.exec(text)?.[0], providers: both }]),
  );

  test.each([
    'https://dashboard.retellai.com/call-history?history=call_5a82f0a43ea0977566b1104fcfc',
    'https://dashboard.retellai.com/call-history/call_5a82f0a43ea0977566b1104fcfc',
    'https://dashboard.retellai.com/calls/call_5a82f0a43ea0977566b1104fcfc',
  ])('%s is Retell AI’s alone', (text) =>
    expect(idsIn(text)).toEqual([{ id: /call_[0-9a-f]+/.exec(text)?.[0], providers: ['retell'] }]),
  );

  test.each(['call_x9y3zp4mq7r1', 'call_CTgHfSj4lNZaqVjByk2eJooc', 'call_abc123'])('%s is DialNexa’s alone', (text) =>
    expect(idsIn(text)).toEqual([{ id: text, providers: ['dialnexa'] }]),
  );

  test.each([
    old,
    id,
    `Retell call ID: ${old}`,
    `see https://dashboard.retellai.com/call-history?history=${old} today`,
    `see https://dashboard.retellai.com/call-history/${old} today`,
    `see https://dashboard.retellai.com/calls/${old} today`,
  ])('%s is found by what stands beside it', (text) =>
    expect(idsIn(text)).toEqual([{ id: text.includes(old) ? old : id, providers: ['retell'] }]),
  );

  test('in its own reply, the call’s ID and no agent’s', () =>
    expect(idsIn(JSON.stringify({ call_id: id, agent_id: 'oBeDLoLOeuAbiuaMFXRtDOLriTJ5tSxD' }))).toEqual([
      { id, providers: ['retell'] },
    ]));
});
