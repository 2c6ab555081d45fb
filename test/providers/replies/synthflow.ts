import * as fc from 'fast-check';
import type { Json } from '../../../lib/call/call';
import { secret, words, phone, instant, seconds, members, optional, type GeneratedReply, uuid } from './parts';

const bubbleId = fc
  .tuple(fc.integer({ min: 1_600_000_000_000, max: 1_800_000_000_000 }), fc.integer({ min: 1e14, max: 9e14 }))
  .map(([at, rest]) => `${at}x${rest}`);
const synthflowId = fc.oneof(uuid, bubbleId);

export const synthflow: fc.Arbitrary<GeneratedReply> = fc
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
