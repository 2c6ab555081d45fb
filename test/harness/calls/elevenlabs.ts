import type { DemoCall, Row } from '../replica/vendor';

/** A conversation, and what only its row in the list says. */
export interface ElevenlabsCall extends DemoCall {
  listed?: Row;
}

const agentId = 'agent_3701k3ttaq12ewp8b7qv5rfyszkz';
const off = { enabled: false, used: false };
const used = { enabled: true, used: true };
const features: Row = {
  language_detection: off,
  transfer_to_agent: off,
  transfer_to_number: off,
  multivoice: off,
  dtmf_tones: off,
  external_mcp_servers: off,
  pii_zrm_workspace: false,
  pii_zrm_agent: false,
  tool_dynamic_variable_updates: off,
  is_livekit: false,
  voicemail_detection: off,
  workflow: { enabled: false, tool_node: off, standalone_agent_node: off, phone_number_node: off, end_node: off },
  agent_testing: { enabled: false, tests_ran_after_last_modification: false, tests_ran_in_last_7_days: false },
};

/** An entry of a transcript with every member the vendor sends. */
const entry = (role: 'agent' | 'user', seconds: number, message: string | null, own: Row = {}): Row => ({
  role,
  agent_metadata: role === 'agent' ? { agent_id: agentId, branch_id: null, workflow_node_id: null } : null,
  message,
  multivoice_message: null,
  tool_calls: [],
  tool_results: [],
  feedback: null,
  llm_override: null,
  time_in_call_secs: seconds,
  conversation_turn_metrics: null,
  rag_retrieval_info: null,
  llm_usage: null,
  interrupted: false,
  original_message: null,
  source_medium: role === 'user' ? 'audio' : null,
  ...own,
});

const measured = (metrics: Record<string, number>): Row => ({
  conversation_turn_metrics: {
    metrics: Object.fromEntries(Object.entries(metrics).map(([name, seconds]) => [name, { elapsed_time: seconds }])),
    convai_asr_provider: 'scribe_v2',
    convai_tts_model: 'eleven_flash_v2_5',
  },
});
const heard = (seconds: number) => measured({ convai_asr_trailing_service_latency: seconds });
const answered = (llm: number, tts: number, silence: number) =>
  measured({
    convai_llm_service_ttfb: llm,
    convai_llm_service_ttf_sentence: llm + 0.11,
    convai_llm_service_tt_last_sentence: llm + 0.4,
    convai_tts_service_ttfb: tts,
    convai_ttf_audio_since_silence: silence,
  });

/** Tokens in, from the cache and out; `gpt-4o` at 2.50, 1.25 and 10 dollars a million. */
const usage = (input: number, cached: number, output: number): Row => ({
  model_usage: {
    'gpt-4o': {
      input: { tokens: input, price: input * 2.5e-6 },
      input_cache_read: { tokens: cached, price: cached * 1.25e-6 },
      input_cache_write: { tokens: 0, price: 0 },
      output_total: { tokens: output, price: output * 1e-5 },
    },
  },
});

const tool = (id: string, name: string, parameters: Row, own: Row = {}): Row => ({
  type: 'webhook',
  request_id: id,
  tool_name: name,
  params_as_json: JSON.stringify(parameters),
  tool_has_been_called: true,
  tool_details: null,
  ...own,
});
const result = (id: string, name: string, value: string, own: Row = {}): Row => ({
  request_id: id,
  tool_name: name,
  result_value: value,
  is_error: false,
  is_blocked: false,
  tool_has_been_called: true,
  tool_latency_secs: 0.42,
  error_type: '',
  raw_error_message: '',
  dynamic_variable_updates: [],
  type: 'webhook',
  ...own,
});

const phone = (direction: 'inbound' | 'outbound', own: Row = {}): Row => ({
  direction,
  phone_number_id: 'phnum_01jxj3hwx1fava7g3snzm5e2f8',
  agent_number: '+14155550142',
  external_number: '+14155552671',
  type: 'twilio',
  stream_sid: 'MZ0de30000000000000000000000000001',
  call_sid: 'CA0de30000000000000000000000000001',
  ...own,
});

interface Own {
  metadata?: Row;
  analysis?: Row | null;
  client?: Row;
  conversation?: Row;
  unfinished?: Row;
  listed?: Row;
}

/** A conversation that began at an ISO time and took so many seconds. */
function call(id: string, at: string, seconds: number, transcript: Row[], own: Own = {}): ElevenlabsCall {
  const start = Date.parse(at) / 1000;
  const row: Row = {
    agent_id: agentId,
    agent_name: 'Reception',
    status: 'done',
    user_id: null,
    branch_id: null,
    version_id: 'agtvrsn_5xM3yVvZQKV0EfqQpLr2',
    conversation_id: id,
    transcript,
    metadata: {
      start_time_unix_secs: start,
      accepted_time_unix_secs: start,
      call_duration_secs: seconds,
      cost: 531,
      cost_fiat: null,
      deletion_settings: {
        deletion_time_unix_secs: null,
        deleted_logs_at_time_unix_secs: null,
        deleted_audio_at_time_unix_secs: null,
        deleted_transcript_at_time_unix_secs: null,
        delete_transcript_and_pii: false,
        delete_audio: false,
      },
      feedback: { type: null, overall_score: null, likes: 0, dislikes: 0, rating: null, comment: null },
      authorization_method: 'signed_url',
      charging: { dev_discount: false, is_burst: false, tier: 'creator', llm_charge: 1, call_charge: 530 },
      phone_call: phone('inbound'),
      batch_call: null,
      termination_reason: 'Call ended by remote party',
      error: null,
      warnings: [],
      main_language: 'en',
      rag_usage: null,
      text_only: false,
      features_usage: features,
      conversation_initiation_source: 'twilio',
      timezone: null,
      async_metadata: null,
      whatsapp: null,
      sms: null,
      ...own.metadata,
    },
    analysis:
      own.analysis === null
        ? null
        : {
            evaluation_criteria_results: {},
            data_collection_results: {},
            call_successful: 'success',
            transcript_summary: 'The caller was helped.',
            call_summary_title: null,
            ...own.analysis,
          },
    conversation_initiation_client_data: {
      conversation_config_override: { agent: null, tts: null },
      custom_llm_extra_body: {},
      dynamic_variables: { system__caller_id: '+14155552671', system__conversation_id: id },
      ...own.client,
    },
    has_audio: true,
    has_user_audio: true,
    has_response_audio: true,
    has_auxiliary_audio: false,
    tag_ids: [],
    ...own.conversation,
  };
  return { row, unfinished: own.unfinished, listed: own.listed };
}

/** The secrets that stand in the calls below, where the vendor lets an account put some. */
export const elevenlabsSecrets = {
  header: 'demo-order-header-7f3a91',
  query: 'demo-query-token-51c9e2',
  variable: 'demo-crm-session-88d1f0',
  number: '40917725',
  updated: 'demo-renewed-session-19ab77',
  model: 'demo-model-key-c0ffee42',
  file: 'demosignature5c0f7e1b',
};

const orders = call(
  'conv_5101k9demo0rder5tatu5q2w8xyz',
  '2026-11-18T14:00:00Z',
  94,
  [
    entry('agent', 0, 'Hello, this is Acme. How may I help you?', measured({ convai_tts_service_ttfb: 0.18 })),
    entry('user', 4, 'Hi, where is my order ORD-12345? I have waited for two weeks.', heard(0.1)),
    entry('agent', 7, 'Let me look that up.', {
      ...answered(0.25, 0.24, 0.72),
      llm_usage: usage(452, 0, 18),
      tool_calls: [
        tool(
          'call_nzbY3YGwmOb2mkfBuE9OGsP0',
          'get_order',
          { order: 'ORD-12345' },
          {
            tool_details: {
              type: 'webhook',
              method: 'POST',
              url: `https://api.example.com/orders?api_token=${elevenlabsSecrets.query}`,
              headers: { 'Content-Type': 'application/json', 'X-Orders-Key': elevenlabsSecrets.header },
              path_params: {},
              query_params: { api_token: elevenlabsSecrets.query },
              body: JSON.stringify({ order: 'ORD-12345', session_token: elevenlabsSecrets.variable }),
            },
          },
        ),
      ],
    }),
    entry('agent', 8, null, {
      tool_results: [
        result('call_nzbY3YGwmOb2mkfBuE9OGsP0', 'get_order', '{"status":"delayed","arrives":"Friday"}', {
          tool_latency_secs: 0.8125,
          dynamic_variable_updates: [
            {
              variable_name: 'secret__crm_session',
              old_value: elevenlabsSecrets.variable,
              new_value: elevenlabsSecrets.updated,
              updated_at: 1795010408.5,
              tool_name: 'get_order',
              tool_request_id: 'call_nzbY3YGwmOb2mkfBuE9OGsP0',
            },
          ],
        }),
      ],
    }),
    entry('agent', 9, 'I am sorry: it is late and will arrive on Friday.', {
      ...answered(0.31, 0.22, 0.95),
      llm_usage: usage(33, 3072, 35),
      interrupted: true,
      original_message: 'I am sorry: it is late and will arrive on Friday. May I offer you a voucher?',
      feedback: { score: 'dislike', time_in_call_secs: 12 },
    }),
    entry('user', 14, 'That is too late. Give me a person.', heard(0.15)),
    entry('agent', 18, 'I will put you through.', {
      ...answered(1.9, 0.25, 2.6),
      triggered_guardrails: [{ guardrail_type: 'custom', guardrail_name: 'no_promises' }],
      tool_calls: [
        tool('call_7Hk2pQ', 'open_ticket', { subject: 'Late order' }, { type: 'client' }),
        tool(
          'call_Zt55aB',
          'transfer_to_number',
          { reason: 'angry', transfer_number: '+14155550199' },
          { type: 'system' },
        ),
      ],
    }),
    entry('agent', 18, null, {
      tool_results: [
        result('call_7Hk2pQ', 'open_ticket', 'Timed out', {
          type: 'client',
          is_error: true,
          error_type: 'timeout',
          raw_error_message: 'The app did not answer within 20 seconds.',
        }),
        result('call_Zt55aB', 'transfer_to_number', '{"status":"success"}', {
          type: 'system',
          result: {
            result_type: 'transfer_to_number_twilio_success',
            status: 'success',
            transfer_number: '+14155550199',
            agent_message: 'A caller waits for an order.',
            conference_name: 'transfer-1',
          },
        }),
      ],
    }),
  ],
  {
    metadata: {
      cost: 567,
      cost_fiat: 0.1184,
      charging: {
        dev_discount: false,
        is_burst: true,
        tier: 'creator',
        llm_usage: { irreversible_generation: usage(485, 3072, 53), initiated_generation: usage(600, 3072, 80) },
        llm_price: 0.0055825,
        llm_charge: 37,
        call_charge: 530,
        platform_charge: 530,
        platform_usage: { category_usage: { voice: { credits: 500, price: 0.1, quantity: 1.4 } } },
        platform_price: 0.1128175,
        free_minutes_consumed: 0.5,
        free_llm_dollars_consumed: 0,
        tts_usage: { primary_tts_model: 'eleven_flash_v2_5', total_audio_output_seconds: 21.5, total_characters: 132 },
        asr_usage: { asr_model: 'scribe_v2', total_transcription_calls: 2, total_audio_input_seconds: 94 },
        analysis: { total: { price: 0.001, charge: 5, runs: 1 }, last_run: { price: 0.001, charge: 5 } },
      },
      feedback: {
        type: 'rating',
        overall_score: 'dislike',
        likes: 0,
        dislikes: 1,
        rating: 2,
        comment: 'Nobody told me that it would be late.',
      },
      features_usage: { ...features, transfer_to_number: used, tool_dynamic_variable_updates: used },
      warnings: ['The knowledge base was not reachable for 2 seconds.'],
      rag_usage: { usage_count: 1, embedding_model: 'e5_mistral_7b_instruct' },
    },
    analysis: {
      call_summary_title: 'Late order',
      transcript_summary:
        'The caller asked for order ORD-12345, which is late until Friday, and was put through to a person.',
      call_successful: 'failure',
      call_success_score: 0.5,
      data_collection_results: {
        order_number: {
          data_collection_id: 'order_number',
          value: 'ORD-12345',
          json_schema: { type: 'string', description: 'The order the caller asks for' },
          rationale: 'The caller named the order in the first sentence.',
        },
        wants_refund: {
          data_collection_id: 'wants_refund',
          value: false,
          json_schema: null,
          rationale: 'Not asked for.',
        },
        email: {
          data_collection_id: 'email',
          value: null,
          json_schema: { type: 'string' },
          rationale: 'The caller gave no e-mail address.',
        },
      },
      evaluation_criteria_results: {
        greeted: { criteria_id: 'greeted', result: 'success', rationale: 'The agent said hello.' },
        solved: {
          criteria_id: 'solved',
          result: 'failure',
          rationale: 'The order stays late.',
          scoring_mode: 'numeric_uniform',
          score: 1,
          max_score: 5,
        },
      },
    },
    client: {
      custom_llm_extra_body: { temperature: 0.2, upstream_api_key: elevenlabsSecrets.model },
      dynamic_variables: {
        user_name: 'John Doe',
        secret__crm_session: elevenlabsSecrets.variable,
        secret__pin_number: elevenlabsSecrets.number,
        system__caller_id: '+14155552671',
      },
      source_info: { source: 'twilio', version: null },
    },
    conversation: { user_id: 'customer-1042', tag_ids: ['tag_vip'] },
    listed: {
      message_count: 5,
      rating: 2,
      sentiment_analysis: {
        overall_label: 'negative',
        overall_sentiment_score: -0.62,
        overall_frustration_score: 0.71,
        min_user_sentiment_score: -0.9,
        max_user_frustration_score: 0.94,
        num_scored_user_turns: 2,
      },
    },
  },
);

const voicemail = call(
  'conv_0201k9demo0v01cema11q2w8xyza',
  '2026-11-18T15:20:00Z',
  21,
  [
    entry('agent', 0, 'Hello, this is Acme.'),
    entry('user', 3, 'You have reached the voicemail of John Doe.', heard(0.2)),
    entry('agent', 6, null, {
      tool_calls: [tool('vm1', 'voicemail_detection', { reason: 'greeting' }, { type: 'system' })],
    }),
    entry('agent', 6, null, {
      tool_results: [
        result('vm1', 'voicemail_detection', '{"status":"success"}', {
          type: 'system',
          result: {
            result_type: 'voicemail_detection_success',
            status: 'success',
            voicemail_message: 'Please call back.',
          },
        }),
      ],
    }),
  ],
  {
    metadata: {
      phone_call: phone('outbound', { call_result: 'answered' }),
      batch_call: { batch_call_id: 'btcal_4001k9', batch_call_recipient_id: 'rcpt_9' },
      features_usage: { ...features, voicemail_detection: used },
      termination_reason: 'voicemail_detection tool was called.',
      queue_wait_secs: 2.5,
    },
    analysis: { call_successful: 'unknown', transcript_summary: 'The agent reached a voicemail.' },
  },
);

const unanswered = call('conv_0301k9demo0n0an5werq2w8xyzab', '2026-11-18T15:25:00Z', 0, [], {
  metadata: {
    cost: 0,
    phone_call: phone('outbound', { type: 'sip_trunking', call_id: 'sip-7781', call_result: 'no_answer' }),
    conversation_initiation_source: 'sip_trunk',
    termination_reason: '',
  },
  analysis: null,
  conversation: { status: 'failed', has_audio: false, has_user_audio: false, has_response_audio: false },
});

const broken = call(
  'conv_0401k9demo0err0rq2w8xyzabcde',
  '2026-11-18T15:40:00Z',
  12,
  [entry('agent', 0, 'Hello, this is Acme.')],
  {
    metadata: {
      error: { code: 1011, reason: 'LLM cascade failed' },
      termination_reason: '',
      phone_call: null,
      conversation_initiation_source: 'widget',
    },
    analysis: null,
    conversation: { status: 'failed', agent_name: null },
  },
);

const running = call(
  'conv_0501k9demo0runn1ngq2w8xyzabc',
  '2026-11-18T16:00:00Z',
  40,
  [
    entry('agent', 0, 'Hello, this is Acme.'),
    entry('user', 3, 'I want to book a table for two on Friday.'),
    entry('agent', 6, 'Done.'),
  ],
  { unfinished: { status: 'processing', analysis: null, has_audio: false } },
);

const messages = call(
  'conv_0601k9demo0wh4t5appq2w8xyzab',
  '2026-11-18T16:30:00Z',
  300,
  [
    entry('user', 0, 'Is the shop open on Sunday?', { source_medium: 'text' }),
    entry('agent', 2, 'Yes, from ten to four.'),
    entry('user', 20, null, {
      source_medium: 'image',
      file_input: {
        file_id: 'file_1',
        original_filename: 'receipt.png',
        mime_type: 'image/png',
        file_url: `https://storage.example.com/receipt.png?X-Goog-Expires=900&X-Goog-Signature=${elevenlabsSecrets.file}`,
      },
    }),
  ],
  {
    metadata: {
      phone_call: null,
      text_only: true,
      whatsapp: { direction: 'inbound', whatsapp_phone_number_id: '1029', whatsapp_user_id: '14155552671' },
      conversation_initiation_source: 'whatsapp',
      async_metadata: {
        delivery_status: 'failed',
        delivery_timestamp: 1795020000,
        delivery_error: 'The ticket is closed.',
        external_system: 'zendesk',
        external_id: '12345',
        external_link: 'https://acme.zendesk.com/agent/tickets/12345',
        retry_count: 3,
        last_retry_timestamp: 1795020100,
        last_processed_external_message_id: null,
      },
      termination_reason: 'end_call tool was called.',
    },
    conversation: { has_audio: false, has_user_audio: false, has_response_audio: false },
  },
);

const workflow = call(
  'conv_0701k9demo0w0rkf10wq2w8xyzab',
  '2026-11-17T10:00:00Z',
  64,
  [
    entry('agent', 0, null, {
      multivoice_message: {
        parts: [
          { text: 'Welcome to the story.', voice_label: 'narrator', time_in_call_secs: 0 },
          { text: 'Who are you?', voice_label: 'dragon', time_in_call_secs: 3 },
        ],
      },
    }),
    entry('user', 8, 'A knight.'),
    entry('agent', 9, null, { tool_calls: [tool('wf1', 'notify_condition_1_met', {}, { type: 'workflow' })] }),
    entry('agent', 9, null, {
      tool_results: [
        result('wf1', 'notify_condition_1_met', '{"steps":[]}', {
          type: 'workflow',
          result: {
            steps: [
              { type: 'edge', edge_id: 'edge_1', target_node_id: 'node_2', step_latency_secs: 0.01 },
              {
                type: 'nested_tools',
                node_id: 'node_2',
                step_latency_secs: 0.2,
                is_successful: false,
                requests: [tool('in1', 'transfer_to_number', { transfer_number: '+14155550199' }, { type: 'system' })],
                results: [
                  result('in1', 'transfer_to_number', '', {
                    type: 'system',
                    is_error: true,
                    raw_error_message: 'The number is busy.',
                    result: { result_type: 'transfer_to_number_error', status: 'error', error: 'The number is busy.' },
                  }),
                ],
              },
            ],
          },
        }),
      ],
    }),
    entry('agent', 12, null, {
      tool_calls: [
        tool(
          'mcp1',
          'search',
          { query: 'dragons' },
          {
            type: 'mcp',
            params_as_json: '',
            tool_details: {
              type: 'mcp',
              mcp_server_id: 'mcp_1',
              mcp_server_name: 'Library',
              integration_type: 'mcp_server',
              parameters: { query: 'dragons' },
              approval_policy: 'auto_approve_all',
            },
          },
        ),
      ],
    }),
    entry('agent', 13, 'Nobody is there, so we go on.'),
  ],
  {
    metadata: {
      phone_call: null,
      conversation_initiation_source: 'react_sdk',
      features_usage: { ...features, transfer_to_number: used, multivoice: used },
    },
  },
);

/** As replies were in mid-2025: an ID of 26 characters, measurements one level up, `null` for no tools. */
const older = call(
  'conv_01jwzz3ygceg7v0te0rewn2nzj',
  '2025-06-05T11:55:22Z',
  159,
  [
    entry('agent', 0, 'Hello, I am Ann.', { tool_calls: null, tool_results: null }),
    entry('user', 2, 'Hello, Ann.', { tool_calls: null, tool_results: null }),
    entry('agent', 4, 'What may I do for you?', {
      tool_calls: null,
      tool_results: null,
      conversation_turn_metrics: { convai_llm_service_ttfb: { elapsed_time: 0.37 } },
    }),
  ],
  { metadata: { phone_call: null, conversation_initiation_source: 'unknown' } },
);

/** Eight conversations in the vendor's shape, beside the documented one. */
export const elevenlabsCalls: ElevenlabsCall[] = [
  orders,
  voicemail,
  unanswered,
  broken,
  running,
  messages,
  workflow,
  older,
];
