import { describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import { omnidimension } from '../../lib/providers/omnidimension';
import { redact } from '../../lib/redaction/redact';
import { samples } from '../../lib/providers/omnidimension/samples';
import { fakeApi } from './fakeApi';

const sampleId = '50958';
const toCall = (row: { [name: string]: Json }) =>
  omnidimension.toCall('7', redact({ call_log_data: [{ id: 7, ...row }], total_records: 1 }).value);

describe('the documented example', () => {
  const raw = samples.documented['/calls/logs/50958'] as Json;
  const { value, masked } = redact(raw);
  const call = omnidimension.toCall(sampleId, value);
  const at = (time: string) => ({ text: `05/04/2026 ${time}` });
  const agent = (text: string, time: string, seconds: number, tokens: number) => ({
    speaker: 'agent',
    speakerRaw: 'LLM',
    text,
    at: at(time),
    latency: { total: seconds, asr: 0, llm: seconds, tts: 0 },
    tokens,
    cost: 0,
  });
  const customer = (text: string, time: string) => ({ speaker: 'customer', speakerRaw: 'user', text, at: at(time) });
  const shown =
    'Calendly card is now visible to the visitor below your reply. Stop and wait for them to tap. Do not ask any follow-up question this turn.';

  test('becomes a call', () => {
    const { transcripts, extracted, actions, deliveries, metrics, raw: kept, ...rest } = call;
    expect(rest).toEqual({
      status: { raw: 'completed', kind: 'completed' },
      sentiment: { raw: 'Positive', kind: 'positive' },
      direction: 'outbound',
      channel: 'Widget-Chat',
      agent: { name: 'Customer Support Agent' },
      from: 'Chat',
      to: 'Assistant',
      startedAt: { text: '05/04/2026 14:46:15' },
      duration: 0,
      summary:
        'The user requested to book a meeting, providing their email address. The agent confirmed the email and provided a link for booking the meeting successfully.',
      flags: [],
      issues: [],
      recording: { kind: 'none' },
      problems: [],
    });
    expect(kept).toBe(value);
    expect(transcripts).toHaveLength(1);
    expect(extracted.filter(({ absent }) => !absent).map(({ name, value: found }) => [name, found])).toEqual([
      ['user_name', 'Demo User'],
      ['main_purpose', 'Booking a meeting'],
      ['interaction_count_total', 4],
    ]);
    expect(extracted.filter(({ absent }) => absent)).toHaveLength(5);
    expect(metrics.map(({ name, value: measured, unit }) => [name, measured, unit])).toEqual([
      ['p50_latency', 2.53, 'seconds'],
      ['p99_latency', 2.79, 'seconds'],
      ['prompt_tokens', 31727, 'tokens'],
      ['completion_tokens', 95, 'tokens'],
      ['total_tokens', 31822, 'tokens'],
      ['aggregated_estimated_cost', 0.123, 'usd'],
      ['call_cost', 0, 'usd'],
      ['cqs_score', 0, 'score'],
      ['metric_score_intent', 0, 'score'],
      ['metric_score_relevance', 0, 'score'],
      ['metric_score_latency', 0, 'score'],
      ['metric_score_coherence', 0, 'score'],
      ['total_tts_speaking_seconds', 0, 'seconds'],
      ['total_tts_speaking_minutes', 0, 'minutes'],
      ['amd_duration', 0, 'seconds'],
      ['model_name', 'gpt-4o', 'text'],
      ['model_type', 'chat', 'text'],
      ['asr_service', 'deepgram_stream', 'text'],
      ['tts_service', 'eleven_labs', 'text'],
    ]);
    expect(actions).toEqual([
      {
        type: 'function_call',
        name: 'offer_calendly_meeting',
        at: at('14:43:18'),
        turn: 6,
        parameters: [],
        result: shown,
        succeeded: true,
        seconds: 0.002235458,
        pointer: '/call_log_data/0/interactions/3/function_call_data/0',
      },
    ]);
    expect(deliveries).toMatchObject([
      {
        channel: 'webhook',
        name: 'Webhook to https://webhook.site/•••••• on 2026-05-04 14:46:15',
        status: 'sent',
        succeeded: true,
        method: 'POST',
        url: 'https://webhook.site/••••••',
        code: 200,
        at: { text: '2026-05-04 14:46:15' },
        error: undefined,
        payload: { call_id: 50958, call_sid: '••••••', bot_name: 'Demo User' },
        pointer: '/call_log_data/0/post_call_actions/call_recording_webhook_ids/0',
      },
    ]);
    expect(deliveries[0]?.details.map(({ name }) => name)).toEqual(['id', 'call_recording_id', 'user_id', 'create_by']);
  });

  test('has the turns of the interactions, the customer before the agent, with their latency', () => {
    expect(call.transcripts[0]?.turns).toEqual([
      agent('Hello, I am Kevin from OmniDimension support. How may I help you?', '14:43:00', 2.349710792, 6314),
      customer('i awnt ti book a meetig', '14:43:08'),
      agent(
        'Sure, I can help with that. Could you please provide me with your name and email address?',
        '14:43:08',
        2.534026668,
        6318,
      ),
      customer('aok demo@example.com', '14:43:13'),
      agent("Let's confirm your email address: demo@example.com Is that correct?", '14:43:13', 1.136648417, 6351),
      customer('y', '14:43:18'),
      { speaker: 'tool', speakerRaw: 'offer_calendly_meeting', text: shown, at: at('14:43:18') },
      agent('Great, you can book a meeting using the link below.', '14:43:18', 2.787461793, 12839),
    ]);
  });

  test('masks the webhook and the key inside its payload, and nothing else', () => {
    const webhook = '/call_log_data/0/post_call_actions/call_recording_webhook_ids/0';
    expect(masked).toEqual([
      `${webhook}/name`,
      `${webhook}/webhook_url`,
      `${webhook}/payload`,
      `${webhook}/response_body`,
    ]);
    expect(JSON.stringify(value)).not.toMatch(/94b3db04|fb6cac5a/);
  });
});

describe('duration', () => {
  test.each<[string, { [name: string]: Json }, number | undefined]>([
    ['minutes and seconds', { call_duration: '4:8', call_duration_in_seconds: 8 }, 248],
    ['fractions on both sides', { call_duration: '2.00:49.00', call_duration_in_seconds: 49 }, 169],
    ['nothing', { call_duration: '0:0', call_duration_in_seconds: 0 }, 0],
    ['the rest of a minute beside whole minutes', { call_duration_in_seconds: 8, call_duration_in_minutes: 4.13 }, 248],
    ['seconds alone', { call_duration_in_seconds: 42 }, 42],
    ['a total, as some rows have it', { call_duration_in_seconds: 300, call_duration_in_minutes: 5 }, 300],
    ['seconds as a text', { call_duration_in_seconds: '42' }, 42],
    ['missing', { call_duration: false }, undefined],
  ])('%s', (_, row, expected) => expect(toCall(row)).toMatchObject({ duration: expected, problems: [] }));

  test.each<[string, { [name: string]: Json }]>([
    ['call_duration_in_minutes', { call_duration_in_seconds: 0, call_duration_in_minutes: 1e308 }],
    ['call_duration', { call_duration: `${'9'.repeat(400)}:00` }],
  ])('beyond all numbers is no duration, and %s is told of', (name, row) => {
    const { duration, problems } = toCall(row);
    expect(duration).toBeUndefined();
    expect(problems.map(({ pointer }) => pointer.split('/').at(-1))).toEqual([name]);
  });
});

describe('transcript', () => {
  test('falls back to the conversation; a part without a label continues its turn', () => {
    const { transcripts } = toCall({
      interactions: [],
      call_conversation:
        ' <br/> USER:  <br/> LLM: We offer:<br/>- repair<br/>- rental <br/> USER: Rental, user: me<br>LLM: Fine.',
    });
    expect(transcripts).toEqual([
      {
        kind: 'original',
        turns: [
          { speaker: 'agent', speakerRaw: 'LLM', text: 'We offer:\n- repair\n- rental' },
          { speaker: 'customer', speakerRaw: 'USER', text: 'Rental, user: me' },
          { speaker: 'agent', speakerRaw: 'LLM', text: 'Fine.' },
        ],
      },
    ]);
  });

  test('shows the conversation beside interactions that say something else', () => {
    const interactions = [{ interaction_sequence: 1, user_query: 'Hello', bot_response: 'Hi' }];
    const same = toCall({ interactions, call_conversation: 'user: Hello <br/> LLM: Hi' });
    const other = toCall({ interactions, call_conversation: 'user: Hello <br/> LLM: Hi <br/> user: Bye' });
    expect(same.transcripts.map(({ kind }) => kind)).toEqual(['original']);
    expect(other.transcripts.map(({ kind }) => kind)).toEqual(['original', 'other']);
  });

  test('is in the order of the interactions, and an issue stays with its turn', () => {
    const { transcripts } = toCall({
      interactions: [
        { interaction_sequence: 2, bot_response: 'second', issues: ['Interrupted'], evaluation_remarks: 'Too slow' },
        { interaction_sequence: 1, bot_response: 'first' },
      ],
    });
    expect(transcripts[0]?.turns.map(({ text, issue }) => [text, issue])).toEqual([
      ['first', undefined],
      ['second', 'Interrupted; Too slow'],
    ]);
  });
});

test('an action has its arguments as parameters, and a failure as one', () => {
  const used = {
    function_name: 'look_up',
    args: '{"order":"A-1"}',
    result: { found: 0 },
    success: false,
    time_taken: 0.5,
  };
  const { actions, transcripts } = toCall({
    interactions: [{ user_query: 'Where is it?', function_call_data: [used] }],
  });
  expect(actions).toMatchObject([
    {
      name: 'look_up',
      turn: 1,
      parameters: [
        {
          name: 'order',
          value: 'A-1',
          absent: false,
          pointer: '/call_log_data/0/interactions/0/function_call_data/0/args',
        },
      ],
      result: { found: 0 },
      succeeded: false,
      seconds: 0.5,
    },
  ]);
  expect(transcripts[0]?.turns[1]).toMatchObject({ speaker: 'tool', speakerRaw: 'look_up', text: '{"found":0}' });
});

test('every channel has its deliveries, also one that is not known', () => {
  const { deliveries } = toCall({
    post_call_actions: {
      slack_service_ids: [{ name: 'Sales', status: 'failed', error_message: 'channel_not_found' }],
      pigeon_post_ids: [12],
      call_recording_webhook_ids: [{ response_code: 500, status: 'sent' }],
    },
  });
  expect(deliveries.map(({ channel, name, succeeded, error }) => [channel, name, succeeded, error])).toEqual([
    ['slack', 'Sales', false, 'channel_not_found'],
    ['pigeon_post', '12', undefined, undefined],
    ['webhook', 'webhook', false, undefined],
  ]);
});

test.each<[string, string]>([
  ['completed', 'completed'],
  ['no-answer', 'no-answer'],
  ['no_answer', 'no-answer'],
  ['busy', 'busy'],
  ['failed', 'failed'],
  ['cancelled', 'canceled'],
  ['canceled', 'canceled'],
  ['in-progress', 'in-progress'],
  ['ringing', 'in-progress'],
  ['queued', 'in-progress'],
  ['voicemail_detected', 'voicemail'],
  ['teleported', 'unknown'],
])('status %s is %s', (raw, kind) => expect(toCall({ call_status: raw }).status).toEqual({ raw, kind }));

test('false, null and blank text are nothing; another shape is a problem and costs one field', () => {
  expect(toCall({ sentiment_score: false, hangup_reason: null, bot_name: '', call_direction: ' ' })).toMatchObject({
    sentiment: undefined,
    endReason: undefined,
    agent: undefined,
    direction: undefined,
    problems: [],
  });
  const { problems, from } = toCall({
    bot_name: ['a'],
    cqs_score: 'good',
    interactions: 'none',
    from_number: 919876543210,
  });
  expect(from).toBe('919876543210');
  expect(problems).toEqual(
    expect.arrayContaining([
      { pointer: '/call_log_data/0/bot_name', expected: 'string', got: 'array' },
      { pointer: '/call_log_data/0/cqs_score', expected: 'number', got: 'string' },
      { pointer: '/call_log_data/0/interactions', expected: 'array', got: 'string' },
    ]),
  );
  expect(problems).toHaveLength(3);
});

test('flags', () => {
  expect(toCall({ is_simulation: true, is_voicemail: true, is_call_transfer: true }).flags).toEqual([
    'simulation',
    'voicemail',
    'transferred',
  ]);
});

describe('recording', () => {
  const pointer = (name: string) => `/call_log_data/0/${name}`;
  test.each<[string, { [name: string]: Json }, object, string | undefined]>([
    ['none', { recording_url: false, internal_recording_url: false }, { kind: 'none' }, undefined],
    [
      'the absolute link before the other',
      { recording_url: '/a.wav', internal_recording_url: 'https://omnidim.io/r/1?token=x' },
      { kind: 'link', pointer: pointer('internal_recording_url') },
      'https://omnidim.io/r/1?token=x',
    ],
    [
      'a path',
      { recording_url: '/web/content?id=7', internal_recording_url: false },
      { kind: 'link', pointer: pointer('recording_url') },
      'https://omnidim.io/web/content?id=7',
    ],
    ...[
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:audio/wav;base64,AA',
      'http://example.com/a.wav',
      'https://a:b@example.com/a.wav',
      'file:///etc/passwd',
    ].map((link): [string, { [name: string]: Json }, object, undefined] => [
      link,
      { recording_url: link },
      { kind: 'rejected', pointer: pointer('recording_url') },
      undefined,
    ]),
  ])('%s', (_, row, expected, url) => {
    expect(toCall(row).recording).toEqual(expected);
    expect(omnidimension.recording({ call_log_data: [{ id: 7, ...row }] }, {})).toEqual(url && { url });
  });
});

describe('asking', () => {
  const path = '/calls/logs/50958';
  const reply = samples.documented[path] as Json;

  test('gets a call', async () => {
    const { api, asked } = fakeApi({ [path]: reply });
    expect(await omnidimension.getCall(api, '50958')).toEqual({ raw: reply, failures: [] });
    expect(asked).toEqual([{ path }]);
  });

  test('an unknown ID is an empty list', async () => {
    const { api } = fakeApi({ [path]: { call_log_data: [], total_records: 0 } });
    expect(await omnidimension.getCall(api, '50958')).toBeUndefined();
  });

  test.each(['', '0', '-1', '1.5', '../../agents', '50958?x=1', '5'.repeat(20), 'call_abc123'])(
    'never asks for %j',
    async (id) => {
      const { api, asked } = fakeApi({});
      expect(await omnidimension.getCall(api, id)).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );

  test.each<[string, Json, object]>([
    ['another call', { call_log_data: [{ id: 50959 }] }, { code: 'wrong-call' }],
    ['no call', { total_records: 1 }, { code: 'wrong-call' }],
    [
      'a failure with status 200',
      { success: false, error: 'Something odd' },
      { code: 'provider-said', said: 'Something odd' },
    ],
    [
      'an error status with 200',
      { status: 'error', message: 'Try later' },
      { code: 'provider-said', said: 'Try later' },
    ],
    [
      'a refused key with 200',
      { error: 'unauthorized', error_description: 'Missing or invalid API key' },
      { code: 'key-rejected' },
    ],
  ])('%s is a failure', async (_, body, failure) => {
    const { api } = fakeApi({ [path]: body });
    await expect(omnidimension.getCall(api, '50958')).rejects.toMatchObject({ failure });
  });

  test('lists page by page, and says whether there is more', async () => {
    const { api, asked } = fakeApi({ '/calls/logs': { ...(reply as object), total_records: 1672 } as Json });
    const page = await omnidimension.listCalls(api, { call_status: 'busy' }, '2');
    expect(asked).toEqual([{ path: '/calls/logs', query: { call_status: 'busy', pageno: 2, pagesize: 30 } }]);
    expect(page).toMatchObject({
      total: 1672,
      next: '3',
      rows: [{ id: sampleId, raw: { call_log_data: [{ id: 50958 }] } }],
    });
    expect((await omnidimension.listCalls(api, {}, '56')).next).toBeUndefined();
  });

  test('whoAmI counts the calls, and names the branch that the newest one states', async () => {
    const { api } = fakeApi({ '/calls/logs': { call_log_data: [], total_records: 12 } });
    expect(await omnidimension.whoAmI(api)).toEqual({ calls: 12 });
    const named = fakeApi({
      '/calls/logs': { call_log_data: [{ id: 7, organization_branch_name: 'Main office' }], total_records: 12 },
    });
    expect(await omnidimension.whoAmI(named.api)).toEqual({ calls: 12, name: 'Main office' });
  });
});
