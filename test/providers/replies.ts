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

const callWord = fc.record({ word: fc.lorem({ maxCount: 1 }), start: fraction, end: fraction }, optional);
const spoken = fc.record({
  role: fc.constantFrom('agent', 'user', 'transfer_target'),
  content: words,
  words: fc.array(callWord, { maxLength: 3 }),
});

/** An entry of Retell AI's transcript with tools; `own` is the secret in what a tool was given. */
const retellEntry = (own: string) =>
  fc.oneof(
    spoken,
    fc.record({
      role: fc.constant('tool_call_invocation'),
      tool_call_id: fc.constantFrom('call_1', 'call_2'),
      name: fc.constantFrom('book_slot', 'end_call'),
      arguments: members.map((args) => JSON.stringify({ ...args, api_key: own })),
      thought_signature: fc.constant(own),
    }),
    fc.record(
      {
        role: fc.constant('tool_call_result'),
        tool_call_id: fc.constantFrom('call_1', 'call_2'),
        content: fc.oneof(
          words,
          members.map((result) => JSON.stringify(result)),
        ),
        successful: fc.boolean(),
      },
      { requiredKeys: ['role', 'tool_call_id', 'content'] },
    ),
    fc.record({
      role: fc.constant('node_transition'),
      former_node_id: hex(4),
      former_node_name: words,
      new_node_id: hex(4),
      new_node_name: words,
      transition_type: fc.constantFrom('global', 'global_go_back', 'interrupt_go_back', 'normal'),
    }),
    fc.record({ role: fc.constant('dtmf'), digit: fc.constantFrom('0', '5', '#') }),
    fc.record({ role: fc.constantFrom('sms', 'injected', 'new_role'), content: words, time_sec: fraction }),
  );

const milliseconds = fc.double({ min: 0, max: 60_000, noNaN: true });
const percentiles = fc.record(
  {
    p50: milliseconds,
    p90: milliseconds,
    p95: milliseconds,
    p99: milliseconds,
    max: milliseconds,
    min: milliseconds,
    num: fc.nat(100),
    values: fc.array(milliseconds, { maxLength: 3 }),
  },
  optional,
);
const cents = fc.double({ min: 0, max: 10_000, noNaN: true });

const retellConforming: fc.Arbitrary<GeneratedReply> = fc.tuple(secret, secret, secret).chain(([own, link, variable]) =>
  fc
    .record({
      id: fc.oneof(
        hex(27).map((digits) => `call_${digits}`),
        hex(32).map((digits) => `call_${digits}`),
        hex(32),
      ),
      kind: fc.oneof(
        fc.record({
          call_type: fc.constant('phone_call'),
          from_number: phone,
          to_number: phone,
          direction: fc.constantFrom('inbound', 'outbound'),
          telephony_identifier: fc.record({ twilio_call_sid: hex(32).map((digits) => `CA${digits}`) }),
        }),
        fc.record({ call_type: fc.constant('web_call'), access_token: fc.constant(own) }),
      ),
      start: fc.integer({ min: 1_500_000_000_000, max: 1_900_000_000_000 }),
      length: fc.integer({ min: 0, max: 3_600_000 }),
      row: fc.record(
        {
          agent_id: hex(26).map((digits) => `agent_${digits}`),
          agent_name: words,
          agent_tag: fc.constantFrom('prod', null),
          agent_version: fc.nat(),
          call_status: fc.constantFrom('registered', 'not_connected', 'ongoing', 'ended', 'error'),
          data_storage_setting: fc.constantFrom('everything', 'everything_except_pii', 'basic_attributes_only', null),
          disconnection_reason: fc.constantFrom(
            'user_hangup',
            'dial_busy',
            'voicemail_reached',
            'call_transfer',
            'odd',
          ),
          transfer_destination: fc.oneof(phone, fc.constant(null)),
          opt_in_signed_url: fc.boolean(),
          transcript: fc
            .array(fc.tuple(fc.constantFrom('Agent', 'User'), words), { maxLength: 4 })
            .map((lines) => lines.map(([who, said]) => `${who}: ${said}\n`).join('')),
          transcript_object: fc.array(spoken, { maxLength: 4 }),
          transcript_with_tool_calls: fc.array(retellEntry(own), { maxLength: 6 }),
          scrubbed_transcript_with_tool_calls: fc.array(retellEntry(own), { maxLength: 2 }),
          call_analysis: fc.record(
            {
              call_summary: words,
              in_voicemail: fc.boolean(),
              user_sentiment: fc.constantFrom('Negative', 'Positive', 'Neutral', 'Unknown'),
              call_successful: fc.boolean(),
              custom_analysis_data: members,
            },
            optional,
          ),
          collected_dynamic_variables: members,
          latency: fc.record({ e2e: percentiles, llm: percentiles, s2s: percentiles }, optional),
          llm_token_usage: fc.record({
            values: fc.array(fc.nat(), { maxLength: 3 }),
            average: fraction,
            num_requests: fc.nat(),
          }),
          call_cost: fc.record({
            product_costs: fc.array(
              fc.record(
                { product: words, unit_price: cents, cost: cents, is_transfer_leg_cost: fc.boolean() },
                { requiredKeys: ['product', 'cost'] },
              ),
              { maxLength: 3 },
            ),
            total_duration_seconds: seconds,
            total_duration_unit_price: cents,
            combined_cost: cents,
          }),
        },
        { requiredKeys: ['agent_id', 'agent_name', 'agent_version', 'call_status', 'transcript', 'call_analysis'] },
      ),
    })
    .map(({ id, kind, start, length, row }) => {
      const file = (name: string) => `https://dxc03zgurdly9.cloudfront.net/${link}/${name}`;
      const raw = {
        call_id: id,
        ...kind,
        ...row,
        start_timestamp: start,
        end_timestamp: start + length,
        duration_ms: length,
        recording_url: file('recording.wav'),
        recording_multi_channel_url: file('recording_multichannel.wav'),
        scrubbed_recording_url: `${file('scrubbed.wav')}?Expires=1&Signature=${link}&Key-Pair-Id=${link}`,
        public_log_url: file('public.log'),
        knowledge_base_retrieved_contents_url: file('kb_retrieved_contents.txt'),
        custom_sip_headers: { 'X-Trunk': variable },
        retell_llm_dynamic_variables: { customer_name: 'Dana', crm_auth_token: variable },
        metadata: { api_key: variable, order: 'A-1' },
      };
      return { id, raw: raw as unknown as Json, secrets: [own, link, variable] };
    }),
);
const uuid = fc.uuid({ version: [4, 7] });

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

const vapiConforming: fc.Arbitrary<GeneratedReply> = fc
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

const elapsed = fc.double({ min: 0, max: 5, noNaN: true }).map((elapsed_time) => ({ elapsed_time }));
const tokens = fc.record({ tokens: fc.nat(), price: fraction });
const verdict = fc.constantFrom('success', 'failure', 'unknown');
const orNull = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.constant(null));
const requestId = fc.constantFrom('call_1', 'call_2', 'call_3');

const toolRequest = (own: string) =>
  fc.record({
    type: orNull(fc.constantFrom('system', 'webhook', 'client', 'mcp', 'workflow', 'smb')),
    request_id: requestId,
    tool_name: fc.constantFrom('end_call', 'get_order'),
    params_as_json: members.map((each) => JSON.stringify({ ...each, api_key: own })),
    tool_has_been_called: fc.boolean(),
    tool_details: orNull(
      fc.constant({
        type: 'webhook',
        method: 'POST',
        url: `https://api.example.com/orders?token=${own}`,
        headers: { 'Content-Type': 'application/json', 'X-Orders-Key': own },
        path_params: {},
        query_params: { token: own },
        body: JSON.stringify({ client_secret: own }),
      }),
    ),
  });

const toolResult = (own: string) =>
  fc.record({
    request_id: requestId,
    tool_name: fc.constantFrom('end_call', 'get_order'),
    result_value: fc.oneof(
      words,
      members.map((each) => JSON.stringify(each)),
    ),
    is_error: fc.boolean(),
    is_blocked: fc.boolean(),
    tool_has_been_called: fc.boolean(),
    tool_latency_secs: fraction,
    error_type: fc.constantFrom('', 'timeout'),
    raw_error_message: words,
    dynamic_variable_updates: fc.constant([
      { variable_name: 'secret__session', old_value: null, new_value: own, updated_at: 1_762_713_911.5 },
    ]),
    type: fc.constantFrom('client', 'webhook', 'mcp', 'code'),
  });

const elevenlabsEntry = (own: string) =>
  fc.record(
    {
      role: fc.constantFrom('user', 'agent'),
      message: orNull(words),
      time_in_call_secs: seconds,
      tool_calls: orNull(fc.array(toolRequest(own), { maxLength: 2 })),
      tool_results: orNull(fc.array(toolResult(own), { maxLength: 2 })),
      conversation_turn_metrics: orNull(
        fc.record({
          metrics: fc.dictionary(
            fc.constantFrom(
              'convai_llm_service_ttfb',
              'convai_tts_service_ttfb',
              'convai_asr_trailing_service_latency',
            ),
            elapsed,
          ),
        }),
      ),
      llm_usage: orNull(
        fc.record({
          model_usage: fc.dictionary(
            fc.constantFrom('gpt-4o', 'glm'),
            fc.record({ input: tokens, output_total: tokens }),
          ),
        }),
      ),
      interrupted: fc.boolean(),
      feedback: orNull(fc.record({ score: fc.constantFrom('like', 'dislike'), time_in_call_secs: seconds })),
    },
    { requiredKeys: ['role', 'time_in_call_secs'] },
  );

const elevenlabsConforming: fc.Arbitrary<GeneratedReply> = secret.chain((own) =>
  fc
    .record({
      tail: hex(28),
      conversation: fc.record({
        agent_id: hex(28).map((digits) => `agent_${digits}`),
        agent_name: orNull(words),
        status: fc.constantFrom('initiated', 'in-progress', 'processing', 'done', 'failed'),
        user_id: orNull(words),
        has_audio: fc.boolean(),
        transcript: fc.array(elevenlabsEntry(own), { maxLength: 6 }),
        metadata: fc.record(
          {
            start_time_unix_secs: fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }),
            call_duration_secs: seconds,
            cost: orNull(fc.nat()),
            cost_fiat: orNull(fraction),
            charging: fc.record({ llm_price: orNull(fraction), llm_charge: orNull(fc.nat()), tier: orNull(words) }),
            phone_call: orNull(
              fc.record({
                direction: fc.constantFrom('inbound', 'outbound'),
                agent_number: phone,
                external_number: phone,
                type: fc.constantFrom('twilio', 'exotel', 'sip_trunking'),
              }),
            ),
            termination_reason: fc.constantFrom('', 'Call ended by remote party'),
            error: orNull(fc.record({ code: fc.nat(), reason: orNull(words) })),
            warnings: fc.array(words, { maxLength: 2 }),
            feedback: fc.record({
              likes: fc.nat(),
              rating: orNull(fc.integer({ min: 1, max: 5 })),
              comment: orNull(words),
            }),
          },
          { requiredKeys: ['start_time_unix_secs', 'call_duration_secs', 'cost_fiat'] },
        ),
        analysis: orNull(
          fc.record({
            call_successful: verdict,
            transcript_summary: words,
            call_summary_title: orNull(words),
            data_collection_results: members.map((each) =>
              Object.fromEntries(
                Object.entries(each).map(([name, value]) => [
                  name,
                  { data_collection_id: name, value, rationale: 'Said.' },
                ]),
              ),
            ),
            evaluation_criteria_results: fc.dictionary(
              fc.constantFrom('polite', 'solved'),
              fc.record({ criteria_id: words, result: verdict, rationale: words, score: orNull(fc.nat()) }),
            ),
          }),
        ),
        conversation_initiation_client_data: fc.constant({
          dynamic_variables: { user_name: 'Ann', secret__session: own, secret__pin_number: own },
          custom_llm_extra_body: { api_key: own },
        }),
      }),
      label: orNull(fc.constantFrom('positive', 'neutral', 'negative')),
    })
    .map(({ tail, conversation, label }) => {
      const conversation_id = `conv_${tail}`;
      const sentiment_analysis = label && { overall_label: label, overall_sentiment_score: 0.5 };
      const listed = { conversation_id, message_count: conversation.transcript.length, sentiment_analysis };
      const raw = { conversation: { ...conversation, conversation_id }, listed } as unknown as Json;
      return { id: conversation_id, raw, secrets: [own] };
    }),
);

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
  retell: { conforming: retellConforming, broken: broken(retellConforming) },
  vapi: { conforming: vapiConforming, broken: broken(vapiConforming) },
  elevenlabs: { conforming: elevenlabsConforming, broken: broken(elevenlabsConforming) },
  bland: { conforming: blandConforming, broken: broken(blandConforming) },
  synthflow: { conforming: synthflowConforming, broken: broken(synthflowConforming) },
};
