import * as fc from 'fast-check';
import type { Json } from '../../lib/call/call';

/** A reply as a provider's `getCall` would hand it on: before redaction, with the secrets planted in it. */
export interface GeneratedReply {
  id: string;
  raw: Json;
  secrets: string[];
}

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const secret = hex(24).map((digits) => `s3cr${digits}`);
const words = fc.lorem({ maxCount: 6 });
const phone = fc.integer({ min: 100_000_000, max: 999_999_999 }).map((digits) => `+1${digits}`);
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const seconds = fc.integer({ min: 0, max: 3600 });
const fraction = fc.double({ min: 0, max: 30, noNaN: true });
const orFalse = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.constant(false as const));
const members = fc.dictionary(
  fc.oneof(fc.lorem({ maxCount: 1 }), fc.constantFrom('constructor', 'toString', '__proto__')),
  fc.oneof(words, fc.integer(), fc.boolean(), fc.constant('Not provided')),
  { maxKeys: 5 },
);
const optional = { requiredKeys: [] };

const omniTime = instant.map((at) => `${at.slice(5, 7)}/${at.slice(8, 10)}/${at.slice(0, 4)} ${at.slice(11, 19)}`);

const toolUse = fc.record({
  function_name: fc.constantFrom('offer_calendly_meeting', 'transfer_call', 'look_up_order'),
  args: members,
  result: fc.oneof(words, members),
  success: fc.boolean(),
  time_taken: fraction,
});

const interaction = fc.record({
  id: fc.nat(),
  interaction_sequence: fc.integer({ min: 1, max: 50 }),
  user_query: fc.oneof(words, fc.constant('')),
  bot_response: words,
  customer_phone_number: orFalse(phone),
  time_of_call: omniTime,
  llm2_time: fraction,
  asr_time: fraction,
  tts_time: fraction,
  latency_llm: fraction,
  latency_tts: fraction,
  total_response_time: fraction,
  evaluation_remarks: orFalse(words),
  total_tokens: fc.nat(),
  has_issue: fc.boolean(),
  total_cost: fraction,
  issues: fc.array(words, { maxLength: 2 }),
  function_call_data: orFalse(fc.array(toolUse, { maxLength: 2 })),
});

const omnidimensionConforming: fc.Arbitrary<GeneratedReply> = fc
  .record({
    id: fc.integer({ min: 1, max: 9_999_999 }),
    secrets: fc.tuple(secret, secret, secret, secret),
    duration: seconds,
    row: fc.record({
      bot_name: words,
      is_bot_response: fc.boolean(),
      time_of_call: omniTime,
      from_number: phone,
      to_number: phone,
      call_direction: fc.constantFrom('inbound', 'outbound'),
      call_status: fc.constantFrom(
        'completed',
        'no-answer',
        'no_answer',
        'busy',
        'failed',
        'voicemail_detected',
        'odd',
      ),
      channel_type: fc.constantFrom('Call', 'Voice', 'Widget-Chat'),
      sentiment_score: orFalse(fc.constantFrom('Positive', 'Neutral', 'Negative')),
      sentiment_analysis_details: words,
      extracted_variables: members,
      interactions: fc.array(interaction, { maxLength: 2 }),
      cqs_score: fc.nat(10),
      total_tokens: fc.nat(),
      aggregated_estimated_cost: fraction,
      model_name: fc.constantFrom('gpt-4o', 'gpt-4.1'),
      is_simulation: fc.boolean(),
      is_voicemail: fc.boolean(),
      is_call_transfer: fc.boolean(),
      hangup_source: fc.constantFrom('bot', 'user', null, false),
      hangup_reason: fc.constantFrom('End call tool invoked', null),
      call_request_id: fc.record({ id: orFalse(fc.nat()), type_of_request: fc.constant('') }),
      issues: fc.array(words, { maxLength: 2 }),
    }),
    turns: fc.array(fc.record({ who: fc.constantFrom('LLM', 'user', 'USER'), said: words }), { maxLength: 6 }),
  })
  .map(({ id, secrets, duration, row, turns }) => {
    const [sid, hook, recording, token] = secrets;
    const raw: Json = {
      call_log_data: [
        {
          id,
          ...row,
          call_duration: `${Math.floor(duration / 60)}:${duration % 60}`,
          call_duration_in_seconds: duration % 60,
          call_duration_in_minutes: duration / 60,
          call_conversation: turns.map(({ who, said }) => ` <br/> ${who}: ${said}`).join(''),
          recording_url: `/web/content?filename=${id}.wav&token=${token}`,
          internal_recording_url: `https://omnidim.io/api/v1/recording/${id}?token=${recording}`,
          post_call_actions: {
            call_recording_webhook_ids: [
              {
                id: 1,
                name: `Webhook to https://webhook.site/${hook}`,
                webhook_url: `https://webhook.site/${hook}`,
                webhook_method: 'POST',
                payload: JSON.stringify({
                  call_id: id,
                  call_sid: `secret_key_${sid}`,
                  nested: JSON.stringify({ api_key: sid }),
                }),
                status: 'sent',
                response_code: 200,
                response_body: `<a href="https://webhook.site/#!/edit/${hook}">Change</a>`,
                error_message: false,
                create_date: '2026-05-04 14:46:15',
              },
            ],
            email_service_ids: [],
          },
        },
      ],
      total_records: 1,
    };
    return { id: String(id), raw, secrets };
  });

const dialnexaConforming: fc.Arbitrary<GeneratedReply> = fc
  .record({
    id: hex(14).map((digits) => `call_${digits}`),
    secrets: fc.tuple(secret, secret, secret),
    isCurrent: fc.boolean(),
    duration: seconds,
    at: instant,
    row: fc.record({
      agent_id: hex(12).map((digits) => `agent_${digits}`),
      status: fc.constantFrom(
        'created',
        'completed',
        'did_not_pick',
        'busy',
        'no_answer',
        'failed',
        'cancelled',
        'retry_expired',
      ),
      sentiment: fc.constantFrom('positive', 'neutral', 'negative', 'unknown'),
      end_reason: fc.constantFrom('agent_disconnected', 'user_disconnected', 'voicemail_detected', 'unknown'),
    }),
    analysis: members,
    said: fc.array(fc.tuple(fc.constantFrom('Agent', 'User'), words), { maxLength: 6 }),
    summary: words,
    numbers: fc.tuple(phone, phone),
  })
  .map(({ id, secrets, isCurrent, duration, at, row, analysis, said, summary, numbers }): GeneratedReply => {
    const [recording, key, bearer] = secrets;
    const lines = said.map(([who, text]) => `${who}: ${text}`);
    const url = `https://recordings.dialnexa.com/${recording}.mp3`;
    if (isCurrent) {
      const call = {
        id,
        ...row,
        from_number: numbers[0],
        to_number: numbers[1],
        call_direction: 'outbound',
        createdAt: at,
        duration,
        transcript: lines.join(' '),
        summary,
        postcallanalysis: analysis,
        recording_sas_url: `https://x.blob.core.windows.net/r/${id}?sv=2024&se=2026&sig=${recording}`,
        metadata: { api_key: key },
        notes: `Authorization: Bearer ${bearer}`,
      };
      return { id, raw: { call }, secrets };
    }
    const log = {
      id: `log_${id.slice(5)}`,
      call_id: id,
      ...row,
      duration_seconds: duration,
      recording_url: url,
      analysis,
      created_at: at,
      fallback_stt_transcriber_id: null,
    };
    const details = {
      ...log,
      transcript: lines.join('\n'),
      timeline: [{ event: 'call_started', timestamp: at }],
      metadata: { api_key: key, note: `curl -H "Authorization: Bearer ${bearer}"` },
    };
    return { id, raw: { log, details }, secrets };
  });

const action = (own: string) =>
  fc.record(
    {
      actionId: hex(24),
      actionType: fc.constantFrom('CALL_TRANSFER', 'SMS', 'CUSTOM_ACTION', 'SOMETHING_NEW'),
      actionName: words,
      executedAt: instant,
      actionParameters: fc.constant({
        apiDetails: {
          url: `https://api.example.com/orders?token=${own}`,
          method: 'GET',
          authenticationRequired: true,
          authenticationValue: own,
          headers: [
            { key: 'Content-Type', value: 'application/json' },
            { key: 'X-Orders-Key', value: own },
          ],
        },
      }),
    },
    { requiredKeys: ['actionType', 'actionName', 'actionParameters'] },
  );

const highlevelConforming: fc.Arbitrary<GeneratedReply> = secret.chain((own) =>
  fc
    .record({
      log: fc.record(
        {
          id: hex(24),
          agentId: hex(24),
          isAgentDeleted: fc.boolean(),
          createdAt: instant,
          duration: seconds,
          trialCall: fc.boolean(),
          executedCallActions: fc.array(action(own), { minLength: 1, maxLength: 3 }),
          summary: words,
          transcript: fc
            .array(fc.tuple(fc.constantFrom('bot:', 'human: '), words), { maxLength: 6 })
            .map((lines) => lines.map((line) => line.join('')).join('\n')),
          contactId: hex(20),
          fromNumber: phone,
          translation: fc.oneof(
            fc.constant(null),
            fc.record({ translatedTranscript: words }),
            fc.record({ transcript: words, language: fc.constant('es') }),
            fc.record({ enabled: fc.boolean() }),
          ),
          extractedData: members,
          messageId: hex(20),
        },
        {
          requiredKeys: [
            'id',
            'agentId',
            'isAgentDeleted',
            'createdAt',
            'duration',
            'trialCall',
            'executedCallActions',
            'summary',
            'transcript',
          ],
        },
      ),
      message: fc.record(
        {
          direction: fc.constantFrom('inbound', 'outbound'),
          meta: fc.record({
            callStatus: fc.constantFrom('completed', 'answered', 'busy', 'voicemail'),
            callDuration: seconds.map(String),
          }),
        },
        optional,
      ),
    })
    .map(({ log, message }) => ({ id: log.id, raw: { log, message } as unknown as Json, secrets: [own] })),
);

const uuid = fc.uuid({ version: 4 });

const blandConforming: fc.Arbitrary<GeneratedReply> = fc
  .record({
    id: uuid,
    secrets: fc.tuple(secret, secret, secret, secret),
    start: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
    duration: seconds,
    row: fc.record(
      {
        batch_id: fc.option(uuid),
        to: phone,
        from: phone,
        completed: fc.boolean(),
        inbound: fc.boolean(),
        queue_status: fc.constantFrom(
          'new',
          'queued',
          'started',
          'complete',
          'completed',
          'call_error',
          'complete_error',
        ),
        status: fc.constantFrom('completed', 'failed', 'busy', 'no-answer', 'canceled', 'unknown'),
        answered_by: fc.constantFrom('human', 'voicemail', 'unknown', 'no-answer', null),
        error_message: fc.option(words),
        max_duration: fc.nat(60),
        record: fc.boolean(),
        summary: fc.option(words),
        price: fc.option(fraction),
        call_ended_by: fc.constantFrom('ASSISTANT', 'USER', null),
        analysis: fc.option(members),
        variables: fc.option(members),
        metadata: fc.option(members),
        disposition_tag: fc.option(words),
        pathway_tags: fc.array(words, { maxLength: 2 }),
        transferred_to: fc.option(phone),
        transferred_at: fc.option(instant),
        pre_transfer_duration: fc.option(fraction),
        post_transfer_duration: fc.option(fraction),
        warm_transfer_call: fc.option(
          fc.record({
            state: fc.constantFrom('STARTED', 'TIMED_OUT', 'CANCELLED', 'MERGED', 'NO_ANSWER'),
            proxy_agent_calls: fc.array(
              fc.record({ state: fc.constant('STARTED'), call_id: uuid, phone_number: phone }),
              {
                maxLength: 2,
              },
            ),
          }),
        ),
        citations: fc.option(
          fc.array(
            fc.record({
              variable_name: words,
              variable_type: fc.constant('string'),
              value: fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null)),
              cited_utterances: fc.array(fc.record({ start_time: fraction, end_time: fraction, transcript: words }), {
                maxLength: 1,
              }),
            }),
            { maxLength: 2 },
          ),
        ),
        is_proxy_agent_call: fc.boolean(),
        is_canary: fc.option(fc.boolean()),
      },
      optional,
    ),
    said: fc.array(fc.tuple(fc.constantFrom('user', 'assistant', 'robot', 'agent-action'), fc.nat(3600), words), {
      maxLength: 6,
    }),
    logs: fc.constantFrom('text', 'list', null),
  })
  .map(({ id, secrets, start, duration, row, said, logs }): GeneratedReply => {
    const [recording, hook, key, bearer] = secrets;
    const later = (after: number) => new Date(start.getTime() + after * 1000).toISOString().replace('Z', '+00:00');
    const request = {
      phone_number: row.to ?? '',
      webhook: `https://crm.example.com/in/${hook}`,
      encrypted_key: key,
      tools: [{ name: 'Look up', headers: { 'X-Own': key, authorization: `Bearer ${bearer}` } }],
      dynamic_data: [{ url: `https://api.example.com/?api_key=${key}`, headers: { authorization: bearer } }],
    };
    const node = {
      tag: { name: 'Intro', color: '#862727' },
      role: 'user',
      text: 'Hello?',
      decision: JSON.stringify({ 'Current Node Name': 'Intro' }),
      created_at: later(1),
      pathway_info: JSON.stringify({ 'Request Data': request }),
      chosen_node_id: '1',
    };
    const call = {
      call_id: id,
      c_id: id,
      ...row,
      call_length: duration / 60,
      corrected_duration: String(duration),
      created_at: later(-2),
      started_at: later(0),
      recording_url: `https://server.aws.dc5.bland.ai/v1/recordings/${id}:${recording}`,
      request_data: request,
      pathway_logs: logs === 'list' ? [node] : logs === 'text' ? JSON.stringify([node]) : null,
      concatenated_transcript: said.map(([user, , text]) => `${user}: ${text} \n `).join(''),
      transcripts: said.map(([user, after, text], index) => ({ id: index, user, text, created_at: later(after) })),
    };
    return { id, raw: call as Json, secrets };
  });

const bubbleId = fc
  .tuple(fc.integer({ min: 1_600_000_000_000, max: 1_800_000_000_000 }), fc.integer({ min: 1e14, max: 9e14 }))
  .map(([at, rest]) => `${at}x${rest}`);
const synthflowId = fc.oneof(uuid, bubbleId);

const synthflowConforming: fc.Arbitrary<GeneratedReply> = fc
  .record({
    id: synthflowId,
    secrets: fc.tuple(secret, secret),
    at: instant,
    duration: seconds,
    isListed: fc.boolean(),
    status: fc.constantFrom('pending', 'completed', 'no-answer', 'user-canceled', 'left_voicemail', 'spam', 'odd'),
    numbers: fc.tuple(phone, phone),
    row: fc.record(
      {
        model_id: synthflowId,
        campaign_type: fc.constant('live'),
        name: fc.oneof(words, fc.constant('')),
        end_call_reason: fc.constantFrom('voicemail', 'agent_ended_call', 'human_hangup', 'custom_end_call', null),
        custom_end_call_reason: fc.option(words),
        error_message: fc.oneof(words, fc.constantFrom('', 'agent_goodbye')),
        type_of_call: fc.constantFrom('inbound', 'outbound'),
        telephony_hangup: fc.constantFrom('caller', 'callee', null),
        telephony_duration: fc.option(fc.nat(3_600_000)),
        telephony_ringing_duration: fc.option(fc.nat(60_000)),
        telephony_start: fc.option(instant),
        prompt_variables: members,
        collected_variables: fc.option(
          fc.dictionary(
            synthflowId,
            fc.dictionary(fc.lorem({ maxCount: 1 }), fc.record({ value: fc.option(words), collected: fc.boolean() }), {
              maxKeys: 3,
            }),
            { maxKeys: 2 },
          ),
        ),
        labels: fc.array(words, { maxLength: 2 }),
      },
      optional,
    ),
    extracted: members,
    said: fc.array(fc.tuple(fc.constantFrom('bot', 'human'), words), { maxLength: 6 }),
  })
  .map(({ id, secrets, at, duration, isListed, status, numbers, row, extracted, said }): GeneratedReply => {
    const [recording, key] = secrets;
    const names = isListed
      ? { call_status: status, lead_phone_number: numbers[0], agent_phone_number: numbers[1] }
      : { status, phone_number_from: numbers[0], phone_number_to: numbers[1] };
    const done = { description: '', error_message: null, parameters_hard_coded: { identifier: 'x' } };
    const call = {
      call_id: id,
      ...row,
      ...names,
      duration,
      start_time: String(Date.parse(at)),
      transcript: said.map((line) => line.join(': ')).join('\n'),
      recording_url: `https://api.twilio.com/2009-10-10/Accounts/AC1/Recordings/RE${recording}`,
      executed_actions: {
        extract_info_1: {
          name: 'extract_info_1',
          action_type: 'extract_info_action_type',
          ...done,
          return_value: extracted,
        },
        look_up: {
          name: 'look_up',
          action_type: 'custom_action_type',
          ...done,
          parameters_hard_coded: { url: `https://api.example.com/?api_key=${key}`, headers: { 'X-Own': key } },
          return_value: 'Found',
        },
      },
    };
    const pagination = { total_records: 1, limit: 20, offset: 0 };
    return { id, raw: { call: { status: 'ok', response: { pagination, calls: [call] } } } as unknown as Json, secrets };
  });

type Holder = { [name: string | number]: Json };

/** Every place of a value, as the steps that lead to it. */
function places(value: Json, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.keys(value).flatMap((name) => places((value as Holder)[name] ?? null, [...path, name]))];
}

function replaceAt(value: Json, [step, ...rest]: string[], replacement: Json | undefined): Json {
  if (step === undefined) return replacement ?? null;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return value;
  const pairs = Object.entries(value).flatMap(([name, member]): [string, Json][] => {
    if (name !== step) return [[name, member]];
    if (rest.length === 0 && replacement === undefined) return [];
    return [[name, replaceAt(member, rest, replacement)]];
  });
  return Array.isArray(value) ? pairs.map(([, member]) => member) : Object.fromEntries(pairs);
}

const wrongValue: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom<Json | undefined>(
    undefined,
    null,
    true,
    false,
    '',
    0,
    -1,
    1e308,
    'javascript:alert(1)',
    [],
    {},
    [[]],
    '{"a":',
    '[1]',
  ),
  fc.jsonValue({ maxDepth: 3 }).map((value) => value as Json),
);

/** The same replies with one to six values, anywhere, removed or put in another shape. */
const broken = (conforming: fc.Arbitrary<GeneratedReply>): fc.Arbitrary<GeneratedReply> =>
  fc
    .tuple(conforming, fc.array(fc.tuple(fc.nat(), wrongValue), { minLength: 1, maxLength: 6 }))
    .map(([{ id, raw, secrets }, faults]) => {
      const faulty = faults.reduce((before, [where, value]) => {
        const all = places(before);
        return replaceAt(before, all[where % all.length] ?? [], value);
      }, raw);
      return { id, raw: faulty, secrets };
    });

/** Generated replies by provider: `conforming` to the vendor's documents, and `broken` in random places. */
export const replies: Record<
  string,
  { conforming: fc.Arbitrary<GeneratedReply>; broken: fc.Arbitrary<GeneratedReply> }
> = {
  omnidimension: { conforming: omnidimensionConforming, broken: broken(omnidimensionConforming) },
  dialnexa: { conforming: dialnexaConforming, broken: broken(dialnexaConforming) },
  highlevel: { conforming: highlevelConforming, broken: broken(highlevelConforming) },
  bland: { conforming: blandConforming, broken: broken(blandConforming) },
  synthflow: { conforming: synthflowConforming, broken: broken(synthflowConforming) },
};
