import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import { CallFailure } from '../../lib/errors';
import { elevenlabs } from '../../lib/providers/elevenlabs';
import { samples } from '../../lib/providers/elevenlabs/samples';
import type { Api } from '../../lib/providers/provider';
import { redact } from '../../lib/redaction/redact';
import { callOf } from '../../lib/worker/calls/callOf';
import { elevenlabsCalls, elevenlabsSecrets } from '../harness/calls/elevenlabs';
import { replica } from '../harness/replica/elevenlabs';
import type { Row, Vendor } from '../harness/replica/vendor';
import { fakeApi } from './fakeApi';

const path = '/v1/convai/conversations';
const id = 'conv_7401k5m9x2p8ec3rqv6dtnhb0fzw';
const toCall = (conversation: Row, more: Row = {}) =>
  elevenlabs.toCall(id, redact({ conversation: { conversation_id: id, ...conversation }, ...more }).value);
const entries = (transcript: Row[]) => toCall({ transcript: transcript.map((entry) => ({ role: 'agent', ...entry })) });

/** An account at the replica, without the network between. */
function account(vendor: Vendor, key = replica.key) {
  const asked: string[] = [];
  const request: Api['request'] = async ({ method, path: below, query = {}, scope }) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
    asked.push(`${below}?${search}`);
    const headers = elevenlabs.authorize(key);
    const { status, body } = vendor({ method, path: below, query: search, headers, origin: '', body: '' });
    if (status === 200) return body as Json;
    const failure = elevenlabs.explain(status, body as Json);
    throw new CallFailure({ code: 'unexpected', ...failure, ...(failure?.code === 'scope-missing' && { scope }) });
  };
  return { api: { ...fakeApi({}).api, request } satisfies Api, asked };
}

/** The call that the replica's conversation becomes. */
async function callAt(place: number) {
  const { api } = account(replica.start({}));
  const wanted = String(elevenlabsCalls[place]?.row.conversation_id);
  const reply = await elevenlabs.getCall(api, wanted);
  expect(reply?.failures).toEqual([]);
  return callOf({ provider: 'elevenlabs', connection: 'c', id: wanted }, reply?.raw ?? null);
}

test('the documented conversation becomes a call', () => {
  const { value, masked } = redact({ conversation: samples.documented[`${path}/${id}`] ?? null });
  const { raw, transcripts, ...call } = elevenlabs.toCall(id, value);
  expect(raw).toBe(value);
  expect(masked).toEqual([]);
  expect(call).toEqual({
    status: { raw: 'done', kind: 'completed' },
    agent: { id: 'agent_3701k3ttaq12ewp8b7qv5rfyszkz' },
    startedAt: { text: '1739537297', iso: '2025-02-14T12:48:17.000Z' },
    duration: 22,
    summary: expect.stringMatching(/^The conversation begins with the agent asking/),
    flags: [],
    extracted: [
      {
        name: 'call_successful',
        value: 'success',
        absent: false,
        judged: true,
        pointer: '/conversation/analysis/call_successful',
      },
    ],
    actions: [],
    deliveries: [],
    metrics: [
      { name: 'cost', value: 296, unit: 'credits', pointer: '/conversation/metadata/cost' },
      { name: 'feedback likes', value: 0, unit: 'count', pointer: '/conversation/metadata/feedback/likes' },
      { name: 'feedback dislikes', value: 0, unit: 'count', pointer: '/conversation/metadata/feedback/dislikes' },
    ],
    issues: [],
    recording: { kind: 'request', pointer: '/conversation/has_audio' },
    problems: [],
  });
  expect(transcripts).toEqual([
    {
      kind: 'original',
      turns: [
        { speaker: 'agent', speakerRaw: 'agent', text: 'Hey there angelo. How are you?', offset: 0 },
        expect.objectContaining({ speaker: 'customer', speakerRaw: 'user', offset: 2 }),
        expect.objectContaining({ speaker: 'agent', offset: 9, latency: { llm: 0.3704247010173276 } }),
      ],
    },
  ]);
});

test('the documented conversation that is still processed has no analysis yet', () => {
  const call = toCall({
    agent_id: '123',
    status: 'processing',
    transcript: [{ role: 'user', message: 'Hello, how are you?', time_in_call_secs: 10 }],
    metadata: { start_time_unix_secs: 1714423232, call_duration_secs: 10 },
    has_audio: true,
    has_user_audio: true,
    has_response_audio: true,
  });
  expect(call).toMatchObject({ status: { raw: 'processing', kind: 'in-progress' }, duration: 10, extracted: [] });
  expect(call.startedAt?.iso).toBe('2024-04-29T20:40:32.000Z');
  expect(call.problems).toEqual([]);
});

describe('status', () => {
  const phone = (call_result: string) => ({ phone_call: { call_result } });
  test.each<[status: string, metadata: Row, kind: string, raw?: string]>([
    ['initiated', {}, 'in-progress'],
    ['in-progress', {}, 'in-progress'],
    ['processing', phone('answered'), 'in-progress'],
    ['done', {}, 'completed'],
    ['done', phone('answered'), 'completed'],
    ['done', phone('voicemail'), 'voicemail', 'voicemail'],
    ['done', phone('busy'), 'busy', 'busy'],
    ['failed', phone('no_answer'), 'no-answer', 'no_answer'],
    ['done', phone('failed'), 'failed', 'failed'],
    ['failed', {}, 'failed'],
    ['paused', {}, 'unknown'],
  ])('%s %j is %s', (status, metadata, kind, raw = status) =>
    expect(toCall({ status, metadata }).status).toEqual({ raw, kind }),
  );
});

describe('an order that is late', () => {
  test('has its two ends, its agent, sentiment, summary and flags', async () => {
    expect(await callAt(0)).toMatchObject({
      status: { raw: 'done', kind: 'completed' },
      sentiment: { raw: 'negative', kind: 'negative' },
      direction: 'inbound',
      channel: 'twilio',
      agent: { id: 'agent_3701k3ttaq12ewp8b7qv5rfyszkz', name: 'Reception' },
      from: '+14155552671',
      to: '+14155550142',
      startedAt: { iso: '2026-11-18T14:00:00.000Z' },
      duration: 94,
      endReason: 'Call ended by remote party',
      meanings: { endReason: 'The other party hung up.' },
      summary: expect.stringMatching(/^Late order\. The caller asked for order ORD-12345/),
      flags: ['transferred'],
      issues: ['The knowledge base was not reachable for 2 seconds.', 'solved: The order stays late.'],
      recording: { kind: 'request', pointer: '/conversation/has_audio' },
      problems: [],
    });
  });

  test('tells what was learned and why, and what was judged', async () => {
    const { extracted } = await callAt(0);
    expect(extracted.map(({ name, value, absent, reason, judged }) => [name, value, absent, reason, judged])).toEqual([
      ['order_number', 'ORD-12345', false, 'The caller named the order in the first sentence.', undefined],
      ['wants_refund', false, false, 'Not asked for.', undefined],
      ['email', null, true, 'The caller gave no e-mail address.', undefined],
      ['call_successful', 'failure', false, undefined, true],
      ['greeted', 'success', false, 'The agent said hello.', true],
      ['solved', 'failure', false, 'The order stays late.', true],
    ]);
    expect(extracted[0]?.pointer).toBe('/conversation/analysis/data_collection_results/order_number/value');
  });

  test('joins tools and their results, each with its turn', async () => {
    const { actions, transcripts } = await callAt(0);
    const turns = transcripts[0]?.turns ?? [];
    expect(actions).toMatchObject([
      {
        id: 'call_nzbY3YGwmOb2mkfBuE9OGsP0',
        type: 'webhook',
        typeName: 'Called a webhook',
        name: 'get_order',
        offset: 7,
        turn: 3,
        parameters: [{ name: 'order', value: 'ORD-12345' }],
        result: { status: 'delayed', arrives: 'Friday' },
        succeeded: true,
        seconds: 0.8125,
        pointer: '/conversation/transcript/2/tool_calls/0',
      },
      {
        type: 'client',
        name: 'open_ticket',
        description: 'The app did not answer within 20 seconds.',
        succeeded: false,
        result: 'Timed out',
      },
      { type: 'system', name: 'transfer_to_number', succeeded: true, result: { status: 'success' } },
    ]);
    for (const { name, turn } of actions) {
      expect(turns[turn ?? -1]).toMatchObject({ speaker: 'tool', speakerRaw: name });
    }
    expect(turns.map(({ speaker, offset }) => `${speaker} ${offset}`)).toEqual([
      'agent 0',
      'customer 4',
      'agent 7',
      'tool 8',
      'agent 9',
      'customer 14',
      'agent 18',
      'tool 18',
      'tool 18',
    ]);
  });

  test('splits the latency of replies, and counts cached tokens by themselves', async () => {
    const { transcripts } = await callAt(0);
    const turns = transcripts[0]?.turns ?? [];
    expect(turns[0]?.latency).toEqual({ tts: 0.18 });
    expect(turns[1]?.latency).toBeUndefined();
    expect(turns[2]).toMatchObject({ latency: { total: 0.72, asr: 0.1, llm: 0.25, tts: 0.24 }, tokens: 470 });
    expect(turns[2]?.cost).toBeCloseTo(452 * 2.5e-6 + 18 * 1e-5, 12);
    // Its words before were the agent's own: nothing had to be understood.
    expect(turns[4]).toMatchObject({ latency: { total: 0.95, llm: 0.31, tts: 0.22 }, tokens: 33 + 3072 + 35 });
    expect(turns[4]?.latency?.asr).toBeUndefined();
    expect(turns[4]?.cost).toBeCloseTo(33 * 2.5e-6 + 3072 * 1.25e-6 + 35 * 1e-5, 12);
    expect(turns[4]?.issue).toBe('interrupted; dislike');
    expect(turns[6]?.issue).toBe('no_promises');
  });

  test('keeps credits and dollars apart', async () => {
    const { metrics } = await callAt(0);
    const shown = metrics.map(({ name, value, unit }) => `${name} ${value} ${unit}`);
    expect(shown).toEqual([
      'cost 567 credits',
      'cost_fiat 0.1184 usd',
      'main_language en text',
      'llm_price 0.0055825 usd',
      'llm_charge 37 credits',
      'call_charge 530 credits',
      'platform_price 0.1128175 usd',
      'platform_charge 530 credits',
      'free_minutes_consumed 0.5 minutes',
      'free_llm_dollars_consumed 0 usd',
      'tier creator text',
      'voice quantity 1.4 count',
      'voice credits 500 credits',
      'voice price 0.1 usd',
      'analysis runs 1 count',
      'analysis charge 5 credits',
      'analysis price 0.001 usd',
      'gpt-4o input tokens 485 tokens',
      `gpt-4o input price ${485 * 2.5e-6} usd`,
      'gpt-4o input_cache_read tokens 3072 tokens',
      `gpt-4o input_cache_read price ${3072 * 1.25e-6} usd`,
      'gpt-4o input_cache_write tokens 0 tokens',
      'gpt-4o input_cache_write price 0 usd',
      'gpt-4o output_total tokens 53 tokens',
      `gpt-4o output_total price ${53 * 1e-5} usd`,
      'primary_tts_model eleven_flash_v2_5 text',
      'total_audio_output_seconds 21.5 seconds',
      'total_characters 132 count',
      'asr_model scribe_v2 text',
      'total_audio_input_seconds 94 seconds',
      'total_transcription_calls 2 count',
      'feedback overall_score dislike text',
      'feedback rating 2 score',
      'feedback likes 0 count',
      'feedback dislikes 1 count',
      'feedback comment Nobody told me that it would be late. text',
      'call_success_score 0.5 score',
      'solved score 1 score',
      'solved max_score 5 score',
      'message_count 5 count',
      'overall_sentiment_score -0.62 score',
      'overall_frustration_score 0.71 score',
      'min_user_sentiment_score -0.9 score',
      'max_user_frustration_score 0.94 score',
      'num_scored_user_turns 2 count',
    ]);
    expect(new Set(metrics.map(({ pointer }) => pointer)).size).toBe(metrics.length);
  });
});

test('every place where an account may put a secret is masked, and what is none is shown', async () => {
  const { row: order } = elevenlabsCalls[0] ?? { row: {} };
  const { row: message } = elevenlabsCalls[5] ?? { row: {} };
  const shown = JSON.stringify(redact({ conversation: order, other: message }).value);
  const sent = JSON.stringify([order, message]);
  for (const [place, secret] of Object.entries(elevenlabsSecrets)) {
    expect(sent, place).toContain(secret);
    expect(shown, place).not.toContain(secret);
  }
  for (const plain of [
    'John Doe',
    '+14155552671',
    'authorization_method',
    'signed_url',
    'CA0de3',
    'gpt-4o',
    'customer-1042',
  ])
    expect(shown).toContain(plain);
});

test('other conversations: voicemail, no answer, an error, messages, a workflow, an older reply', async () => {
  expect(await callAt(1)).toMatchObject({
    status: { raw: 'done', kind: 'voicemail' },
    direction: 'outbound',
    from: '+14155550142',
    to: '+14155552671',
    flags: ['voicemail'],
    metrics: expect.arrayContaining([
      expect.objectContaining({ name: 'queue_wait_secs', value: 2.5, unit: 'seconds' }),
    ]),
  });
  expect(await callAt(2)).toMatchObject({
    status: { raw: 'no_answer', kind: 'no-answer' },
    channel: 'sip_trunk',
    duration: 0,
    transcripts: [],
    recording: { kind: 'none' },
    metrics: expect.arrayContaining([expect.objectContaining({ name: 'cost', value: 0, unit: 'credits' })]),
  });
  expect(await callAt(3)).toMatchObject({
    status: { kind: 'failed' },
    channel: 'widget',
    endReason: 'LLM cascade failed',
    issues: ['1011: LLM cascade failed'],
  });
  const chat = await callAt(5);
  expect(chat).toMatchObject({
    channel: 'whatsapp',
    direction: 'inbound',
    from: '14155552671',
    meanings: { endReason: 'The voice agent ended the call.' },
    deliveries: [
      {
        channel: 'zendesk',
        name: 'zendesk',
        status: 'failed',
        succeeded: false,
        error: 'The ticket is closed.',
        at: { iso: '2026-11-18T16:40:00.000Z' },
        details: expect.arrayContaining([expect.objectContaining({ name: 'external_id', value: '12345' })]),
      },
    ],
  });
  expect(chat.to).toBeUndefined();
  expect(chat.transcripts[0]?.turns.at(-1)?.text).toBe('receipt.png');
  const story = await callAt(6);
  expect(story.transcripts[0]?.turns[0]?.text).toBe('Welcome to the story. Who are you?');
  expect(story.flags).toEqual([]);
  expect(story.actions).toMatchObject([
    { type: 'workflow', name: 'notify_condition_1_met', succeeded: true },
    { type: 'system', name: 'transfer_to_number', succeeded: false, description: 'The number is busy.' },
    { type: 'mcp', name: 'search', parameters: [{ name: 'query', value: 'dragons' }] },
  ]);
  const older = await callAt(7);
  expect(older.transcripts[0]?.turns[2]?.latency).toEqual({ llm: 0.37 });
  expect(older.channel).toBeUndefined();
});

describe('a transfer', () => {
  const used = { metadata: { features_usage: { transfer_to_number: { enabled: true, used: true } } } };
  test('is one by what was used, unless its own result says that it failed', () => {
    expect(toCall(used).flags).toEqual(['transferred']);
    expect(toCall({ metadata: { features_usage: { transfer_to_string: { used: true } } } }).flags).toEqual([
      'transferred',
    ]);
    const tool_results = [{ result: { result_type: 'transfer_to_number_error' } }];
    expect(toCall({ ...used, transcript: [{ tool_results }] }).flags).toEqual([]);
  });
});

describe('tools', () => {
  test('a result without its request stands for both; a request without a result has no outcome', () => {
    const { actions } = entries([
      { tool_results: [{ request_id: 'a', tool_name: 'ask', result_value: '7', is_error: false, type: 'code' }] },
      { tool_calls: [{ request_id: 'b', tool_name: 'tell', params_as_json: 'not JSON' }, { tool_name: 'nameless' }] },
    ]);
    expect(actions.map((each) => [each.id, each.type, each.name, each.result, each.succeeded])).toEqual([
      ['b', '', 'tell', undefined, undefined],
      [undefined, '', 'nameless', undefined, undefined],
      ['a', 'code', 'ask', '7', true],
    ]);
    expect(actions[0]?.parameters).toMatchObject([{ name: 'params_as_json', value: 'not JSON' }]);
  });

  test.each([
    [{ is_error: false, tool_has_been_called: true }, true],
    [{ is_error: false }, true],
    [{ is_error: true }, false],
    [{ is_error: false, is_blocked: true }, false],
    [{ is_error: false, tool_has_been_called: false }, undefined],
    [{}, undefined],
  ])('%j succeeded: %s', (result, succeeded) =>
    expect(entries([{ tool_results: [{ request_id: 'a', ...result }] }]).actions[0]?.succeeded).toBe(succeeded),
  );

  test('two of one ID are joined in their order', () => {
    const call = (tool_name: string) => ({ request_id: 'a', tool_name });
    const { actions } = entries([
      { tool_calls: [call('one'), call('two')] },
      {
        tool_results: [
          { ...call('one'), result_value: '1' },
          { ...call('two'), result_value: '2' },
        ],
      },
    ]);
    expect(actions.map(({ name, result }) => [name, result])).toEqual([
      ['one', '1'],
      ['two', '2'],
    ]);
  });
});

describe('getCall', () => {
  test('asks for the row of the same second, and nothing for an ID of another shape', async () => {
    const { api, asked } = account(replica.start({}));
    await elevenlabs.getCall(api, String(elevenlabsCalls[0]?.row.conversation_id));
    expect(asked).toEqual([
      `${path}/conv_5101k9demo0rder5tatu5q2w8xyz?`,
      `${path}?agent_id=agent_3701k3ttaq12ewp8b7qv5rfyszkz&call_start_after_unix=1795010399&call_start_before_unix=1795010401&page_size=100`,
    ]);
    expect(await elevenlabs.getCall(api, '../user')).toBeUndefined();
    expect(await elevenlabs.getCall(api, 'conv_short')).toBeUndefined();
    expect(asked).toHaveLength(2);
  });

  test('an unknown ID is no call, by whatever status it is told', async () => {
    const { api } = account(replica.start({}));
    expect(await elevenlabs.getCall(api, `conv_${'0'.repeat(28)}`)).toBeUndefined();
    const failure = elevenlabs.explain(422, { detail: [{ msg: 'Conversation not found' }] });
    const other = fakeApi({ [`${path}/${id}`]: { failure: failure ?? { code: 'unexpected' } } });
    expect(await elevenlabs.getCall(other.api, id)).toBeUndefined();
  });

  test('a conversation in progress is not looked for in the list', async () => {
    const { api, asked } = account(replica.start({}));
    const reply = await elevenlabs.getCall(api, String(elevenlabsCalls[4]?.row.conversation_id));
    expect(reply?.raw).toMatchObject({ conversation: { status: 'processing' } });
    expect(reply?.raw).not.toHaveProperty('listed');
    expect(asked).toHaveLength(1);
  });

  test('a row that cannot be had costs the sentiment, not the call', async () => {
    const { api } = fakeApi({
      [`${path}/${id}`]: samples.documented[`${path}/${id}`] ?? null,
      [path]: { failure: { code: 'rate-limited' } },
    });
    const reply = await elevenlabs.getCall(api, id);
    expect(reply?.raw).toHaveProperty('conversation');
    expect(reply?.failures).toEqual([{ what: { en: 'sentiment' }, failure: { code: 'rate-limited' } }]);
  });

  test('another call than was asked for is refused', async () => {
    const { api } = fakeApi({ [`${path}/${id}`]: { conversation_id: 'conv_other' } });
    await expect(elevenlabs.getCall(api, id)).rejects.toMatchObject({ failure: { code: 'wrong-call' } });
  });

  test('a key without the permission is told which, a wrong one that it is wrong', async () => {
    const narrow = account(replica.start({ elevenlabsPermissions: [] }));
    await expect(elevenlabs.getCall(narrow.api, id)).rejects.toMatchObject({
      failure: { code: 'scope-missing', scope: 'convai_read' },
    });
    await expect(elevenlabs.whoAmI(narrow.api)).rejects.toMatchObject({ failure: { code: 'scope-missing' } });
    const wrong = account(replica.start({}), 'sk_wrong');
    await expect(elevenlabs.whoAmI(wrong.api)).rejects.toMatchObject({ failure: { code: 'key-rejected' } });
  });
});

describe('list', () => {
  const zone = process.env.TZ;
  beforeAll(() => void (process.env.TZ = 'UTC'));
  afterAll(() => void (process.env.TZ = zone));

  test('goes on where its cursor says, newest first, with summaries and sentiment', async () => {
    const { api } = account(replica.start({}));
    const { rows, next } = await elevenlabs.listCalls(api, {}, undefined);
    expect(next).toBeUndefined();
    expect(rows).toHaveLength(elevenlabsCalls.length + 1);
    const calls = rows.map((row) => callOf({ provider: 'elevenlabs', connection: 'c', id: row.id }, row.raw));
    const starts = calls.map(({ startedAt }) => startedAt?.iso ?? '');
    expect(starts).toEqual(starts.toSorted().toReversed());
    expect(calls.find((call) => call.ref.id === 'conv_5101k9demo0rder5tatu5q2w8xyz')).toMatchObject({
      status: { kind: 'completed' },
      sentiment: { kind: 'negative' },
      agent: { name: 'Reception' },
      direction: 'inbound',
      duration: 94,
      summary: expect.stringContaining('Late order.'),
      problems: [],
    });
    const page = fakeApi({
      [path]: { conversations: [{ conversation_id: id }], has_more: true, next_cursor: 'opaque==' },
    });
    expect(await elevenlabs.listCalls(page.api, {}, 'before==')).toMatchObject({ next: 'opaque==' });
    expect(page.asked[0]?.query).toMatchObject({ cursor: 'before==', summary_mode: 'include' });
    const last = fakeApi({ [path]: { conversations: [], has_more: false, next_cursor: 'left over' } });
    expect((await elevenlabs.listCalls(last.api, {}, undefined)).next).toBeUndefined();
  });

  test('filters by the vendor’s names, days as seconds since 1970', async () => {
    const { api, asked } = fakeApi({ [path]: { conversations: [], has_more: false } });
    const days = { call_start_after_unix: '2026-11-18', call_start_before_unix: '2026-11-18' };
    await elevenlabs.listCalls(api, { ...days, call_successful: 'failure' }, undefined);
    expect(asked[0]?.query).toMatchObject({
      call_start_after_unix: 1794960000,
      call_start_before_unix: 1795046399,
      call_successful: 'failure',
    });
    const { api: real } = account(replica.start({}));
    const { rows } = await elevenlabs.listCalls(real, { ...days, call_successful: 'failure' }, undefined);
    expect(rows.map((row) => row.id)).toEqual(['conv_5101k9demo0rder5tatu5q2w8xyz']);
    await expect(elevenlabs.listCalls(api, { call_start_after_unix: 'soon' }, undefined)).rejects.toMatchObject({
      failure: { code: 'request-rejected', said: 'soon' },
    });
  });
});

describe('recording', () => {
  const conversation = { conversation_id: id, has_audio: true };
  test('is asked for with the key, and no redirect would be followed', () => {
    expect(elevenlabs.recording({ conversation }, {})).toEqual({
      request: { path: `${path}/${id}/audio`, scope: 'convai_read' },
    });
    const { status, headers, body } = replica.start({})({
      method: 'GET',
      path: `${path}/${id}/audio`,
      query: new URLSearchParams(),
      headers: elevenlabs.authorize(replica.key),
      origin: '',
      body: '',
    });
    expect([status, headers?.['content-type'], (body as Buffer).length > 1000]).toEqual([200, 'audio/mpeg', true]);
  });

  test.each<[string, Json]>([
    ['none was kept', { conversation: { ...conversation, has_audio: false } }],
    ['nothing says that there is one', { conversation: { conversation_id: id } }],
    ['an ID that would lead elsewhere', { conversation: { ...conversation, conversation_id: '../../user' } }],
  ])('is none: %s', (_, raw) => expect(elevenlabs.recording(raw, {})).toBeUndefined());
});
