import * as fc from 'fast-check';
import type { Json } from '../../../lib/call/call';
import { hex, secret, words, phone, seconds, fraction, members, type GeneratedReply } from './parts';

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

export const elevenlabs: fc.Arbitrary<GeneratedReply> = secret.chain((own) =>
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
