import type { Call, Json } from '../../lib/call';

const question = 'Sure, I can help with that. Could you please provide me with your name and email address?';
const cardShown =
  'Calendly card is now visible to the visitor below your reply. Stop and wait for them to tap. Do not ask any follow-up question this turn.';

/** OmniDimension's documented example (call 50958), shortened, with its secrets masked. */
const raw: Json = {
  call_log_data: [
    {
      id: 50958,
      organization_branch_name: '',
      bot_name: 'Customer Support Agent',
      is_bot_response: true,
      time_of_call: '05/04/2026 14:46:15',
      from_number: 'Chat',
      to_number: 'Assistant',
      call_direction: 'outbound',
      call_duration: '3:12',
      recording_url: 'https://example.com/••••',
      call_status: 'completed',
      channel_type: 'Widget-Chat',
      sentiment_score: 'Positive',
      cqs_score: 0,
      p50_latency: 2.53,
      total_tokens: 31822,
      aggregated_estimated_cost: 0.123,
      json_evolution_matrix_score: {},
      issues: [],
      hangup_source: null,
      extracted_variables: {
        industry: 'Not provided',
        use_case: 'Not provided',
        user_name: 'Demo User',
        main_purpose: 'Booking a meeting',
        interaction_count_total: 4,
      },
      interactions: [
        {
          id: 88247,
          user_query: '',
          bot_response: 'Hello, I am Kevin from OmniDimension support. How may I help you?',
          time_of_call: '05/04/2026 14:43:00',
          total_response_time: 2.349710792,
          function_call_data: false,
        },
        {
          id: 88250,
          user_query: 'y',
          bot_response: 'Great, you can book a meeting using the link below.',
          time_of_call: '05/04/2026 14:43:18',
          total_response_time: 2.787461793,
          function_call_data: [
            { args: { api_key: '••••' }, result: cardShown, success: true, function_name: 'offer_calendly_meeting' },
          ],
        },
      ],
      post_call_actions: {
        call_recording_webhook_ids: [
          {
            id: 1870,
            name: 'Booking webhook',
            webhook_url: 'https://hooks.example.com/••••',
            webhook_method: 'POST',
            payload: '{"call_id": 50958, "call_sid": "••••"}',
            status: 'sent',
            response_code: 200,
            response_body: 'This URL has no default content configured. <a href="https://example.com/">Change it</a>.',
          },
          {
            id: 1871,
            name: 'CRM webhook',
            webhook_url: 'https://crm.example.com/••••',
            webhook_method: 'POST',
            status: 'failed',
            response_code: 503,
            error_message: 'Service Unavailable',
          },
        ],
        email_service_ids: [],
      },
    },
  ],
  total_records: 1,
};

const at = (text: string) => ({ text: `05/04/2026 ${text}` });
const top = '/call_log_data/0';
const extracted = `${top}/extracted_variables`;
const webhooks = `${top}/post_call_actions/call_recording_webhook_ids`;
const toolCall = `${top}/interactions/1/function_call_data/0`;

/** A call with something in every part of the view. */
export const call: Call = {
  ref: { provider: 'omnidimension', connection: 'support', id: '50958' },
  status: { raw: 'completed', kind: 'completed' },
  sentiment: { raw: 'Positive', kind: 'positive' },
  sentimentReason: 'The visitor booked a meeting without a second attempt.',
  direction: 'outbound',
  channel: 'Widget-Chat',
  agent: { id: '6340', name: 'Customer Support Agent' },
  from: 'Chat',
  to: 'Assistant',
  startedAt: at('14:46:15'),
  duration: 192,
  endReason: 'user_disconnected',
  summary:
    'The user requested to book a meeting, providing their email address. The agent confirmed the email and provided a link for booking the meeting successfully.',
  flags: ['simulation', 'transferred'],
  transcripts: [
    {
      kind: 'original',
      language: 'en',
      turns: [
        { speaker: 'customer', speakerRaw: 'user', text: '', at: at('14:43:00') },
        {
          speaker: 'agent',
          speakerRaw: 'LLM',
          text: 'Hello, I am Kevin from OmniDimension support. How may I help you?',
          at: at('14:43:00'),
          latency: { total: 2.349710792, asr: 0, llm: 2.1, tts: 0.2 },
          tokens: 6314,
          cost: 0,
        },
        { speaker: 'customer', speakerRaw: 'user', text: 'i awnt ti book a meetig', at: at('14:43:08') },
        {
          speaker: 'agent',
          speakerRaw: 'LLM',
          text: question,
          at: at('14:43:08'),
          latency: { total: 2.53, llm: 2.4, tts: 0.1 },
          tokens: 6318,
          cost: 0.0021,
          issue: 'Asked for two things at once',
        },
        {
          speaker: 'customer',
          speakerRaw: 'user',
          text: '<img src=x onerror="document.title=1"> demo@example.com',
          at: at('14:43:13'),
        },
        {
          speaker: 'agent',
          speakerRaw: 'LLM',
          text: 'Great, you can book a meeting using the link below.',
          at: at('14:43:18'),
          latency: { total: 2.787461793, asr: 0.05, llm: 2.2, tts: 0.4, tool: 0.13 },
          tokens: 12839,
          cost: 0,
        },
      ],
    },
    {
      kind: 'translation',
      language: 'ar',
      turns: [{ speaker: 'agent', speakerRaw: 'bot', text: 'مرحبا، كيف يمكنني مساعدتك؟', offset: 75 }],
    },
  ],
  extracted: [
    { name: 'industry', value: 'Not provided', absent: true, pointer: `${extracted}/industry` },
    { name: 'use_case', value: 'Not provided', absent: true, pointer: `${extracted}/use_case` },
    { name: 'user_name', value: 'Demo User', absent: false, pointer: `${extracted}/user_name` },
    { name: 'main_purpose', value: 'Booking a meeting', absent: false, pointer: `${extracted}/main_purpose` },
    { name: 'interaction_count_total', value: 0, absent: false, pointer: `${extracted}/interaction_count_total` },
  ],
  actions: [
    {
      type: 'function_call',
      name: 'offer_calendly_meeting',
      turn: 5,
      parameters: [{ name: 'api_key', value: '••••', absent: false, pointer: `${toolCall}/args/api_key` }],
      result: cardShown,
      succeeded: true,
      seconds: 0.002235458,
      pointer: toolCall,
    },
  ],
  deliveries: [
    {
      channel: 'webhook',
      name: 'Booking webhook',
      status: 'sent',
      succeeded: true,
      method: 'POST',
      url: 'https://hooks.example.com/••••',
      code: 200,
      at: { text: '2026-05-04 14:46:15' },
      response: 'This URL has no default content configured. <a href="https://example.com/">Change it</a>.',
      payload: { call_id: 50958, call_sid: '••••' },
      details: [],
      pointer: `${webhooks}/0`,
    },
    {
      channel: 'webhook',
      name: 'CRM webhook',
      status: 'failed',
      succeeded: false,
      method: 'POST',
      url: 'https://crm.example.com/••••',
      code: 503,
      error: 'Service Unavailable',
      details: [{ name: 'id', value: 1871, absent: false, pointer: `${webhooks}/1/id` }],
      pointer: `${webhooks}/1`,
    },
  ],
  metrics: [
    { name: 'cqs_score', value: 0, unit: 'score', pointer: `${top}/cqs_score` },
    { name: 'p50_latency', value: 2.53, unit: 'seconds', pointer: `${top}/p50_latency` },
    { name: 'total_tokens', value: 31822, unit: 'tokens', pointer: `${top}/total_tokens` },
    { name: 'aggregated_estimated_cost', value: 0.123, unit: 'usd', pointer: `${top}/aggregated_estimated_cost` },
  ],
  issues: ['The visitor’s name was never confirmed'],
  recording: { kind: 'link', pointer: `${top}/recording_url` },
  raw,
  masked: [
    `${top}/recording_url`,
    `${toolCall}/args/api_key`,
    `${webhooks}/0/webhook_url`,
    `${webhooks}/0/payload`,
    `${webhooks}/1/webhook_url`,
  ],
  problems: [{ pointer: `${top}/is_bot_response`, expected: 'string', got: 'boolean' }],
};

/** The least that a provider can say about a call. */
export const bareCall: Call = {
  ref: { provider: 'highlevel', connection: 'clinic', id: '507f1f77bcf86cd799439011' },
  flags: [],
  transcripts: [],
  extracted: [],
  actions: [],
  deliveries: [],
  metrics: [],
  issues: [],
  recording: { kind: 'none' },
  raw: {},
  masked: [],
  problems: [],
};
