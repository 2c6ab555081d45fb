// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import type { Failure } from '../../lib/errors';
import { vapi } from '../../lib/providers/vapi';
import { samples } from '../../lib/providers/vapi/samples';
import { mask } from '../../lib/redaction/mask';
import { redact } from '../../lib/redaction/redact';
import { callOf } from '../../lib/worker/calls/callOf';
import { vapiCalls } from '../harness/calls/vapi';
import { startReplica, type Replica } from '../harness/replica';
import { fakeApi } from './fakeApi';

const [forwarded = '', weather = ''] = samples.ids;
const sample = (id: string) => samples.documented[`/call/${id}`] as Json;
const assistantId = '5b0a4a08-133c-4146-9315-0984f8c6be80';
const uuid = '0199f27f-bcf2-7cc3-98c4-dc0c0c07398f';
const toCall = (call: Json, rest: { [name: string]: Json } = {}) => vapi.toCall(uuid, redact({ call, ...rest }).value);
const instant = (text: string) => ({ text, iso: new Date(text).toISOString() });
const demo = (endedReason: string) =>
  vapiCalls.find(({ row }) => row.endedReason === endedReason)?.row as { [name: string]: Json };

test('the forwarded call of the documents becomes a call', () => {
  const call = toCall(sample(forwarded));
  expect(call).toMatchObject({
    status: { raw: 'ended', kind: 'completed' },
    direction: 'outbound',
    channel: 'outboundPhoneCall',
    agent: { name: 'IVR Navigator' },
    to: '+14155552671',
    startedAt: instant('2025-10-17T14:08:01.778Z'),
    duration: 53.5,
    endReason: 'assistant-forwarded-call',
    summary: 'The assistant reached a phone menu, asked for sales and was forwarded.',
    flags: ['transferred'],
    extracted: [{ name: 'successEvaluation', value: 'true', absent: false }],
    recording: { kind: 'request', pointer: '/call/artifact/recording/mono/combinedUrl' },
    deliveries: [],
    issues: [],
    problems: [],
  });
  expect(call.sentiment).toBeUndefined();
  expect(call.transcripts).toEqual([
    {
      kind: 'original',
      turns: [
        {
          speaker: 'customer',
          speakerRaw: 'user',
          text: 'For Sales press 1 or say "Sales"',
          offset: 21.2,
          endOffset: 24.3,
        },
        { speaker: 'tool', speakerRaw: 'dtmf', text: 'Success.', offset: 25.16 },
        {
          speaker: 'customer',
          speakerRaw: 'user',
          text: 'For Sales press 1 or say "Sales"',
          offset: 31.4,
          endOffset: 34.4,
        },
        {
          speaker: 'agent',
          speakerRaw: 'bot',
          text: 'Sales',
          offset: 35.7,
          endOffset: expect.closeTo(36.6) as number,
          latency: { total: 1.321, asr: 0, llm: 0.612, tts: 0.198 },
        },
      ],
    },
  ]);
  expect(call.actions).toMatchObject([
    {
      id: 'call_CTgHfSj4lNZaqVjByk2eJooc',
      type: 'function',
      name: 'dtmf',
      offset: 25.16,
      turn: 1,
      parameters: [{ name: 'keys', value: 'w2w1w2', absent: false }],
      result: 'Success.',
      seconds: 0.38,
      pointer: '/call/artifact/messages/2/toolCalls/0',
    },
    { type: 'transfer', name: '+1234567890', description: 'blind-transfer, connected', succeeded: true },
  ]);
});

test('the tool’s result, structured outputs and scorecards of the documents are read', () => {
  const call = toCall(sample(weather), { assistant: { id: assistantId, name: 'Weather Assistant' } });
  expect(call).toMatchObject({
    agent: { id: assistantId, name: 'Weather Assistant' },
    endReason: 'customer-ended-call',
    endedBy: 'customer',
    actions: [
      {
        name: 'get_weather',
        parameters: [{ name: 'location', value: 'San Francisco' }],
        result: "San Francisco's weather today is 62°C, partly cloudy.",
      },
    ],
    recording: { kind: 'none' },
    problems: [],
  });
  expect(call.extracted).toEqual([
    {
      name: 'Support Ticket',
      value: expect.objectContaining({ followUp: expect.objectContaining({ required: true }) }) as Json,
      absent: false,
      pointer: '/call/artifact/structuredOutputs/550e8400-e29b-41d4-a716-446655440001/result',
    },
  ]);
  expect(call.metrics).toContainEqual({
    name: 'Support QA Scorecard',
    value: 70,
    unit: 'score',
    pointer: '/call/artifact/scorecards/c5bd0d4e-0c7f-4b0a-82e9-5d0baf6e4a01/scoreNormalized',
  });
});

test('costs are US dollars, latencies seconds, tokens and interruptions counts', () => {
  const { metrics } = toCall(sample(forwarded));
  expect(metrics.map(({ name, value, unit }) => [name, value, unit])).toEqual([
    ['turnLatencyAverage', 1.321, 'seconds'],
    ['transcriberLatencyAverage', 0, 'seconds'],
    ['endpointingLatencyAverage', 0.454, 'seconds'],
    ['modelLatencyAverage', 0.612, 'seconds'],
    ['voiceLatencyAverage', 0.198, 'seconds'],
    ['numUserInterrupted', 0, 'count'],
    ['numAssistantInterrupted', 0, 'count'],
    ['cost', 0.0538, 'usd'],
    ['costBreakdown.transport', 0.0089, 'usd'],
    ['costBreakdown.stt', 0.0091, 'usd'],
    ['costBreakdown.llm', 0.0063, 'usd'],
    ['costBreakdown.tts', 0.0117, 'usd'],
    ['costBreakdown.vapi', 0.0178, 'usd'],
    ['costBreakdown.chat', 0, 'usd'],
    ['llmPromptTokens', 1893, 'tokens'],
    ['llmCompletionTokens', 41, 'tokens'],
    ['llmCachedPromptTokens', 1408, 'tokens'],
    ['ttsCharacters', 96, 'count'],
    ['analysisCostBreakdown.summary', 0.0001, 'usd'],
  ]);
  expect(toCall({ costBreakdown: { total: 0.5 } }).metrics).toMatchObject([
    { name: 'costBreakdown.total', value: 0.5 },
  ]);
  const costs: Json = [
    { type: 'model', model: { provider: 'openai', model: 'gpt-4.1' }, cost: 1 },
    { type: 'vapi', cost: 2 },
  ];
  expect(toCall({ costs }).metrics.map(({ name, value }) => [name, value])).toEqual([
    ['model.provider', 'openai'],
    ['model.model', 'gpt-4.1'],
  ]);
});

describe('statuses and end reasons', () => {
  test.each([
    ['scheduled', 'in-progress'],
    ['queued', 'in-progress'],
    ['ringing', 'in-progress'],
    ['in-progress', 'in-progress'],
    ['forwarding', 'in-progress'],
    ['ended', 'completed'],
    ['not-found', 'unknown'],
    ['deletion-failed', 'unknown'],
    ['a-new-one', 'unknown'],
  ])('%s is %s', (status, kind) => expect(toCall({ status }).status).toEqual({ raw: status, kind }));

  test.each([
    ['voicemail', 'voicemail', 'A voicemail or answering machine took the call.'],
    ['customer-did-not-answer', 'no-answer', 'The customer did not pick up.'],
    [
      'call.in-progress.error-providerfault-outbound-sip-480-temporarily-unavailable',
      'no-answer',
      'The customer’s phone was off or out of reach.',
    ],
    ['call.forwarding.no-answer', 'no-answer', 'Nobody picked up where the call was forwarded to.'],
    ['customer-busy', 'busy', 'The customer’s line was busy.'],
    ['call.forwarding.operator-busy', 'busy', 'The line was busy where the call was forwarded to.'],
    // A voice that could not be made: no line was busy, nothing was canceled.
    [
      'pipeline-error-eleven-labs-system-busy-and-requested-upgrade',
      'failed',
      'A service behind the voice agent refused: its quota or rate limit was used up.',
    ],
    ['pipeline-error-microsoft-voice-request-canceled', 'failed', 'The voice of the agent failed.'],
    ['call.in-progress.error-warm-transfer-assistant-cancelled', 'failed', 'The call could not be transferred.'],
    ['manually-canceled', 'canceled', 'Somebody canceled the call, in the dashboard or through the API.'],
    ['scheduled-call-deleted', 'canceled', 'The planned call was deleted before it was placed.'],
    [
      'call.ringing.sip-inbound-caller-hungup-before-call-connect',
      'canceled',
      'The caller hung up before the call was connected.',
    ],
    ['customer-ended-call', 'completed', 'The customer hung up.'],
    ['customer-ended-call-during-transfer', 'completed', 'The customer hung up during a transfer.'],
    ['assistant-ended-call-with-hangup-task', 'completed', 'The voice agent ended the call.'],
    ['exceeded-max-duration', 'completed', 'The call reached the longest duration that is allowed.'],
    ['call.in-progress.twilio-completed-call', 'completed', 'The telephone service reported the end of the call.'],
    [
      'call.start.error-subscription-insufficient-credits',
      'failed',
      'The account or its plan does not allow the call.',
    ],
    ['call.start.error-get-assistant', 'failed', 'The call could not be started as it is set up.'],
    ['assistant-not-found', 'failed', 'There was no voice agent to take the call.'],
    ['customer-did-not-give-microphone-permission', 'failed', 'The customer did not allow the microphone.'],
    ['twilio-reported-customer-misdialed', 'failed', 'The phone number is not valid.'],
    ['phone-call-provider-closed-websocket', 'failed', 'The telephone service could not keep or make the connection.'],
    ['vonage-rejected', 'failed', 'The telephone service could not keep or make the connection.'],
    [
      'call.in-progress.error-vapifault-openai-429-rate-limit-reached',
      'failed',
      'A service behind the voice agent refused: its quota or rate limit was used up.',
    ],
    [
      'pipeline-error-openai-401-incorrect-api-key',
      'failed',
      'A service behind the voice agent refused: its key or the access to it is missing.',
    ],
    ['pipeline-error-some-new-vendor-llm-failed', 'failed', 'The language model failed.'],
    ['call.in-progress.error-vapifault-deepgram-transcriber-failed', 'failed', 'The recognition of speech failed.'],
    ['worker-shutdown', 'failed', 'Vapi’s own system failed.'],
    [
      'call.in-progress.error-providerfault-openai-500-server-error',
      'failed',
      'A service behind the voice agent failed.',
    ],
    // What the documents' own examples say is in no list.
    ['hangup', 'completed', undefined],
  ])('%s is %s', (endedReason, kind, meaning) => {
    const call = callOf({ provider: 'vapi', connection: 'c', id: uuid }, { call: { status: 'ended', endedReason } });
    expect(call.status).toEqual({ raw: 'ended', kind });
    expect(call.endReason).toBe(endedReason);
    expect(call.meanings?.endReason).toBe(meaning);
    expect(call.meanings?.status).toBe('The call is over. Its end reason says how it went.');
    expect(call.flags.includes('voicemail')).toBe(kind === 'voicemail');
  });

  test('who ended the call is said where the reason says so', () => {
    expect(toCall({ endedReason: 'customer-busy' }).endedBy).toBeUndefined();
    expect(toCall({ endedReason: 'assistant-said-end-call-phrase' }).endedBy).toBe('assistant');
  });

  test('a call that goes on is not judged by a reason', () =>
    expect(toCall({ status: 'in-progress', endedReason: 'customer-busy' }).status?.kind).toBe('in-progress'));
});

describe('messages', () => {
  const spoken = (messages: Json) => toCall({ messages }).transcripts[0]?.turns;
  const at = 1_763_458_202_000;

  test('the end of a turn is told by the clock, not by its duration', () => {
    const message = { role: 'user', message: 'Hi', time: at, endTime: at + 6590, secondsFromStart: 2, duration: 6280 };
    expect(spoken([message])).toMatchObject([{ offset: 2, endOffset: 8.59 }]);
    expect(spoken([{ ...message, endTime: at - 1 }])?.[0]).not.toHaveProperty('endOffset');
    expect(spoken([{ role: 'user', message: 'Hi', time: at }])).toMatchObject([
      { at: { iso: '2025-11-18T09:30:02.000Z' } },
    ]);
  });

  test('roles, contents and tools may be spelled as elsewhere; the prompt is no turn', () => {
    expect(
      spoken([
        { role: 'system', message: 'You are kind.' },
        { role: 'assistant', content: 'Hello' },
        { role: 'user', message: 'Hi', speakerLabel: 'Speaker 1', detectedThreats: ['prompt-injection'] },
        { role: 'tool-calls', toolCalls: [{ id: 'x', name: 'look_up', arguments: { order: 5 } }] },
        { role: 'tool-call-result', toolCallId: 'other', name: 'late', result: '{"ok":true}' },
        { role: 'note', message: 'Something else' },
      ]),
    ).toEqual([
      { speaker: 'agent', speakerRaw: 'assistant', text: 'Hello' },
      { speaker: 'customer', speakerRaw: 'Speaker 1', text: 'Hi', issue: 'prompt-injection' },
      { speaker: 'tool', speakerRaw: 'look_up', text: '' },
      { speaker: 'tool', speakerRaw: 'late', text: '{"ok":true}' },
      { speaker: 'unknown', speakerRaw: 'note', text: 'Something else' },
    ]);
  });

  test('arguments with a secret in them stay one text', () => {
    const asked = (text: string) => {
      const used = { id: 'x', type: 'function', function: { name: 'f', arguments: text } };
      return toCall({ messages: [{ role: 'tool_calls', toolCalls: [used] }] }).actions[0]?.parameters;
    };
    expect(asked('{"order":5,"apiKey":"abc"}')).toMatchObject([
      { name: 'arguments', value: `{"order":5,"apiKey":"${mask}"}` },
    ]);
    expect(asked('{"order":5}')).toMatchObject([{ name: 'order', value: 5 }]);
    expect(asked('no JSON')).toMatchObject([{ name: 'arguments', value: 'no JSON' }]);
  });

  test('latencies stand beside replies only where there are as many of them', () => {
    const messages = [
      { role: 'bot', message: 'Hello' },
      { role: 'user', message: 'Hi' },
      { role: 'bot', message: 'One moment.' },
      { role: 'bot', message: 'Here it is.' },
    ];
    const withLatencies = (turnLatencies: Json) =>
      toCall({ artifact: { messages, performanceMetrics: { turnLatencies } } }).transcripts[0]?.turns.map(
        ({ latency }) => latency?.total,
      );
    expect(withLatencies([{ turnLatency: 3553 }])).toEqual([undefined, undefined, 3.553, undefined]);
    expect(withLatencies([{ turnLatency: 1 }, { turnLatency: 2 }])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a call without messages is read from its text', () => {
    const turns = toCall({ artifact: { transcript: 'AI: Hello.\nUser: Hi.\n' } }).transcripts[0]?.turns;
    expect(turns?.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['agent', 'Hello.'],
      ['customer', 'Hi.'],
    ]);
  });
});

test('who called whom, and since when', () => {
  const numbers = { customer: { number: '+1415' }, phoneNumber: { twilioPhoneNumber: '+1628' } };
  expect(toCall({ type: 'inboundPhoneCall', ...numbers })).toMatchObject({ from: '+1415', to: '+1628' });
  expect(toCall({ type: 'outboundPhoneCall', ...numbers })).toMatchObject({ from: '+1628', to: '+1415' });
  expect(toCall({ type: 'webCall', customer: { name: 'Ann' } })).toMatchObject({
    direction: undefined,
    channel: 'webCall',
    from: undefined,
    to: undefined,
    customerName: 'Ann',
  });
  const createdAt = '2026-11-18T09:54:00.000Z';
  expect(toCall({ createdAt, endedAt: '2026-11-18T09:55:00.000Z' })).toMatchObject({
    startedAt: instant(createdAt),
    duration: undefined,
  });
});

test('extracted values keep false, null and what was skipped apart', () => {
  const { extracted } = toCall({
    artifact: {
      structuredOutputs: { a: { name: 'Callback', result: false }, b: { name: 'Day', result: null }, c: 'odd' },
      skippedStructuredOutputs: { d: { name: 'Complaint', unmetCondition: { type: 'minMessages' } } },
    },
    analysis: { structuredData: { booked: true }, successEvaluation: 'false' },
  });
  expect(extracted.map(({ name, value, absent }) => [name, value, absent])).toEqual([
    ['Callback', false, false],
    ['Day', null, true],
    ['c', 'odd', false],
    ['Complaint', { type: 'minMessages' }, true],
    ['booked', true, false],
    ['successEvaluation', 'false', false],
  ]);
});

test('a transfer that failed, a workflow’s steps and what the vendor noted', () => {
  const call = toCall(demo('customer-ended-call-after-warm-transfer-attempt'));
  expect(call.flags).toEqual([]);
  expect(call.actions).toMatchObject([
    { type: 'transfer', name: '+14155550188', succeeded: false, result: 'Ringing for 30 seconds.' },
    { type: 'node', name: 'greeting', parameters: [{ name: 'guest', value: 'Mr. Lee' }] },
    { type: 'node', name: 'transfer' },
  ]);
  expect(toCall({ endedMessage: 'The plan allows no more.' }).issues).toEqual(['The plan allows no more.']);
});

describe('recordings', () => {
  const link = 'https://storage.vapi.ai/x-mono.wav';
  const signed = 'https://bucket.example/x.wav?X-Amz-Signature=1';
  const stereo = 'https://storage.vapi.ai/x-stereo.wav';
  const request = (kind: string) => ({ request: { path: `/call/${uuid}/${kind}-recording`, mayRedirect: true } });
  test.each<[string, { [name: string]: Json }, object | undefined]>([
    ['signed', { artifact: { recordingUrl: link, presignedMonoUrl: signed } }, { url: signed }],
    ['signed for both channels', { artifact: { presignedStereoUrl: signed } }, { url: signed }],
    [
      'of today’s shape',
      { artifact: { recording: { mono: { combinedUrl: link }, stereoUrl: stereo } } },
      request('mono'),
    ],
    ['of two channels', { artifact: { recording: { stereoUrl: stereo } } }, request('stereo')],
    ['of older replies', { recordingUrl: link }, request('mono')],
    [
      'in a bucket of one’s own',
      { artifact: { recordingUrl: 'https://b.example/1.wav' } },
      { url: 'https://b.example/1.wav' },
    ],
    [
      'at a host that only looks like the vendor’s',
      { recordingUrl: 'https://evilvapi.ai/1.wav' },
      { url: 'https://evilvapi.ai/1.wav' },
    ],
    ['at no web address', { recordingUrl: 'javascript:alert(1)' }, undefined],
    ['missing', {}, undefined],
  ])('%s', (_, call, expected) => {
    const raw = { call: { id: uuid, ...call } };
    expect(vapi.recording(raw, {})).toEqual(expected);
    const kind = expected === undefined ? /^(none|rejected)$/ : 'url' in expected ? /^link$/ : /^request$/;
    expect(vapi.toCall(uuid, redact(raw).value).recording.kind).toMatch(kind);
  });
});

test('every secret of the vendor’s configuration is masked', () => {
  const secrets: string[] = [];
  const secret = (text: string) => {
    secrets.push(text);
    return text;
  };
  const id = () => secret(`5d1c9e7b-2a4f-4b8e-8c63-${String(secrets.length).padStart(12, '0')}`);
  const server = () => ({
    url: `https://acme.example/${secret(`entry${secrets.length}`)}`,
    secret: secret(`server-secret-${secrets.length}`),
    headers: { 'X-Own': secret(`header-${secrets.length}`) },
    credentialId: id(),
    timeoutSeconds: 20,
  });
  const address = (host = 'https://live.example/') => `${host}${secret(`place-${secrets.length}`)}`;
  const call = {
    monitor: { listenUrl: address('wss://live.example/'), controlUrl: address() },
    webCallUrl: address(),
    transport: {
      callUrl: address(),
      callSipUri: address('sip:'),
      callToken: secret('token-1'),
      accountSid: secret('AC0f1e2d3c4b5a69788796a5b4c3d2e1f0'),
    },
    phoneNumber: {
      twilioAccountSid: secret('AC1f1e2d3c4b5a69788796a5b4c3d2e1f0'),
      twilioAuthToken: secret('auth-token'),
      twilioApiKey: secret('twilio-key'),
      twilioApiSecret: secret('twilio-secret'),
      server: server(),
    },
    assistant: {
      server: server(),
      serverUrl: address(),
      serverUrlSecret: secret('url-secret'),
      credentialIds: [id(), id()],
      credentials: [{ provider: 'openai', apiKey: secret('openai-key') }],
      model: {
        url: address(),
        headers: { authorization: secret('model-header') },
        tools: [
          { type: 'function', server: server() },
          {
            type: 'apiRequest',
            url: `https://api.example/x?token=${secret('query-token')}`,
            headers: { properties: { 'X-Key': { value: secret('tool-header') } } },
          },
        ],
      },
      voice: { server: server() },
      transcriber: { server: server() },
      hooks: [{ do: [{ tool: { server: server() } }] }],
    },
    assistantOverrides: {
      variableValues: { apiToken: secret('variable-token'), password: secret('variable-password') },
    },
    destination: { sipHeaders: { 'X-Account': secret('sip-header') } },
    artifact: {
      ...Object.fromEntries(
        ['recordingUrl', 'stereoRecordingUrl', 'videoRecordingUrl', 'pcapUrl', 'logUrl'].map((name) => [
          name,
          address(),
        ]),
      ),
      ...Object.fromEntries(
        ['Mono', 'Stereo', 'Video', 'Assistant', 'Customer', 'Pcap', 'Log'].map((name) => [
          `presigned${name}Url`,
          address(),
        ]),
      ),
      recording: { stereoUrl: address(), mono: { combinedUrl: address(), customerUrl: address() } },
      presignedUrlsExpiresAt: '2026-11-18T10:32:00.000Z',
      variableValues: { crmToken: secret('crm-token') },
      messages: [
        {
          role: 'tool_calls',
          toolCalls: [{ function: { name: 'f', arguments: `{"apiKey":"${secret('argument-key-77')}"}` } }],
        },
        { role: 'tool_call_result', name: 'f', result: `{"access_token":"${secret('result-token-78')}"}` },
      ],
    },
  };
  const text = JSON.stringify(redact({ call: call as unknown as Json }).value);
  expect(secrets.filter((each) => text.includes(each))).toEqual([]);
  expect(text).toContain(mask);
  expect(text).toContain('2026-11-18T10:32:00.000Z');
  expect(text).toContain('"timeoutSeconds":20');
});

test('of the documented calls only what is a secret is masked', () => {
  const masked = samples.ids.flatMap((id) => redact({ call: sample(id) }).masked);
  expect(masked).toEqual([
    '/call/assistant/model/tools/1/server/url',
    '/call/artifact/recording/stereoUrl',
    '/call/artifact/recording/mono/combinedUrl',
    '/call/monitor/listenUrl',
    '/call/monitor/controlUrl',
  ]);
});

describe('asking', () => {
  const notFound: { failure: Failure } = { failure: { code: 'not-found', status: 404 } };

  test('a call with its agent’s ID alone asks for the name, once', async () => {
    const call = { id: uuid, assistantId };
    const { api, memory, paths } = fakeApi({
      [`/call/${uuid}`]: call,
      [`/assistant/${assistantId}`]: { id: assistantId, name: 'Ava', server: { secret: 'x' } },
    });
    const expected = { raw: { call, assistant: { id: assistantId, name: 'Ava' } }, failures: [] };
    expect(await vapi.getCall(api, uuid)).toEqual(expected);
    expect(await vapi.getCall(api, uuid)).toEqual(expected);
    expect(paths()).toEqual([`/call/${uuid}`, `/assistant/${assistantId}`, `/call/${uuid}`]);
    expect(memory).toEqual({ [`assistant/${assistantId}`]: 'Ava' });
  });

  test('a call that names its agent asks for nothing else, and a deleted assistant costs nothing', async () => {
    const call = { id: uuid, assistantId, artifact: { assistantActivations: [{ assistantName: 'Ava' }] } };
    const named = fakeApi({ [`/call/${uuid}`]: call });
    expect(await vapi.getCall(named.api, uuid)).toEqual({ raw: { call }, failures: [] });
    const gone = fakeApi({ [`/call/${uuid}`]: { id: uuid, assistantId }, [`/assistant/${assistantId}`]: notFound });
    expect(await vapi.getCall(gone.api, uuid)).toEqual({ raw: { call: { id: uuid, assistantId } }, failures: [] });
    const failure: Failure = { code: 'provider-down', status: 503 };
    const down = fakeApi({ [`/call/${uuid}`]: { id: uuid, assistantId }, [`/assistant/${assistantId}`]: { failure } });
    expect((await vapi.getCall(down.api, uuid))?.failures).toEqual([{ what: { en: 'assistant’s name' }, failure }]);
  });

  test('an unknown call is none, another one is a failure', async () => {
    expect(await vapi.getCall(fakeApi({}).api, uuid)).toBeUndefined();
    const other = fakeApi({ [`/call/${uuid}`]: { id: weather } });
    await expect(vapi.getCall(other.api, uuid)).rejects.toMatchObject({ failure: { code: 'wrong-call' } });
  });

  test.each(['call_abc123', `${uuid}/x`, uuid.replaceAll('-', '')])('never asks for %j', async (id) => {
    const { api, asked } = fakeApi({});
    expect(await vapi.getCall(api, id)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('what a wrong key is told', () => {
    const message = 'Invalid Key. Hot tip, you may be using the private key instead of the public key, or vice versa.';
    expect(vapi.explain(401, { message, error: 'Unauthorized', statusCode: 401 })).toEqual({
      code: 'key-rejected',
      status: 401,
      said: message,
    });
    expect(vapi.explain(400, { message: ['id must be a UUID'], error: 'Bad Request', statusCode: 400 })).toMatchObject({
      code: 'request-rejected',
      said: 'id must be a UUID',
    });
  });
});

describe('lists', () => {
  const row = (index: number, createdAt: string) => ({
    id: `0199f27f-bcf2-7cc3-98c4-${String(index).padStart(12, '0')}`,
    createdAt,
  });
  const at = (second: number) => new Date(Date.UTC(2026, 10, 18, 9, 0, 60 - second)).toISOString();

  test('a full page has a next one, which begins at the time of the last and leaves out what was seen', async () => {
    // The last two were created in the same millisecond.
    const rows = Array.from({ length: 25 }, (_, index) => row(index, at(Math.min(index, 23))));
    const first = fakeApi({ '/call': rows });
    const page = await vapi.listCalls(first.api, { assistantId }, undefined);
    expect(first.asked).toEqual([{ path: '/call', query: { assistantId, limit: 25 } }]);
    expect(page.rows).toEqual(rows.map((call) => ({ id: call.id, raw: { call } })));
    expect(page.next).toBe(`${at(23)} ${rows[23]?.id},${rows[24]?.id}`);

    const second = fakeApi({ '/call': [rows[23] ?? null, rows[24] ?? null, row(25, at(23)), row(26, at(26))] });
    const last = await vapi.listCalls(second.api, { assistantId }, page.next);
    expect(second.asked).toEqual([{ path: '/call', query: { assistantId, createdAtLe: at(23), limit: 27 } }]);
    expect(last.rows.map(({ id }) => id)).toEqual([row(25, '').id, row(26, '').id]);
    expect(last.next).toBeUndefined();
  });

  test('days become times, in the user’s zone', async () => {
    const { api, asked } = fakeApi({ '/call': [] });
    await vapi.listCalls(api, { createdAtGe: '2026-11-01', createdAtLe: '2026-11-02' }, undefined);
    expect(asked[0]?.query).toEqual({
      createdAtGe: new Date('2026-11-01T00:00:00.000').toISOString(),
      createdAtLe: new Date('2026-11-02T23:59:59.999').toISOString(),
      limit: 25,
    });
    await expect(vapi.listCalls(api, { createdAtGe: 'soon' }, undefined)).rejects.toThrow('request-rejected');
    await expect(vapi.listCalls(api, {}, 'made up')).rejects.toThrow('unexpected');
  });
});

describe('the replica', () => {
  let replica: Replica;
  beforeAll(async () => {
    replica = await startReplica();
  });
  afterAll(() => replica.close());

  const get = async (path: string, key = replica.of('vapi').key) => {
    const response = await fetch(replica.of('vapi').baseUrl + path, {
      headers: { authorization: `Bearer ${key}` },
      redirect: 'manual',
    });
    return {
      response,
      status: response.status,
      body: response.status === 302 ? null : ((await response.json()) as Json),
    };
  };

  test('refuses as the vendor does', async () => {
    expect(await get('/call', 'wrong')).toMatchObject({
      status: 401,
      body: { error: 'Unauthorized', statusCode: 401 },
    });
    expect(await get(`/call/${uuid.replace('0199', '0200')}`)).toMatchObject({ status: 404 });
    expect(await get('/call?limit=1001')).toMatchObject({ status: 400 });
    expect(await get('/call?page=2')).toMatchObject({ status: 400 });
    expect(await get('/call?createdAtLe=soon')).toMatchObject({ status: 400 });
  });

  test('lists its calls newest first, page by page, each once', async () => {
    const all = ((await get('/call')).body as { id: string; createdAt: string }[]).map(({ id, createdAt }) => ({
      id,
      createdAt,
    }));
    expect(all.length).toBe(vapiCalls.length + samples.ids.length);
    expect(all).toEqual(all.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)));
    const query = `/call?createdAtLe=${all[4]?.createdAt}&limit=2`;
    expect(((await get(query)).body as { id: string }[]).map(({ id }) => id)).toEqual([all[4]?.id, all[5]?.id]);
  });

  test('redirects to a recording that needs no key, and signs its links', async () => {
    const recorded = demo('voicemail').id as string;
    const { status, response } = await get(`/call/${recorded}/mono-recording`);
    expect(status).toBe(302);
    const audio = await fetch(response.headers.get('location') ?? '');
    expect((await audio.text()).slice(0, 4)).toBe('RIFF');
    const { body } = await get(`/call/${vapiCalls[0]?.row.id as string}`);
    const { url } = vapi.recording({ call: body }, {}) as { url: string };
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url.replace('=replica', '=x'))).status).toBe(401);
    expect((await get(`/call/${demo('customer-busy').id as string}/mono-recording`)).status).toBe(404);
  });

  test.each(vapiCalls.map(({ row }) => [row.id as string]))('%s is mapped without a problem', (id) => {
    const row = vapiCalls.find((each) => each.row.id === id)?.row as Json;
    const call = callOf({ provider: 'vapi', connection: 'c', id }, { call: row });
    expect(call.problems).toEqual([]);
    expect(call.status).toBeDefined();
  });
});
