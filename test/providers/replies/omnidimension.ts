import * as fc from 'fast-check';
import type { Json } from '../../../lib/call/call';
import { secret, words, phone, instant, seconds, fraction, orFalse, members, type GeneratedReply } from './parts';

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

export const omnidimension: fc.Arbitrary<GeneratedReply> = fc
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
