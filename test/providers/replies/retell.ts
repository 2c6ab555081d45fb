import * as fc from 'fast-check';
import type { Json } from '../../../lib/call/call';
import { hex, secret, words, phone, seconds, fraction, members, optional, type GeneratedReply } from './parts';

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

export const retell: fc.Arbitrary<GeneratedReply> = fc.tuple(secret, secret, secret).chain(([own, link, variable]) =>
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
