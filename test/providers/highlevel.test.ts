import { describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import type { Failure } from '../../lib/errors';
import { highlevel } from '../../lib/providers/highlevel';
import { redact } from '../../lib/redaction/redact';
import { samples } from '../../lib/providers/highlevel/samples';
import { fakeApi } from './fakeApi';

const id = '507f1f77bcf86cd799439011';
const paths = {
  log: `/voice-ai/dashboard/call-logs/${id}`,
  message: '/conversations/messages/507f1f77bcf86cd799439014',
  agent: '/voice-ai/agents/507f1f77bcf86cd799439013',
  list: '/voice-ai/dashboard/call-logs',
};
const sample = (path: string) => samples.documented[path] as { [name: string]: Json };
const log = sample(paths.log);
const message = sample(paths.message);
const agent = sample(paths.agent);
const toCall = (own: { [name: string]: Json }, more = {}) =>
  highlevel.toCall(id, redact({ log: { id, ...own }, ...more }).value);
const instant = (iso: string) => ({ text: iso, iso });

describe('the documented example', () => {
  const { value, masked } = redact({ log });
  const call = highlevel.toCall(id, value);

  test('becomes a call, which alone has neither status nor direction', () => {
    const { actions, extracted, raw, ...rest } = call;
    expect(rest).toEqual({
      agent: { id: '507f1f77bcf86cd799439013', deleted: false },
      from: '+1234567890',
      contactId: '507f1f77bcf86cd799439012',
      startedAt: instant('2024-01-15T10:30:00.000Z'),
      duration: 180,
      summary: 'Customer called to inquire about product pricing and was transferred to sales team.',
      flags: [],
      transcripts: [
        {
          kind: 'original',
          turns: [
            { speaker: 'agent', speakerRaw: 'bot', text: 'Hello, how can I help you today?' },
            { speaker: 'customer', speakerRaw: 'human', text: 'I would like to know about your pricing...' },
          ],
        },
        {
          kind: 'translation',
          turns: [{ speaker: 'unknown', speakerRaw: '', text: 'Translated version of the call transcript' }],
        },
      ],
      deliveries: [],
      metrics: [],
      issues: [],
      recording: { kind: 'request', pointer: '/log/messageId' },
      problems: [],
    });
    expect(raw).toBe(value);
    expect(extracted.map(({ name, value: found }) => [name, found])).toEqual([
      ['phoneNumber', '+1234567890'],
      ['customerName', 'John Doe'],
      ['email', 'john.doe@example.com'],
      ['companyName', 'Acme Corp'],
      ['customField1', 'Custom value'],
      ['customField2', 'Another value'],
    ]);
    expect(actions.map(({ type, name, at }) => [type, name, at?.iso])).toEqual([
      ['CALL_TRANSFER', 'Transfer to Manager', '2024-01-15T10:32:00.000Z'],
      ['SMS', 'Send Confirmation SMS', '2024-01-15T10:33:30.000Z'],
      ['DATA_EXTRACTION', 'Extract Phone Number', '2024-01-15T10:34:15.000Z'],
      ['WORKFLOW_TRIGGER', 'Start Follow-up Workflow', '2024-01-15T10:35:00.000Z'],
      ['APPOINTMENT_BOOKING', 'Book Consultation', '2024-01-15T10:36:45.000Z'],
      ['CUSTOM_ACTION', 'Check Order Status', '2024-01-15T10:37:20.000Z'],
      ['IN_CALL_DATA_EXTRACTION', 'Extract Email During Call', '2024-01-15T10:31:45.000Z'],
      ['KNOWLEDGE_BASE', 'Query Product Info', '2024-01-15T10:38:10.000Z'],
    ]);
    expect(actions[0]).toEqual({
      id: '507f1f77bcf86cd799439015',
      type: 'CALL_TRANSFER',
      name: 'Transfer to Manager',
      description: 'Transfers call to a manager when customer requests escalation',
      at: instant('2024-01-15T10:32:00.000Z'),
      parameters: [
        ['transferToType', 'number'],
        ['transferToValue', '+12345678901'],
        ['triggerMessage', 'Let me transfer you to a manager right away'],
        ['hearWhisperMessage', true],
      ].map(([name, found]) => ({
        name,
        value: found,
        absent: false,
        pointer: `/log/executedCallActions/0/actionParameters/${name}`,
      })),
      pointer: '/log/executedCallActions/0',
    });
  });

  test('has its one secret masked and its benign header kept', () => {
    expect(masked).toEqual(['/log/executedCallActions/5/actionParameters/apiDetails/authenticationValue']);
    expect(JSON.stringify(value)).toContain('"key":"Content-Type","value":"application/json"');
  });

  test('has status, direction and agent with the message and the agent', () => {
    expect(highlevel.toCall(id, { log, message, agent })).toMatchObject({
      status: { raw: 'completed', kind: 'completed' },
      direction: 'inbound',
      duration: 180,
      agent: { id: '507f1f77bcf86cd799439013', name: 'Customer Support Agent', deleted: false },
    });
  });
});

test('live shapes: no space after a label, _id, null translation, missing fields', () => {
  expect(
    toCall({
      transcript: 'bot:Hey there\nand welcome\nhuman:Hi.',
      translation: null,
      executedCallActions: [
        { _id: 'a1', actionType: 'NEW_ACTION', actionName: 'New', triggerReceivedAt: '2024-01-15T10:31:45Z' },
      ],
      agentTransferOccurred: true,
      trialCall: true,
      isAgentDeleted: true,
    }),
  ).toMatchObject({
    transcripts: [
      {
        kind: 'original',
        turns: [
          { speaker: 'agent', text: 'Hey there\nand welcome' },
          { speaker: 'customer', text: 'Hi.' },
        ],
      },
    ],
    actions: [{ id: 'a1', type: 'NEW_ACTION', triggeredAt: { iso: '2024-01-15T10:31:45.000Z' }, parameters: [] }],
    flags: ['trial', 'transferred', 'agent-deleted'],
    summary: undefined,
    recording: { kind: 'none' },
    problems: [],
  });
});

test('a transcript with tool calls stands beside the other, with seconds from the start', () => {
  const transcriptWithToolCalls: Json[] = [
    { role: 'agent', content: 'Hello', startTime: 0.4, endTime: 1.2 },
    { role: 'action_executed', toolName: 'send_sms', toolType: 'SMS', startTime: 2, toolArguments: { to: '+1555' } },
    { role: 'user', content: 'Thanks', startTime: 3, endTime: 3.5 },
  ];
  const turns = [
    { speaker: 'agent', speakerRaw: 'agent', text: 'Hello', offset: 0.4, endOffset: 1.2 },
    { speaker: 'tool', speakerRaw: 'send_sms', text: '{"to":"+1555"}', offset: 2 },
    { speaker: 'customer', speakerRaw: 'user', text: 'Thanks', offset: 3, endOffset: 3.5 },
  ];
  expect(toCall({ transcript: 'bot: Hello', transcriptWithToolCalls }).transcripts[1]).toEqual({
    kind: 'other',
    turns,
  });
  expect(toCall({ transcriptWithToolCalls }).transcripts).toEqual([{ kind: 'original', turns }]);
});

test.each<[string, Json, object[]]>([
  [
    'the examples',
    { translatedTranscript: 'bot: Hola' },
    [{ kind: 'translation', turns: [{ speaker: 'agent', text: 'Hola' }] }],
  ],
  [
    'the webhook',
    { transcript: 'bot: Hola', language: 'es' },
    [{ kind: 'translation', language: 'es', turns: [{ text: 'Hola' }] }],
  ],
  ['the schema', { enabled: true, language: 'es' }, []],
  ['nothing', null, []],
])('a translation in the shape of %s', (_, translation, expected) =>
  expect(toCall({ translation })).toMatchObject({ transcripts: expected, problems: [] }),
);

test.each<[string, string]>([
  ['pending', 'in-progress'],
  ['completed', 'completed'],
  ['answered', 'completed'],
  ['busy', 'busy'],
  ['no-answer', 'no-answer'],
  ['failed', 'failed'],
  ['canceled', 'canceled'],
  ['voicemail', 'voicemail'],
])('status %s is %s', (raw, kind) =>
  expect(toCall({}, { message: { meta: { callStatus: raw, callDuration: '12' } } })).toMatchObject({
    status: { raw, kind },
    duration: 12,
    flags: raw === 'voicemail' ? ['voicemail'] : [],
  }),
);

test.each<[string, Json, object]>([
  [
    'in meta.call, live',
    { message: { status: 'completed', meta: { call: { duration: 37, status: 'no-answer' } } }, traceId: 't' },
    { status: { raw: 'no-answer' }, duration: 37 },
  ],
  [
    'in meta.call, as texts',
    { meta: { call: { duration: '37', status: 'busy' } } },
    { status: { raw: 'busy' }, duration: 37 },
  ],
  [
    'beside the message, as the webhook has it',
    { callStatus: 'canceled', callDuration: 3, status: 'delivered' },
    { status: { raw: 'canceled' }, duration: 3 },
  ],
  [
    'as the message’s own',
    { message: { status: 'voicemail' } },
    { status: { raw: 'voicemail' }, flags: ['voicemail'] },
  ],
  ['as the message’s own beside an empty meta', { status: 'no-answer', meta: {} }, { status: { raw: 'no-answer' } }],
  ['nowhere: delivered is what became of a text', { status: 'delivered' }, { status: undefined, problems: [] }],
])('status and length %s', (_, sent, expected) => expect(toCall({}, { message: sent })).toMatchObject(expected));

test('the log’s own length and status words go before what only the message has', () => {
  const sent = { status: 'completed', meta: { call: { duration: 40 } } };
  expect(toCall({ duration: 37, callStatus: 'failed' }, { message: sent })).toMatchObject({
    status: { raw: 'failed' },
    duration: 37,
  });
});

describe('asking', () => {
  const location = { locationId: 'LOC123456789ABCDEF' };

  test('gets log, message and agent; the agent is asked once', async () => {
    const { api, asked } = fakeApi(
      { [paths.log]: log, [paths.message]: message, [paths.agent]: agent },
      { account: location },
    );
    const raw = { log, message, agent: { id: agent.id, agentName: 'Customer Support Agent' } };
    expect(await highlevel.getCall(api, id)).toEqual({ raw, failures: [] });
    expect(asked).toEqual([
      { path: paths.log, query: location },
      { path: paths.message },
      { path: paths.agent, query: location },
    ]);
    asked.length = 0;
    expect(await highlevel.getCall(api, id)).toEqual({ raw, failures: [] });
    expect(asked.map(({ path }) => path)).toEqual([paths.log, paths.message]);
  });

  test('missing scopes cost the details, not the call, and are named', async () => {
    const failure: Failure = { code: 'scope-missing', status: 401 };
    const { api } = fakeApi(
      { [paths.log]: log, [paths.message]: { failure }, [paths.agent]: { failure } },
      { account: location },
    );
    expect(await highlevel.getCall(api, id)).toEqual({
      raw: { log },
      failures: [
        {
          what: { en: 'conversation message (status and direction)' },
          failure: { ...failure, scope: 'conversations/message.readonly, voice-ai-agents.readonly' },
        },
      ],
    });
  });

  test.each<Failure>([
    { code: 'key-rejected', status: 401 },
    { code: 'no-access', status: 403 },
    { code: 'not-found', status: 404, said: 'Message not found' },
    { code: 'provider-down', status: 502 },
  ])('a message refused with $status costs what it tells, and is named', async (failure) => {
    const { api } = fakeApi(
      { [paths.log]: log, [paths.message]: { failure }, [paths.agent]: agent },
      { account: location },
    );
    expect(await highlevel.getCall(api, id)).toMatchObject({
      raw: { log, agent: { agentName: 'Customer Support Agent' } },
      failures: [{ what: { en: 'conversation message (status and direction)' }, failure }],
    });
  });

  test('a scope missing for the log itself is thrown with its name', async () => {
    const { api } = fakeApi(
      { [paths.log]: { failure: { code: 'scope-missing', status: 401 } } },
      { account: location },
    );
    await expect(highlevel.getCall(api, id)).rejects.toMatchObject({
      failure: { code: 'scope-missing', scope: 'voice-ai-dashboard.readonly' },
    });
  });

  test('an unknown call, another call, and what is no ID', async () => {
    expect(await highlevel.getCall(fakeApi({}, { account: location }).api, id)).toBeUndefined();
    const wrong = fakeApi({ [paths.log]: { ...log, id: '507f1f77bcf86cd799439099' } }, { account: location });
    await expect(highlevel.getCall(wrong.api, id)).rejects.toMatchObject({ failure: { code: 'wrong-call' } });
    const { api, asked } = fakeApi({}, { account: location });
    for (const other of ['', id.toUpperCase(), `${id}0`, '../agents', '507f1f77bcf86cd79943901z']) {
      expect(await highlevel.getCall(api, other)).toBeUndefined();
    }
    expect(asked).toEqual([]);
  });

  test('a message ID that would leave its path is not asked for', async () => {
    const { api, asked } = fakeApi(
      { [paths.log]: { ...log, messageId: '../../contacts/x', isAgentDeleted: true } },
      { account: location },
    );
    expect((await highlevel.getCall(api, id))?.failures).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(highlevel.recording({ log: { messageId: '../../contacts/x' } }, location)).toBeUndefined();
  });

  test('the recording is a request by message and location', () => {
    expect(highlevel.recording({ log }, { locationId: 'LOC/1' })).toEqual({
      request: {
        path: '/conversations/messages/507f1f77bcf86cd799439014/locations/LOC%2F1/recording',
        scope: 'conversations/message.readonly',
      },
    });
  });

  test('lists page by page', async () => {
    const { api, asked } = fakeApi(
      { [paths.list]: { total: 60, page: 1, pageSize: 25, callLogs: [log] } },
      { account: location },
    );
    const page = await highlevel.listCalls(api, { contactId: 'c1234567890' }, '2');
    expect(asked).toEqual([
      { path: paths.list, query: { contactId: 'c1234567890', page: 2, pageSize: 25, ...location } },
    ]);
    expect(page).toMatchObject({ total: 60, next: '3', rows: [{ id, raw: { log } }] });
    expect(await highlevel.whoAmI(api)).toEqual({ calls: 60 });
  });

  test('dates are both given, in milliseconds, to the end of the last day', async () => {
    const { api, asked } = fakeApi({ [paths.list]: { callLogs: [] } }, { account: location });
    await highlevel.listCalls(api, { startDate: '2024-01-15', endDate: '2024-01-15' }, undefined);
    const { startDate, endDate } = asked[0]?.query ?? {};
    expect([startDate, Number(endDate) - Number(startDate)]).toEqual([new Date(2024, 0, 15).getTime(), 86_399_999]);
    await highlevel.listCalls(api, { endDate: '1679395199000' }, undefined);
    expect(asked[1]?.query).toMatchObject({ startDate: 0, endDate: 1679395199000 });
    await expect(highlevel.listCalls(api, { startDate: 'soon' }, undefined)).rejects.toMatchObject({
      failure: { code: 'request-rejected' },
    });
  });
});
