import * as fc from 'fast-check';
import type { Json } from '../../../lib/call/call';
import {
  secret,
  words,
  phone,
  instant,
  seconds,
  fraction,
  members,
  optional,
  type GeneratedReply,
  uuid,
} from './parts';

/** A server of the customer's, as assistants, tools, voices and numbers have one. */
const vapiServer = (own: string) => ({
  url: `https://hooks.example.com/vapi/${own}`,
  secret: own,
  headers: { 'X-Own': own },
  timeoutSeconds: 20,
});

const vapiMessage = fc.oneof(
  fc.record({ role: fc.constantFrom('bot', 'user'), message: words, took: fc.nat(9000), offset: fraction }),
  fc.record({ role: fc.constant('system'), message: words, took: fc.constant(0), offset: fraction }),
);

export const vapi: fc.Arbitrary<GeneratedReply> = fc
  .record({
    id: uuid,
    secrets: fc.tuple(secret, secret, secret),
    start: instant,
    duration: seconds,
    said: fc.array(vapiMessage, { maxLength: 6 }),
    tool: fc.record({ name: fc.constantFrom('dtmf', 'transferCall', 'look_up_order'), args: members, result: words }),
    row: fc.record({
      orgId: uuid,
      type: fc.constantFrom('inboundPhoneCall', 'outboundPhoneCall', 'webCall', 'vapi.websocketCall'),
      status: fc.constantFrom('queued', 'ringing', 'in-progress', 'forwarding', 'ended', 'not-found'),
      endedReason: fc.constantFrom(
        'customer-ended-call',
        'customer-busy',
        'voicemail',
        'assistant-forwarded-call',
        'pipeline-error-openai-llm-failed',
        'odd',
      ),
      customer: fc.record({ number: phone, name: words }, optional),
      cost: fraction,
      costBreakdown: fc.record(
        { transport: fraction, llm: fraction, total: fraction, llmPromptTokens: fc.nat() },
        optional,
      ),
      analysis: fc.record(
        { summary: words, structuredData: members, successEvaluation: fc.constantFrom('true', '8', 'Good') },
        optional,
      ),
    }),
    outputs: fc.dictionary(
      uuid,
      fc.record({ name: words, result: fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null), members) }),
      { maxKeys: 3 },
    ),
    latencies: fc.array(fc.record({ turnLatency: fc.nat(5000), modelLatency: fc.nat(3000) }), { maxLength: 3 }),
    transfers: fc.array(
      fc.record({
        destination: phone.map((number) => ({ type: 'number', number })),
        status: fc.constantFrom('connected', 'no-answer', 'cancelled'),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ id, secrets, start, duration, said, tool, row, outputs, latencies, transfers }) => {
    const [own, live, signed] = secrets;
    const time = Date.parse(start);
    const end = new Date(time + duration * 1000).toISOString();
    const spoken = said.map(({ role, message, took, offset }) => ({
      role,
      message,
      time: time + Math.round(offset * 1000),
      endTime: time + Math.round(offset * 1000) + took,
      secondsFromStart: offset,
    }));
    const call = {
      id,
      ...row,
      createdAt: start,
      updatedAt: end,
      startedAt: start,
      endedAt: end,
      monitor: { listenUrl: `wss://calls.vapi.ai/${live}/listen`, controlUrl: `https://calls.vapi.ai/${live}/control` },
      transport: { provider: 'daily', callUrl: `https://vapi.daily.co/${live}`, callToken: live },
      phoneNumber: { number: '+14155550142', twilioAuthToken: own, server: vapiServer(own) },
      assistant: {
        name: 'Front desk',
        server: vapiServer(own),
        credentialIds: [own],
        model: { provider: 'custom-llm', url: `https://llm.example.com/${own}`, tools: [{ server: vapiServer(own) }] },
      },
      assistantOverrides: { variableValues: { apiToken: own } },
      artifact: {
        messages: [
          ...spoken,
          {
            role: 'tool_calls',
            message: '',
            time,
            secondsFromStart: 1,
            toolCalls: [
              { id: 'call_1', type: 'function', function: { name: tool.name, arguments: JSON.stringify(tool.args) } },
            ],
          },
          {
            role: 'tool_call_result',
            toolCallId: 'call_1',
            name: tool.name,
            result: tool.result,
            time,
            secondsFromStart: 1,
          },
        ],
        structuredOutputs: outputs,
        transfers,
        performanceMetrics: { turnLatencies: latencies, turnLatencyAverage: 900, numUserInterrupted: 1 },
        recording: { mono: { combinedUrl: `https://storage.vapi.ai/${signed}-mono.wav` } },
        presignedMonoUrl: `https://bucket.example.com/${id}.wav?X-Amz-Expires=3600&X-Amz-Signature=${signed}`,
        logUrl: `https://calllogs.vapi.ai/${signed}.jsonl`,
      },
    };
    return { id, raw: { call } as unknown as Json, secrets };
  });
