import type { Json } from '../../../lib/call/call';
import type { DemoCall, Row } from '../replica/vendor';

interface Said {
  role: 'agent' | 'user' | 'transfer_target';
  words: string;
  /** Seconds from the start of the recording. */
  from: number;
}
/** What is said, or an entry of another kind as the vendor writes it. */
type Entry = Said | Row;

const isSaid = (entry: Entry): entry is Said => 'words' in entry;
const agent = (words: string, from: number): Said => ({ role: 'agent', words, from });
const user = (words: string, from: number): Said => ({ role: 'user', words, from });

/** A third of a second a word. */
const utterance = ({ role, words, from }: Said): Row => ({
  role,
  content: words,
  words: words.split(' ').map((word, index) => ({
    word,
    start: Number((from + index * 0.33).toFixed(2)),
    end: Number((from + index * 0.33 + 0.3).toFixed(2)),
  })),
});

const tool = (id: string, name: string, args: Json, content: Json, successful: boolean): Row[] => [
  { role: 'tool_call_invocation', tool_call_id: id, name, arguments: JSON.stringify(args) },
  {
    role: 'tool_call_result',
    tool_call_id: id,
    content: typeof content === 'string' ? content : JSON.stringify(content),
    successful,
  },
];

const latency = (p50: number): Row => ({
  p50,
  p90: p50 * 1.4,
  p95: p50 * 1.6,
  p99: p50 * 2,
  max: p50 * 2.1,
  min: p50 / 2,
  num: 4,
  values: [p50 / 2, p50, p50 * 1.4, p50 * 2.1],
});

/** A call as the API holds it; `at` is an ISO time, `seconds` the whole call. */
function call(id: string, at: string, seconds: number, entries: Entry[], row: Row, unfinished?: Row): DemoCall {
  const start = Date.parse(at);
  const said = entries.filter(isSaid);
  const cents = Number((seconds * 0.139).toFixed(3));
  const talked: Row =
    said.length === 0
      ? {}
      : {
          transcript: said.map(({ role, words }) => `${role === 'agent' ? 'Agent' : 'User'}: ${words}\n`).join(''),
          transcript_object: said.map(utterance),
          transcript_with_tool_calls: entries.map((entry) => (isSaid(entry) ? utterance(entry) : entry)),
          latency: { e2e: latency(1120), asr: latency(180), llm: latency(610), tts: latency(240) },
          llm_token_usage: { values: [1480, 1522, 1610], average: 1537.333, num_requests: 3 },
          recording_url: `/recordings/${id}.wav`,
          recording_multi_channel_url: `/recordings/${id}_multichannel.wav`,
          public_log_url: `/logs/${id}/public.log`,
        };
  return {
    unfinished,
    row: {
      call_id: id,
      call_type: 'phone_call',
      direction: 'outbound',
      from_number: '+14155550188',
      to_number: '+14155550142',
      telephony_identifier: { twilio_call_sid: `CA${id.slice(5).padEnd(32, '0')}` },
      agent_id: 'agent_1ffdb9717444d0e77346838911',
      agent_name: 'Appointments',
      agent_version: 4,
      agent_tag: 'prod',
      call_status: 'ended',
      data_storage_setting: 'everything',
      opt_in_signed_url: false,
      start_timestamp: start,
      end_timestamp: start + seconds * 1000,
      duration_ms: seconds * 1000,
      disconnection_reason: 'agent_hangup',
      call_cost: {
        product_costs: [
          { product: 'elevenlabs_tts', unit_price: 0.07, cost: Number((cents * 0.6).toFixed(3)) },
          { product: 'gpt_4_1', unit_price: 0.045, cost: Number((cents * 0.4).toFixed(3)) },
        ],
        total_duration_seconds: seconds,
        total_duration_unit_price: 0.139,
        combined_cost: cents,
      },
      ...talked,
      ...row,
    },
  };
}

/** An outbound call that nobody was reached by. */
const unreached = (id: string, at: string, reason: string): DemoCall => {
  const { row } = call(id, at, 0, [], { call_status: 'not_connected', disconnection_reason: reason });
  return { row: { ...row, end_timestamp: null, duration_ms: null, call_cost: null, metadata: { campaign: 'recall' } } };
};

/** Nine calls in the shapes of the vendor's documents and SDK, beside the documented examples; newest first. */
export const retellCalls: DemoCall[] = [
  call(
    'call_7c1e5d0b9a3f48260e7d5b1c9f4',
    '2026-11-18T15:40:00.000Z',
    71,
    [agent('Hello, this is Acme Dental. Is this a good time?', 0.6), user('Yes, go on.', 4.1)],
    { disconnection_reason: 'user_hangup' },
    {
      call_status: 'ongoing',
      end_timestamp: null,
      duration_ms: null,
      disconnection_reason: null,
      call_cost: null,
      latency: null,
      recording_url: null,
      recording_multi_channel_url: null,
      public_log_url: null,
    },
  ),
  call(
    'call_5a82f0a43ea0977566b1104fcfc',
    '2026-11-18T13:05:00.000Z',
    154,
    [
      agent('Hello, this is Acme Dental. You asked us to call about a cleaning.', 0.7),
      user('Yes, I would like to come next week.', 5.2),
      {
        role: 'node_transition',
        former_node_id: 'node-1',
        former_node_name: 'Greeting',
        new_node_id: 'node-2',
        new_node_name: 'Find a slot',
        transition_type: 'normal',
      },
      ...tool(
        'call_CTgHfSj4lNZaqVjByk2eJooc',
        'find_slots',
        { from: '2026-11-23', to: '2026-11-27', api_key: 'dental-replica-4f7a91c2' },
        { slots: ['2026-11-24T09:30', '2026-11-26T15:00'] },
        true,
      ),
      agent('I have Tuesday at half past nine or Thursday at three.', 10.4),
      user('Tuesday, please.', 14.8),
      ...tool('call_Zq8WmY2nR5tKx7LpVb3dHs0f', 'book_slot', { slot: '2026-11-24T09:30' }, 'Slot is taken', false),
      agent('That one has just gone. Would Thursday do?', 18.9),
      { role: 'sms', content: 'Can it be after five?', time_sec: 21.5, multimedia: [] },
      user('Yes, Thursday is fine.', 23.6),
      ...tool('call_Hd3RkT9vB6yMq1XcNw5fZa8j', 'book_slot', { slot: '2026-11-26T15:00' }, { booked: true }, true),
      agent('You are booked for Thursday at three. Goodbye!', 28.2),
    ],
    {
      call_analysis: {
        call_summary: 'The patient asked for a cleaning and is booked for Thursday, November 26, at 3 PM.',
        user_sentiment: 'Positive',
        call_successful: true,
        in_voicemail: false,
        custom_analysis_data: { appointment: '2026-11-26 15:00', service: 'Cleaning', insurance: null },
      },
      collected_dynamic_variables: { preferred_day: 'Tuesday', previous_node: 'Find a slot' },
      retell_llm_dynamic_variables: { customer_name: 'Dana Reyes', crm_auth_token: 'tok-9b1f40e27c6d85aa3310' },
      custom_sip_headers: { 'X-Account': 'acme-7', 'X-Trunk-Secret': '5f2c9a77e1' },
      metadata: { contact: 'rec_1042', webhook_secret: 'whs-6b0c2f91d47e' },
    },
  ),
  call(
    'call_b5307aa8db5cc8f3b25d9d0024d',
    '2026-11-18T12:30:00.000Z',
    97,
    [
      agent('Acme Dental, how can I help?', 0.5),
      user('I was charged twice, and nobody calls me back.', 3.4),
      { role: 'dtmf', digit: '0' },
      agent('I am sorry. I connect you with billing.', 7.9),
      { role: 'transfer_target', words: 'Billing, this is Ines.', from: 16.2 },
    ],
    {
      direction: 'inbound',
      from_number: '+14155550142',
      to_number: '+14155550188',
      disconnection_reason: 'call_transfer',
      transfer_destination: '+14155550199',
      transfer_end_timestamp: Date.parse('2026-11-18T12:39:40.000Z'),
      call_analysis: {
        call_summary: 'The patient complains about a double charge and was transferred to billing.',
        user_sentiment: 'Negative',
        call_successful: false,
        in_voicemail: false,
        custom_analysis_data: {},
      },
    },
  ),
  call(
    'call_0d9e4b7a2c6f1385b0a7e3d4c92',
    '2026-11-18T11:20:00.000Z',
    24,
    [agent('Hello, please call Acme Dental back about your appointment.', 1.1)],
    {
      disconnection_reason: 'voicemail_reached',
      call_analysis: { user_sentiment: 'Unknown', in_voicemail: true, call_successful: false },
    },
  ),
  unreached('call_e1f60a2b8c4d97350f1a6b2c8d3', '2026-11-18T11:05:00.000Z', 'dial_busy'),
  unreached('call_3b8d2f6a0c1e5947d8b3f6a2c01', '2026-11-18T10:50:00.000Z', 'dial_no_answer'),
  unreached('call_94c7a1e5f03b2d68c9a4e7f1b50', '2026-11-18T10:40:00.000Z', 'invalid_destination'),
  call(
    'call_119c3f8e47135a29e65947eeb34cf12d',
    '2026-11-17T17:15:00.000Z',
    38,
    [agent('Hello! Ask me anything about our clinic.', 0.4), user('When do you open?', 3.3)],
    {
      call_type: 'web_call',
      direction: null,
      from_number: null,
      to_number: null,
      telephony_identifier: null,
      access_token: 'eyJhbGciOiJIUzI1NiJ9.eyJ2aWRlbyI6eyJyb29tIjoid2ViIn19.bm90LWEtcmVhbC1zaWduYXR1cmU',
      data_storage_setting: 'everything_except_pii',
      disconnection_reason: 'inactivity',
      call_analysis: { call_summary: 'A visitor asked for the opening hours.', user_sentiment: 'Neutral' },
    },
  ),
  call('f3a95c2e71d84b06a9e2c5f7d1b38460', '2026-11-16T09:00:00.000Z', 12, [agent('Hello?', 0.8)], {
    call_status: 'error',
    disconnection_reason: 'error_llm_websocket_lost_connection',
    data_storage_setting: 'basic_attributes_only',
  }),
];
