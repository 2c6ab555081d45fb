import type { DemoCall, Row } from '../replica/vendor';

export const synthflowAgents: Row[] = [
  {
    model_id: '8d1c7f32-5b0e-4a96-9f4d-2c6a1e7b3d58',
    name: 'Clinic reception',
    type: 'inbound',
    phone_number: '+14155550100',
  },
  { model_id: '1725526325346x892123579587048600', name: 'Appointment reminders', type: 'outbound', phone_number: '' },
];

/** A call as it is got by its ID, with every documented member. `at` is an ISO time, `seconds` the conversation. */
function call(id: string, at: string, seconds: number, lines: string[], row: Row, unfinished?: Row): DemoCall {
  const start = Date.parse(at);
  return {
    unfinished,
    row: {
      call_id: id,
      model_id: '8d1c7f32-5b0e-4a96-9f4d-2c6a1e7b3d58',
      campaign_type: 'live',
      phone_number_from: '+14155550142',
      phone_number_to: '+14155550100',
      name: 'Maria Lopez',
      transcript: lines.join('\n'),
      duration: seconds,
      recording_url: seconds > 0 ? `https://api.twilio.com/2009-10-10/Accounts/AC00/Recordings/${id}` : null,
      end_call_reason: 'human_ended_call',
      custom_end_call_reason: null,
      error_message: '',
      executed_actions: {},
      prompt_variables: {},
      type_of_call: 'inbound',
      start_time: String(start),
      timezone: 'America/Los_Angeles',
      telephony_hangup: 'caller',
      telephony_disconnect_reason: 'caller_hangup',
      telephony_duration: seconds * 1000 + 640,
      telephony_ringing_duration: 2100,
      telephony_start: new Date(start).toISOString(),
      telephony_end: new Date(start + seconds * 1000 + 640).toISOString(),
      status: 'completed',
      collected_variables: null,
      ...row,
    },
  };
}

const booking = call(
  '2f7b9c14-63d8-4e05-a1b7-9c4d0e8f3a62',
  '2026-11-19T17:00:00.000Z',
  83,
  [
    'bot: Good morning, this is the clinic reception. How may I help you?',
    'human: I would like to move my appointment to Thursday.',
    'bot: Let me look. Thursday at ten is free. Shall I book it?',
    'human: (Now the user has not responded in a while, you would say:)',
    'bot: Are you still there?',
    'human: Yes, please book it.',
    'bot: It is booked. You will receive a text message.',
    'human: Thank you, goodbye.',
  ],
  {
    collected_variables: {
      '8d1c7f32-5b0e-4a96-9f4d-2c6a1e7b3d58': {
        patient_name: { value: 'Maria Lopez', collected: true },
        appointment_day: { value: 'Thursday', collected: true },
        insurance: { value: null, collected: false },
      },
    },
    prompt_variables: { clinic: 'Bay Clinic', booking_api_key: 'book-3f8a77c1d2' },
    executed_actions: {
      extract_info_1: {
        name: 'extract_info_1',
        action_type: 'extract_info_action_type',
        description: '',
        parameters_hard_coded: {
          identifier: 'reason',
          condition: 'if the caller gives a reason',
          choices: null,
          examples: ['pain', 'check-up'],
        },
        error_message: null,
        return_value: { reason: 'check-up' },
      },
      book_slot: {
        name: 'book_slot',
        action_type: 'custom_action_type',
        description: 'Books a slot in the calendar of the clinic.',
        parameters_hard_coded: {
          url: 'https://calendar.example.com/v1/slots',
          headers: { 'X-Calendar-Key': 'book-3f8a77c1d2', 'Content-Type': 'application/json' },
          body: { day: 'Thursday' },
        },
        error_message: null,
        return_value: { slot: '2026-11-26T10:00:00-08:00' },
      },
      send_text: {
        name: 'send_text',
        action_type: 'send_sms_action_type',
        description: 'Confirms the slot.',
        parameters_hard_coded: { to: '+14155550142' },
        error_message: 'The number cannot receive text messages.',
        return_value: null,
      },
    },
  },
);

/** Calls in the shape of the vendor's documents, beside the documented examples; the newest first. */
export const synthflowCalls: DemoCall[] = [
  booking,
  call(
    '6a0d4e8b-1c92-4f73-8b5e-7d2f9a1c3e04',
    '2026-11-19T16:30:00.000Z',
    38,
    ['bot: Good morning, clinic reception.', 'human: Wrong number, sorry.', 'bot: No problem. Goodbye.'],
    { error_message: 'agent_goodbye', end_call_reason: 'agent_ended_call', telephony_hangup: 'callee' },
    { status: 'in-progress', duration: null, end_call_reason: null, recording_url: null, telephony_duration: null },
  ),
  call(
    '1763569200000x492817365018264320',
    '2026-11-19T16:20:00.000Z',
    21,
    ['bot: Hello, this is a reminder of your appointment tomorrow at ten.'],
    {
      model_id: '1725526325346x892123579587048600',
      type_of_call: 'outbound',
      phone_number_from: '+14155550100',
      phone_number_to: '+14155550142',
      status: 'left_voicemail',
      end_call_reason: 'voicemail_message_left',
      telephony_hangup: 'caller',
    },
  ),
  call('c41e7a90-8d36-4b2f-95c8-0f3b6d1e7a49', '2026-11-19T16:10:00.000Z', 0, [], {
    model_id: '1725526325346x892123579587048600',
    type_of_call: 'outbound',
    phone_number_from: '+14155550100',
    phone_number_to: '+14155550177',
    status: 'no-answer',
    end_call_reason: null,
    telephony_hangup: null,
    telephony_disconnect_reason: 'unknown',
  }),
  call('e5b83d27-0a64-4c19-b7f2-4e8a9d6c1f30', '2026-11-19T16:00:00.000Z', 0, [], {
    status: 'failed',
    error_message: 'Telephony - 403 - Forbidden',
    end_call_reason: 'error',
    telephony_hangup: null,
    telephony_disconnect_reason: 'forbidden',
  }),
  call('f90c2a6d-7e51-4d84-8a3b-1b5f0c9e2d76', '2026-11-19T15:50:00.000Z', 0, [], {
    status: 'user-canceled',
    end_call_reason: 'user_canceled',
  }),
  call(
    '0b7d5f81-4a29-4e63-9c0e-8f2a7b3d6c15',
    '2026-11-18T15:50:00.000Z',
    64,
    ['bot: Hello.', 'human: Stop calling.'],
    {
      end_call_reason: 'custom_end_call',
      custom_end_call_reason: 'The person does not want to be called.',
    },
  ),
];
