import type { DemoCall, Row } from '../replica/vendor';

export const omnidimensionAgents = [
  { id: 6340, name: 'Customer Support Agent' },
  { id: 6341, name: 'Appointment Reminder Agent' },
];

interface Exchange {
  user: string;
  bot: string;
  /** Seconds of speech recognition, language model, speech synthesis. */
  latency: [asr: number, llm: number, tts: number];
  tool?: Row;
  issue?: string;
}

const absent = 'Not provided';

/** One exchange as a row of `interactions`: the customer first, then the agent. */
function interaction(callId: number, { user, bot, latency, tool, issue }: Exchange, index: number): Row {
  const [asr, llm, tts] = latency;
  const total = Number((asr + llm + tts).toFixed(3));
  return {
    id: callId * 10 + index,
    interaction_sequence: index + 1,
    user_query: user,
    bot_response: bot,
    customer_phone_number: false,
    time_of_call: `11/18/2026 09:1${Math.floor(index / 4)}:${String((index % 4) * 14).padStart(2, '0')}`,
    llm2_time: llm,
    asr_time: asr,
    tts_time: tts,
    metric_score_intent: 9,
    metric_score_relevance: 8.5,
    metric_score_latency: total > 2 ? 5 : 9,
    metric_score_coherence: 9,
    latency_llm: llm,
    latency_tts: tts,
    total_response_time: total,
    evaluation_remarks: issue ?? false,
    total_tokens: 1800 + index * 210,
    has_issue: Boolean(issue),
    total_cost: 0.004,
    issues: issue ? [issue] : [],
    json_evolution_matrix_score: {},
    function_call_data: tool ? [tool] : false,
    tts_speaking_duration: Math.round(bot.length / 15),
  };
}

const conversation = (exchanges: Exchange[]) =>
  exchanges.map(({ user, bot }) => ` <br/> user: ${user} <br/> LLM: ${bot} <br/>`).join('');

/** A log with every documented field. `seconds` is the whole call: the API splits it into minutes and a remainder. */
function call(id: number, seconds: number, exchanges: Exchange[], row: Row, unfinished?: Row): DemoCall {
  const minutes = Math.floor(seconds / 60);
  const tokens = exchanges.length * 2100;
  return {
    unfinished,
    row: {
      id,
      organization_branch_name: 'Main office',
      bot_name: 'Customer Support Agent',
      is_bot_response: exchanges.length > 0,
      time_of_call: '11/18/2026 09:16:02',
      from_number: '+14155550100',
      to_number: '+14155550142',
      call_direction: 'outbound',
      call_duration: `${minutes}:${seconds % 60}`,
      recording_url: false,
      internal_recording_url: false,
      recording_available_at: '',
      call_conversation: conversation(exchanges),
      call_status: 'completed',
      channel_type: 'Call',
      sentiment_score: 'Neutral',
      sentiment_analysis_details: '',
      call_type: false,
      is_call_transfer: false,
      status: '',
      cqs_score: exchanges.length > 0 ? 8.2 : 0,
      cqs_score_message: false,
      metric_score_intent: 8.5,
      metric_score_relevance: 8.1,
      metric_score_latency: 7.4,
      metric_score_coherence: 9,
      p50_latency: 1.24,
      p99_latency: 3.87,
      prompt_tokens: tokens - 240,
      completion_tokens: exchanges.length > 0 ? 240 : 0,
      total_tokens: tokens,
      llm_prompt: false,
      aggregated_estimated_cost: Number(((seconds / 60) * 0.056).toFixed(4)),
      model_name: 'gpt-4o',
      model_type: 'chat',
      asr_service: 'deepgram_stream',
      tts_service: 'eleven_labs',
      has_issue: exchanges.some(({ issue }) => issue),
      is_simulation: false,
      json_evolution_matrix_score: {},
      issues: exchanges.flatMap(({ issue }) => issue ?? []),
      call_duration_in_seconds: seconds % 60,
      call_duration_in_minutes: minutes,
      extracted_variables: {},
      amd_detected: false,
      amd_answered_by: false,
      amd_duration: 0,
      is_voicemail: false,
      is_fax: false,
      voicemail_type: false,
      hangup_source: false,
      hangup_reason: null,
      user_name: 'Demo User',
      call_cost: Number(((seconds / 60) * 0.08).toFixed(4)),
      call_request_id: { id: false, type_of_request: '' },
      interactions: exchanges.map((exchange, index) => interaction(id, exchange, index)),
      post_call_actions: {
        call_recording_webhook_ids: [],
        email_service_ids: [],
        hubspot_service_ids: [],
        slack_service_ids: [],
        salesforce_service_ids: [],
        google_sheets_service_ids: [],
      },
      ...row,
    },
  };
}

const recording = (id: number) =>
  `/web/content?model=bot.call.recording&download=true&field=recording_file&filename=${id}.wav&id=${id}`;

/** A webhook that was called after the call. The documents show a secret in its payload, so here is one too. */
const webhook = (id: number, status: string, code: number, error: string | false): Row => ({
  id: id - 3517000,
  name: 'Webhook to https://hooks.example.com/calls/9f86d081884c7d65 on 2026-11-18 09:16:02',
  webhook_url: 'https://hooks.example.com/calls/9f86d081884c7d65',
  webhook_method: 'POST',
  payload: JSON.stringify({
    call_id: id,
    call_sid: 'secret_key_0c4f9a2be1d84f53a6b7c8d9e0f1a2b3_5d41402a-bc4b-2a76-b971-9d911017c592',
    bot_id: 6340,
    user_email: 'demo@example.com',
    call_status: 'completed',
  }),
  status,
  response_code: code,
  response_body: error ? '' : '{"received":true}',
  error_message: error,
  call_recording_id: id,
  user_id: 1234,
  create_date: '2026-11-18 09:16:02',
  create_by: 'Demo User',
});

const longTalk: Exchange[] = [
  {
    user: '',
    bot: 'Good morning, this is the support line of Acme Corp. How can I help you today?',
    latency: [0, 0.82, 0.21],
  },
  {
    user: 'Hi, I placed an order two weeks ago and it still has not arrived.',
    bot: 'I am sorry to hear that. May I have the order number, please?',
    latency: [0.18, 0.94, 0.24],
  },
  { user: "It's 4417 dash 9021.", bot: 'Thank you. One moment while I look that up.', latency: [0.22, 1.1, 0.2] },
  {
    user: 'Sure.',
    bot: 'I found it. Your order left the warehouse on the ninth and is held at the customs office since the twelfth.',
    latency: [0.12, 2.61, 0.31],
    tool: {
      function_name: 'get_order',
      args: { order_number: '4417-9021' },
      result: { state: 'held_at_customs', since: '2026-11-12', carrier: 'Example Freight' },
      success: true,
      time_taken: 1.284,
    },
  },
  {
    user: 'Customs? Nobody told me about that.',
    bot: 'You are right, and that should not have happened. The carrier asked for an invoice copy, which we send today.',
    latency: [0.19, 1.32, 0.29],
  },
  {
    user: 'And how long will it take then?',
    bot: 'Usually two to three working days after the invoice is in.',
    latency: [0.15, 0.98, 0.22],
  },
  {
    user: 'That is too late, I need it on Friday.',
    bot: 'I understand. I can ask for express delivery from the customs office, at no cost to you.',
    latency: [0.17, 1.21, 0.27],
  },
  {
    user: 'Yes, please do that.',
    bot: 'The carrier did not accept the request just now. I have written it down for a colleague, who will call you before noon.',
    latency: [0.16, 3.42, 0.29],
    tool: {
      function_name: 'upgrade_shipping',
      args: { order_number: '4417-9021', service: 'express' },
      result: 'HTTP 409: shipment is locked by customs',
      success: false,
      time_taken: 2.106,
    },
    issue: 'Reply took longer than 3 seconds',
  },
  {
    user: 'Fine. Which number will they call?',
    bot: 'The one you are calling from, ending in zero one four two. Is that right?',
    latency: [0.2, 1.05, 0.23],
  },
  { user: 'Yes.', bot: 'Then it is settled. Is there anything else I can do for you?', latency: [0.11, 0.79, 0.2] },
  { user: 'No, thank you.', bot: 'Thank you for your patience. Goodbye.', latency: [0.13, 0.71, 0.18] },
];

/** Eight logs in the vendor's exact shape, beside the documented example 50958. */
export const omnidimensionCalls: DemoCall[] = [
  call(3517893, 169, longTalk, {
    call_direction: 'inbound',
    sentiment_score: 'Negative',
    sentiment_analysis_details:
      'The customer was annoyed that an order is held at customs and that nobody had told them. The agent explained the delay, could not upgrade the shipping and promised a call back before noon.',
    internal_recording_url: recording(3517893),
    recording_url: recording(3517893),
    recording_available_at: '2026-11-18 09:17:40',
    hangup_source: 'user',
    hangup_reason: 'User ended the call',
    extracted_variables: {
      order_number: '4417-9021',
      needed_by: 'Friday',
      call_back: true,
      attempts: 0,
      preferred_language: absent,
      company: absent,
    },
    post_call_actions: {
      call_recording_webhook_ids: [
        webhook(3517893, 'failed', 503, 'HTTPSConnectionPool: Read timed out. (read timeout=10)'),
        webhook(3517894, 'sent', 200, false),
      ],
      email_service_ids: [{ id: 77, name: 'Summary by e-mail', email: 'demo@example.com', status: 'sent' }],
      hubspot_service_ids: [],
      slack_service_ids: [],
      salesforce_service_ids: [],
      google_sheets_service_ids: [],
    },
  }),
  call(
    3517894,
    72,
    [
      {
        user: '',
        bot: 'Hello, I am calling about your appointment tomorrow at ten. Will you be able to come?',
        latency: [0, 0.7, 0.2],
      },
      { user: 'Yes, I will be there.', bot: 'Wonderful. See you tomorrow at ten.', latency: [0.14, 0.66, 0.19] },
      { user: 'Thanks for the reminder!', bot: 'With pleasure. Have a good day.', latency: [0.12, 0.61, 0.18] },
    ],
    {
      bot_name: 'Appointment Reminder Agent',
      sentiment_score: 'Positive',
      sentiment_analysis_details: 'The customer confirmed the appointment and was thankful for the reminder.',
      internal_recording_url: recording(3517894),
      hangup_source: 'bot',
      hangup_reason: 'End call tool invoked',
      extracted_variables: { appointment: '2026-11-19 10:00', confirmed: 'yes', reschedule_to: absent },
    },
  ),
  call(3517895, 0, [], { call_status: 'no-answer', time_of_call: '11/18/2026 10:02:11', sentiment_score: false }),
  call(3517896, 0, [], { call_status: 'busy', time_of_call: '11/18/2026 10:05:40', sentiment_score: false }),
  call(3517897, 3, [], {
    call_status: 'failed',
    time_of_call: '11/18/2026 10:09:57',
    sentiment_score: false,
    hangup_reason: 'Destination number is not reachable',
    has_issue: true,
    issues: ['SIP 404: destination number is not reachable'],
  }),
  call(
    3517898,
    28,
    [
      {
        user: 'Please leave a message after the tone.',
        bot: 'Hello, this is the support line of Acme Corp. Please call us back.',
        latency: [0.1, 0.9, 0.2],
      },
    ],
    {
      call_status: 'voicemail_detected',
      is_voicemail: true,
      voicemail_type: 'beep',
      amd_detected: true,
      amd_answered_by: 'machine_end_beep',
      amd_duration: 4.2,
      hangup_source: 'bot',
      time_of_call: '11/18/2026 10:20:33',
    },
  ),
  call(
    3517899,
    44,
    [{ user: 'Hello?', bot: 'Good afternoon, this is the support line of Acme Corp.', latency: [0.12, 0.8, 0.2] }],
    { time_of_call: '11/18/2026 11:00:04', sentiment_score: 'Neutral', hangup_source: 'user' },
    {
      call_status: 'in-progress',
      call_duration: '0:0',
      call_duration_in_seconds: 0,
      sentiment_score: false,
      hangup_source: null,
    },
  ),
  call(
    3517900,
    605,
    [
      {
        user: 'I want to speak to a human.',
        bot: 'Of course. I am transferring you now.',
        latency: [0.15, 1.02, 0.22],
      },
      { user: '', bot: 'Please hold the line.', latency: [0, 0.6, 0.2] },
    ],
    {
      is_call_transfer: true,
      sentiment_score: 'Negative',
      time_of_call: '11/18/2026 11:31:20',
      call_direction: 'inbound',
    },
  ),
];
