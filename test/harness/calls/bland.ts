import type { DemoCall, Row } from '../replica/vendor';

type Line = [after: number, user: 'user' | 'assistant' | 'robot' | 'agent-action', text: string];

/** A call with every documented member. `at` is an ISO time, `seconds` the whole call; lines say how many seconds after it they were. */
function call(id: string, at: string, seconds: number, lines: Line[], row: Row, unfinished?: Row): DemoCall {
  const start = Date.parse(at);
  const later = (after: number) => new Date(start + after * 1000).toISOString().replace('Z', '+00:00');
  const [from, to] = [String(row.from ?? '+14155550100'), String(row.to ?? '+14155550142')];
  return {
    unfinished,
    row: {
      call_id: id,
      c_id: id,
      call_length: seconds / 60,
      batch_id: null,
      to,
      from,
      request_data: { phone_number: to, wait: false, language: 'ENG' },
      completed: true,
      inbound: false,
      created_at: later(-4),
      started_at: later(0),
      end_at: later(seconds),
      queue_status: 'complete',
      endpoint_url: 'api.prod.bland.ai',
      max_duration: 30,
      error_message: null,
      variables: {
        now: 'Wednesday, November 18, 2026 9:10 AM',
        short_from: from.slice(-10),
        short_to: to.slice(-10),
        from,
        to,
        call_id: id,
        phone_number: to,
        country: 'US',
        state: 'CA',
        timezone: 'America/Los_Angeles',
      },
      answered_by: 'human',
      record: seconds > 0,
      recording_url: seconds > 0 ? `https://server.aws.dc5.bland.ai/v1/recordings/${id}` : null,
      recording_expiration: null,
      metadata: {},
      summary: null,
      price: Number(((seconds / 60) * 0.09).toFixed(3)),
      local_dialing: false,
      call_ended_by: seconds > 0 ? 'ASSISTANT' : null,
      pathway_id: null,
      pathway_version: null,
      pathway_logs: null,
      pathway_tags: [],
      analysis: null,
      concatenated_transcript: lines.map(([, user, text]) => `${user}: ${text} \n `).join(''),
      // The vendor does not sort them.
      transcripts: lines.toReversed().map(([after, user, text], index) => ({
        id: 7_000_000 + index,
        created_at: later(after),
        text,
        user,
        c_id: id,
        status: null,
        transcript_id: null,
      })),
      status: 'completed',
      corrected_duration: String(seconds),
      transferred_to: null,
      transferred_at: null,
      pre_transfer_duration: null,
      post_transfer_duration: null,
      warm_transfer_call: null,
      citations: null,
      citation_schema_ids: [],
      disposition_tag: null,
      is_proxy_agent_call: false,
      is_canary: false,
      voice_id: '745fbef5-f445-44fa-91ba-93f89803e1ce',
      ...row,
    },
  };
}

const webhook = 'https://automation.example.com/in/4f9a2be1d84f53a6?source=bland';

const delivery = call(
  '4f6b2c1e-8a37-4d95-b0e2-6c1d9f3a7b58',
  '2026-11-18T17:10:00.000Z',
  96,
  [
    [1.2, 'assistant', 'Good morning, this is Acme Deliveries. Am I speaking to Maria Lopez?'],
    [6.4, 'user', 'Yes, speaking.'],
    [8.1, 'assistant', 'Your parcel could not be delivered yesterday. Which day suits you for a second try?'],
    [15, 'user', 'Friday, please. In the afternoon.'],
    [17.5, 'agent-action', 'Used tool: Book slot'],
    [19.3, 'assistant', 'Friday between two and five is booked. Would you like to speak to the depot as well?'],
    [27, 'user', 'Yes, about the damaged box from last week.'],
    [29.4, 'robot', 'Please hold while we connect you.'],
    [33, 'agent-action', 'Ended call: Warm transfer merged'],
  ],
  {
    summary:
      'Maria Lopez booked a second delivery on Friday afternoon and was connected to the depot about a damaged box.',
    pathway_id: 'b71c4c5c-33e3-496b-a5f4-91b7e8e6a931',
    pathway_version: 4,
    pathway_tags: ['Greeting', 'Book a slot', 'Transfer'],
    pathway_logs: [
      {
        tag: { name: 'Greeting', color: '#862727' },
        role: 'user',
        text: '<Call Connected>',
        decision: null,
        created_at: '2026-11-18T17:10:00.000Z',
        pathway_info: JSON.stringify({
          'Request Data': { webhook, tools: [{ headers: { 'X-Depot-Key': 'depot-77f0c2a9e1' } }] },
        }),
        chosen_node_id: '1',
      },
      {
        tag: null,
        role: 'assistant',
        text: 'Your parcel could not be delivered yesterday.',
        decision: JSON.stringify({ 'Global Prompt': 'Be brief.', 'Current Node Name': 'Book a slot' }),
        created_at: '2026-11-18T17:10:08.100Z',
        pathway_info: null,
        chosen_node_id: 'a7b3c9d2-8e4f-4a5b-9c7d-2e8f6a9b4c7d',
      },
      {
        tag: null,
        role: 'assistant',
        text: 'Friday between two and five is booked.',
        decision: null,
        created_at: '2026-11-18T17:10:19.300Z',
        pathway_info: null,
        chosen_node_id: 'a7b3c9d2-8e4f-4a5b-9c7d-2e8f6a9b4c7d',
      },
    ],
    request_data: {
      phone_number: '+14155550142',
      task: 'Arrange a second delivery.',
      webhook,
      encrypted_key: 'enc-5d41402abc4b2a76',
      tools: [
        {
          name: 'BookSlot',
          url: 'https://depot.example.com/v2/slots',
          method: 'POST',
          headers: { 'X-Depot-Key': 'depot-77f0c2a9e1', 'Content-Type': 'application/json' },
          body: { day: '{{input.day}}' },
        },
      ],
      dynamic_data: [
        {
          url: 'https://depot.example.com/v2/parcels',
          headers: { Authorization: 'Bearer 9f86d081884c7d659a2feaa0' },
          response_data: [{ name: 'parcel', data: '$.parcel' }],
        },
      ],
    },
    metadata: { crm_contact: 'C-20418' },
    variables: {
      now: 'Wednesday, November 18, 2026 9:10 AM',
      from: '+14155550100',
      to: '+14155550142',
      timezone: 'America/Los_Angeles',
      parcel: 'PX-88120',
      depot_api_key: 'depot-77f0c2a9e1',
    },
    analysis: { confirmed: true, day: 'Friday', window: 'afternoon', complaint: 'damaged box', refund: null },
    citations: [
      {
        call_id: '4f6b2c1e-8a37-4d95-b0e2-6c1d9f3a7b58',
        variable_name: 'preferredDay',
        variable_type: 'string',
        value: 'Friday',
        cited_utterances: [
          { id: 'u_1', idx: 1, start_time: 15.1, end_time: 17.2, confidence: 0.81, transcript: 'Friday, please.' },
        ],
        schema_id: 'b0477cba-1c97-4105-8ac9-46cb8eae5cf1',
      },
    ],
    citation_schema_ids: ['b0477cba-1c97-4105-8ac9-46cb8eae5cf1'],
    disposition_tag: 'SLOT_BOOKED',
    transferred_to: '+14155550177',
    transferred_at: '2026-11-18T17:10:33.000Z',
    pre_transfer_duration: 0.55,
    post_transfer_duration: 1.05,
    warm_transfer_call: {
      state: 'MERGED',
      proxy_agent_calls: [
        { state: 'MERGED', call_id: '1f8a3c2d-75e9-4b32-bb19-73a672e9e22a', phone_number: '+14155550177' },
      ],
    },
  },
);

/** Calls in the shape of the vendor's documents, beside the documented examples; the newest first. */
export const blandCalls: DemoCall[] = [
  delivery,
  call(
    '7d0e5a92-1b4c-4f38-8e6a-0c2b7d9f1e43',
    '2026-11-18T16:00:00.000Z',
    22,
    [[6, 'assistant', 'Hello, this is Acme Deliveries. Please call us back about your parcel.']],
    { answered_by: 'voicemail', call_ended_by: 'ASSISTANT' },
  ),
  call('b2a94f07-6d3e-4c81-9f5b-3e7a1c8d2064', '2026-11-18T15:30:00.000Z', 0, [], {
    status: 'no-answer',
    answered_by: 'no-answer',
    started_at: null,
  }),
  call('c83d1e6f-2f70-4ab9-8d14-5b9e0a7c3f12', '2026-11-18T15:20:00.000Z', 0, [], {
    status: 'busy',
    answered_by: null,
  }),
  call('e91f7b3a-5c28-4d06-a7e3-8f4d2b6c0a95', '2026-11-18T15:10:00.000Z', 0, [], {
    status: 'failed',
    queue_status: 'call_error',
    answered_by: null,
    error_message: 'The number you dialed is temporarily unavailable.',
  }),
  call('0a5c8e2d-9b61-4f7d-b3c8-2d6e4f1a7b39', '2026-11-18T15:05:00.000Z', 0, [], {
    status: 'canceled',
    answered_by: null,
    price: 0,
  }),
  call(
    '3c7f9a1e-4d85-42b6-9e0f-7a1b5c3d8e26',
    '2026-11-18T14:50:00.000Z',
    41,
    [
      [1, 'assistant', 'Acme Deliveries, good afternoon.'],
      [4.5, 'user', 'Where is my parcel?'],
      [7, 'assistant', 'It leaves the depot tonight.'],
    ],
    { from: '5551234567', to: '+14155550100', inbound: true, call_ended_by: 'USER', batch_id: 'b1234567-gen-batch' },
    { status: null, completed: false, queue_status: 'started', corrected_duration: null, call_ended_by: null },
  ),
  call(
    '95d2b7c4-0e3a-4168-8b9d-1f6c2a4e7d80',
    '2026-11-17T19:00:00.000Z',
    64,
    [
      [1, 'assistant', 'Acme Deliveries, hello.'],
      [5, 'user', 'A human, please.'],
      [8, 'agent-action', 'Transferred call to +14155550188'],
    ],
    {
      inbound: true,
      from: '+14155550142',
      to: '+14155550100',
      queue_status: 'complete_error',
      error_message: 'Post-call webhook failed with status 503',
      pathway_logs: 'Node 1 -> Node 2: the caller asked for a human',
      transferred_to: '+14155550188',
    },
  ),
];
