import { describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import type { Failure } from '../../lib/errors';
import { synthflow } from '../../lib/providers/synthflow';
import { samples } from '../../lib/providers/synthflow/samples';
import { mask } from '../../lib/redaction/mask';
import { callOf } from '../../lib/worker/calls/callOf';
import { synthflowCalls } from '../harness/calls/synthflow';
import { fakeApi } from './fakeApi';

const id = '1725527007259x327898249603432960';
const model = '1725526325346x892123579587048600';
const uuid = '58bd0d3f-6982-4a6d-911e-1c11fbcc7dca';
const path = `/calls/${id}`;
const got = samples.documented[path] as Json;
const listed = samples.documented[`/calls/${uuid}`] as Json;
const agentPath = `/assistants/${model}`;
const agent = { status: 'ok', response: { assistants: [{ model_id: model, name: 'Reception', prompt: 'Be kind.' }] } };

const toCall = (raw: Json) => callOf({ provider: 'synthflow', connection: 'c', id }, raw);
const inReply = (row: Record<string, Json>): Json => ({ status: 'ok', response: { calls: [row] } });
const call = (row: Record<string, Json>) => toCall({ call: inReply({ call_id: id, ...row }) });

test('the documented call, as far as its page goes, becomes a call', () => {
  const shown = toCall({ call: got });
  expect(shown).toMatchObject({
    agent: { id: model },
    from: '+11234567890',
    to: '+1098765432',
    flags: [],
    extracted: [],
    actions: [],
    deliveries: [],
    metrics: [],
    issues: [],
    recording: { kind: 'none' },
    problems: [],
    masked: [],
  });
  for (const absent of ['status', 'duration', 'startedAt', 'summary', 'sentiment', 'customerName'] as const)
    expect(shown[absent]).toBeUndefined();
  const [transcript] = shown.transcripts;
  expect(transcript?.turns[0]).toEqual({
    speaker: 'agent',
    speakerRaw: 'bot',
    text: "Hey, you've called to [company]. How may I assist you today?",
  });
  expect(transcript?.turns.filter(({ speaker }) => speaker === 'customer').map(({ text }) => text)).toEqual([
    'Hello. I would like to know my preferences.',
    'Eddie.',
    '(Now the user has not responded in a while, you would say:)',
    'Yes.',
  ]);
});

test('the documented row of a list, which has other names, becomes a call', () => {
  expect(toCall({ call: listed })).toMatchObject({
    status: { raw: 'failed', kind: 'failed' },
    direction: 'outbound',
    agent: { id: 'f7181a86-5713-4d47-bb87-123d8199a29e' },
    from: '+12315593024',
    to: '+4915510277534',
    startedAt: { text: '1761150177868', iso: '2025-10-22T16:22:57.868Z' },
    duration: 0,
    endReason: 'human_hangup',
    endedBy: 'caller',
    meanings: { endReason: 'The customer hung up.', endedBy: 'The side that called hung up.' },
    transcripts: [{ turns: { length: 6 } }],
    issues: ['Account not found!'],
    recording: { kind: 'request', pointer: '/call/response/calls/0/recording_url' },
    problems: [],
    masked: ['/call/response/calls/0/recording_url'],
  });
});

test.each([
  ['pending', 'in-progress'],
  ['ringing', 'in-progress'],
  ['in-progress', 'in-progress'],
  ['registered', 'in-progress'],
  ['paused', 'in-progress'],
  ['completed', 'completed'],
  ['no-answer', 'no-answer'],
  ['busy', 'busy'],
  ['failed', 'failed'],
  ['spam', 'failed'],
  ['canceled', 'canceled'],
  ['user-canceled', 'canceled'],
  ['hangup_on_voicemail', 'voicemail'],
  ['left_voicemail', 'voicemail'],
  ['something_new', 'unknown'],
])('status %s is %s', (status, kind) => {
  expect(call({ status }).status).toEqual({ raw: status, kind });
  expect(call({ call_status: status }).flags).toEqual(kind === 'voicemail' ? ['voicemail'] : []);
});

test.each([
  'human_pick_up_cut_off',
  'voicemail',
  'voicemail_cut_off',
  'voicemail_message_left',
  'agent_ended_call',
  'human_ended_call',
  'custom_end_call',
  'user_canceled',
  'timeout',
  'error',
])('the end reason %s is in words', (end_call_reason) => {
  const { endReason, meanings, flags } = call({ end_call_reason });
  expect([endReason, meanings?.endReason]).toEqual([end_call_reason, expect.stringMatching(/^\p{Lu}.+\.$/u)]);
  expect(flags).toEqual(end_call_reason.startsWith('voicemail') ? ['voicemail'] : []);
});

test('a reason that the agent’s owner defined goes first', () => {
  const custom = { end_call_reason: 'custom_end_call', custom_end_call_reason: 'Not interested' };
  expect(call(custom).endReason).toBe('Not interested');
});

test('that the agent said goodbye is no error', () => {
  expect(call({ error_message: 'agent_goodbye' })).toMatchObject({ issues: [], endReason: 'agent_goodbye' });
  expect(call({ error_message: 'agent_goodbye', end_call_reason: 'completed' }).endReason).toBe('completed');
  expect(call({ error_message: 'Telephony - 400 - Bad request' }).issues).toEqual(['Telephony - 400 - Bad request']);
  expect(call({ error_message: '' }).issues).toEqual([]);
});

test('durations are seconds, those of the telephone milliseconds', () => {
  const shown = call({ duration: 32, telephony_duration: 33_640, telephony_ringing_duration: 4 });
  expect(shown.duration).toBe(32);
  expect(shown.metrics).toEqual([
    {
      name: 'telephony_duration',
      value: 33.64,
      unit: 'seconds',
      pointer: '/call/response/calls/0/telephony_duration',
    },
  ]);
  expect(call({ telephony_duration: 33_640 }).duration).toBe(33.64);
  expect(call({ duration: 0, telephony_duration: 900 }).duration).toBe(0);
});

test.each<[Json, object | undefined]>([
  ['1761150177868', { text: '1761150177868', iso: '2025-10-22T16:22:57.868Z' }],
  [1_761_150_177_868, { text: '1761150177868', iso: '2025-10-22T16:22:57.868Z' }],
  ['2024-03-28T18:17:46.205134+01:00', { text: '2024-03-28T18:17:46.205134+01:00', iso: '2024-03-28T17:17:46.205Z' }],
  ['tomorrow', { text: 'tomorrow' }],
  ['', undefined],
])('start_time %j', (start_time, startedAt) => expect(call({ start_time }).startedAt).toEqual(startedAt));

test('the sides of a row are told apart by the direction, else not claimed', () => {
  const numbers = { lead_phone_number: '+1', agent_phone_number: '+2' };
  expect(call({ ...numbers, type_of_call: 'inbound' })).toMatchObject({ from: '+1', to: '+2' });
  expect(call({ ...numbers, type_of_call: 'outbound' })).toMatchObject({ from: '+2', to: '+1' });
  expect(call(numbers)).toMatchObject({ from: undefined, to: undefined });
});

describe('what was learned and done', () => {
  const at = '/call/response/calls/0';

  test('variables are keyed by agent and name, or by name', () => {
    const variables = { user_name: { value: 'Julian', collected: true }, email: { value: null, collected: false } };
    const wanted = (pointer: string) => [
      { name: 'user_name', value: 'Julian', absent: false, pointer: `${pointer}/user_name/value` },
      { name: 'email', value: null, absent: true, pointer: `${pointer}/email/value` },
    ];
    const { extracted } = call({ collected_variables: { [model]: variables } });
    expect(extracted).toEqual(wanted(`${at}/collected_variables/${model}`));
    expect(call({ collected_variables: variables }).extracted).toEqual(wanted(`${at}/collected_variables`));
    expect(call({ collected_variables: null })).toMatchObject({ extracted: [], problems: [] });
  });

  test('an action that extracts is data, any other an action', () => {
    const { extracted, actions, problems } = toCall({ call: inReply(synthflowCalls[0]!.row) });
    expect(extracted.at(-1)).toEqual({
      name: 'reason',
      value: 'check-up',
      absent: false,
      pointer: `${at}/executed_actions/extract_info_1/return_value/reason`,
    });
    expect(actions).toMatchObject([
      {
        type: 'custom_action_type',
        name: 'book_slot',
        description: 'Books a slot in the calendar of the clinic.',
        parameters: [{ name: 'url' }, { name: 'headers' }, { name: 'body', value: { day: 'Thursday' } }],
        result: { slot: '2026-11-26T10:00:00-08:00' },
        succeeded: true,
        pointer: `${at}/executed_actions/book_slot`,
      },
      { name: 'send_text', result: 'The number cannot receive text messages.', succeeded: false },
    ]);
    expect(problems).toEqual([]);
  });

  test('an extraction that failed is an action; nobody says that one without a word of it succeeded', () => {
    const failed = { action_type: 'extract_info_action_type', error_message: 'timed out', return_value: null };
    expect(call({ executed_actions: { failed } }).actions).toMatchObject([
      { name: 'failed', succeeded: false, result: 'timed out' },
    ]);
    const [silent] = call({ executed_actions: { silent: { action_type: 'x' } } }).actions;
    expect(silent?.succeeded).toBeUndefined();
  });
});

test('what is secret in actions and variables is masked, and nothing else', () => {
  const shown = toCall({ call: inReply(synthflowCalls[0]!.row) });
  expect(JSON.stringify(shown)).not.toMatch(/book-3f8a77c1d2|2009-10-10/);
  expect(shown.raw).toMatchObject({
    call: { response: { calls: [{ prompt_variables: { clinic: 'Bay Clinic', booking_api_key: mask } }] } },
  });
});

test.each<[Record<string, Json>, string, object | undefined]>([
  [{ recording_url: 'https://storage.example.com/a' }, 'link', { url: 'https://storage.example.com/a' }],
  [{ recording_url: 'https://api.twilio.com/2009-10-10/Accounts/A/Recordings/R' }, 'request', undefined],
  [{ recording_url: 'javascript:alert(1)' }, 'request', undefined],
  // The vendor ends the link in 2027; then the request alone is left.
  [{ duration: 12, status: 'completed' }, 'request', undefined],
  [{ duration: 12, status: 'in-progress' }, 'none', undefined],
  [{ duration: 0, recording_url: null }, 'none', undefined],
])('the recording of %j: %s', (row, kind, source) => {
  expect(call(row).recording.kind).toBe(kind);
  const request = { path: `${path}/recording`, mayRedirect: true };
  expect(synthflow.recording({ call: inReply({ call_id: id, ...row }) }, {})).toEqual(source ?? { request });
});

describe('asking for a call', () => {
  test('brings it with its agent’s name, which is asked once', async () => {
    const { api, paths } = fakeApi({ [path]: got, [agentPath]: agent });
    const reply = { raw: { call: got, agent: { model_id: model, name: 'Reception' } }, failures: [] };
    expect(await synthflow.getCall(api, id)).toEqual(reply);
    expect(await synthflow.getCall(api, id)).toEqual(reply);
    expect(paths()).toEqual([path, agentPath, path]);
    expect(toCall(reply.raw).agent).toEqual({ id: model, name: 'Reception' });
  });

  test('an agent that cannot be had does not cost the call', async () => {
    const failure: Failure = { code: 'provider-down', status: 503 };
    const { api } = fakeApi({ [path]: got, [agentPath]: { failure } });
    expect(await synthflow.getCall(api, id)).toEqual({
      raw: { call: got },
      failures: [{ what: { en: 'agent’s name' }, failure }],
    });
  });

  test('an unknown ID is no failure, with status 404 or with no row', async () => {
    expect(await synthflow.getCall(fakeApi({}).api, id)).toBeUndefined();
    const nothing = { status: 'ok', response: { calls: [] } };
    expect(await synthflow.getCall(fakeApi({ [path]: nothing }).api, id)).toBeUndefined();
  });

  test.each<[Json, string]>([
    [inReply({ call_id: uuid }), 'wrong-call'],
    [{ status: 'ok' }, 'wrong-call'],
  ])('%j is another answer than was asked for', async (body, code) => {
    await expect(synthflow.getCall(fakeApi({ [path]: body }).api, id)).rejects.toMatchObject({ failure: { code } });
  });

  test.each(['', '50958', `${id}/recording`, '1725527007259', `x${id}`])('never asks for %j', async (other) => {
    const { api, asked } = fakeApi({});
    expect(await synthflow.getCall(api, other)).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

describe('lists', () => {
  const row = (index: number, rest: Record<string, Json> = {}) => ({
    call_id: `58bd0d3f-6982-4a6d-911e-1c11fbcc7d${String(index).padStart(2, '0')}`,
    start_time: String(1_761_150_000_000 + index * 1000),
    ...rest,
  });
  const reply = (rows: Json[], total: number) => ({ response: { pagination: { total_records: total }, calls: rows } });
  const agents = (count: number) => ({
    response: { assistants: Array.from({ length: count }, (_, index) => ({ model_id: `agent-${index}` })) },
  });

  test('of one agent are asked for by its ID, and days are the user’s own', async () => {
    const { api, asked } = fakeApi({ '/calls': reply([row(1), row(2)], 45) });
    const chosen = { model_id: model, from_date: '2026-01-01', to_date: '2026-01-31', call_status: 'completed' };
    const page = await synthflow.listCalls(api, chosen, '2');
    expect(page).toMatchObject({ rows: [{ id: row(2).call_id }, { id: row(1).call_id }], total: 45, next: '3' });
    expect(asked).toEqual([
      {
        path: '/calls',
        query: {
          model_id: model,
          call_status: 'completed',
          from_date: new Date(2026, 0, 1).getTime(),
          to_date: new Date(2026, 1, 1).getTime() - 1,
          limit: 20,
          offset: 20,
        },
      },
    ]);
    expect((await synthflow.listCalls(api, chosen, '3')).next).toBeUndefined();
  });

  test('without an agent are of the first five, each call once, and no total is claimed', async () => {
    const { api, asked } = fakeApi({ '/assistants/': agents(6), '/calls': reply([row(1), row(2)], 2) });
    const page = await synthflow.listCalls(api, {}, undefined);
    expect(page.rows.map((each) => each.id)).toEqual([row(2).call_id, row(1).call_id]);
    expect(page).toMatchObject({ total: undefined, next: undefined });
    expect(asked.map(({ query }) => query?.model_id)).toEqual([
      undefined,
      ...Array.from({ length: 5 }, (_, index) => `agent-${index}`),
    ]);
  });

  describe('of a contact', () => {
    const phone = '+14155550142';
    const mine = row(1, { lead_phone_number: phone, agent_phone_number: '+14155550100', type_of_call: 'inbound' });
    const search = async (count: number, rows: Json[], phones = [phone]) => {
      const { api, asked } = fakeApi({ '/assistants/': agents(count), '/calls': reply(rows, rows.length) });
      const found = await synthflow.callsOf?.(api, { phones });
      return { asked, ids: found?.rows.map((each) => each.id), searched: found?.searched };
    };

    test('are searched at each agent by the lead’s number', async () => {
      const { asked, ids, searched } = await search(2, [mine]);
      expect(ids).toEqual([mine.call_id]);
      expect(searched).toEqual({ by: 'phone', values: [phone] });
      expect(asked.slice(1).map(({ query }) => [query?.model_id, query?.lead_phone_number])).toEqual([
        ['agent-0', phone],
        ['agent-1', phone],
      ]);
    });

    test('may be more where there are more agents, or a full page', async () => {
      expect((await search(6, [mine])).searched).toMatchObject({ newest: 1 });
      const full = Array.from({ length: 20 }, (_, index) => ({ ...mine, call_id: row(index).call_id }));
      expect((await search(1, full)).searched).toMatchObject({ newest: 20 });
    });

    test('are none of others where the filter is not heeded, and it is said', async () => {
      const foreign = row(2, { lead_phone_number: '+14155550177', type_of_call: 'inbound' });
      expect(await search(1, [mine, foreign])).toMatchObject({ ids: [mine.call_id], searched: { among: 2 } });
    });

    test('are not asked for without a number', async () => {
      expect((await search(1, [mine], [])).asked).toEqual([]);
    });
  });
});

test('the cheapest harmless request says no more than that the key is good', async () => {
  const { api, asked } = fakeApi({ '/assistants/': { response: { assistants: [] } } });
  expect(await synthflow.whoAmI(api)).toEqual({});
  expect(asked).toEqual([{ path: '/assistants/', query: { limit: 1, offset: 0 } }]);
});
