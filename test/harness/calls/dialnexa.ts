import type { DemoCall, Row } from '../replica/vendor';

/** A log as the older routes keep it, details included; `at` is an ISO time, `seconds` the whole call. */
function call(id: string, at: string, seconds: number, turns: string[], row: Row, unfinished?: Row): DemoCall {
  const start = Date.parse(at);
  const later = (after: number) => new Date(start + after * 1000).toISOString();
  const answered = seconds > 0 ? [{ event: 'call_answered', timestamp: later(7) }] : [];
  return {
    unfinished,
    row: {
      id: id.replace('call_', 'log_'),
      call_id: id,
      agent_id: 'agent_2g7Xy3tY53gRlp',
      status: 'completed',
      sentiment: 'neutral',
      duration_seconds: seconds,
      recording_url: seconds > 0 ? `/recordings/${id}.wav` : null,
      analysis: {},
      created_at: new Date(start).toISOString(),
      end_reason: 'user_disconnected',
      fallback_stt_transcriber_id: null,
      from_number: '+14155552671',
      to_number: '+14155550142',
      call_direction: 'outbound',
      summary: null,
      transcript: turns.join('\n'),
      timeline: [
        { event: 'call_started', timestamp: later(0) },
        ...answered,
        { event: 'call_ended', timestamp: later(7 + seconds) },
      ],
      ...row,
    },
  };
}

/** Eight calls in the shapes of the vendor's two generations of documents, beside the documented examples. */
export const dialnexaCalls: DemoCall[] = [
  call(
    'call_p3h6tk0wsd9a',
    '2026-11-18T09:30:00.000Z',
    142,
    [
      'Agent: Hello Priya, this is the loan desk. Do you have two minutes?',
      'User: Yes, go ahead.',
      'Agent: You asked for an offer of 5,000 over 24 months. Is that still what you need?',
      'User: I am interested in the loan offer, but could it be 36 months?',
      'Agent: It can. The monthly rate would then be 152 instead of 218. Shall I send both offers to you?',
      'User: Yes please, by e-mail.',
      'Agent: They are on the way to the address you gave us. Is there anything else?',
      'User: No, that was very helpful. Thank you!',
      'Agent: Thank you, Priya. Goodbye.',
    ],
    {
      sentiment: 'positive',
      summary: 'Customer asked for details about the loan offer and wants both terms by e-mail.',
      analysis: { customer_satisfaction: 9, interested: true, amount: 5000, term_months: 36, objections: null },
    },
  ),
  call(
    'call_mfgsn90vwcozgb',
    '2026-11-18T10:12:30.000Z',
    63,
    [
      'Agent: Good morning, I am calling about the invoice of October.',
      'User: I have paid that twice already. Stop calling me.',
      'Agent: I am sorry. I note that down and a colleague will check it.',
      'User: You said that last time.',
    ],
    {
      sentiment: 'negative',
      summary: 'Customer says the October invoice was paid twice and wants no more calls.',
      analysis: { customer_satisfaction: 1, dispute: true, promised_date: '' },
    },
  ),
  call('call_h2k8vt5wqa03', '2026-11-18T10:40:00.000Z', 0, [], {
    status: 'no_answer',
    sentiment: 'unknown',
    end_reason: 'user_did_not_pick_up',
  }),
  call('call_b7n1xs9ld4ue', '2026-11-18T10:55:00.000Z', 0, [], {
    status: 'busy',
    sentiment: 'unknown',
    end_reason: 'user_busy',
  }),
  call('call_f0c6rj2ym8ip', '2026-11-18T11:05:00.000Z', 0, [], {
    status: 'failed',
    sentiment: 'unknown',
    end_reason: 'invalid_phone_number',
  }),
  call('call_v4oic3m41lxx', '2026-11-18T11:20:00.000Z', 19, ['Agent: Hello, please call us back.'], {
    status: 'completed',
    sentiment: 'unknown',
    end_reason: 'voicemail_detected',
  }),
  call(
    'call_q1w2e3r4t5y6',
    '2026-11-18T11:45:00.000Z',
    87,
    ['Agent: Hello, is this a good time?', 'User: Just about.', 'Agent: Then I will be brief.'],
    { sentiment: 'neutral', summary: 'Short introduction; the customer had little time.' },
    {
      status: 'initiated',
      sentiment: null,
      duration_seconds: null,
      end_reason: null,
      recording_url: null,
      transcript: '',
    },
  ),
  call('call_z8d5gk7hn2bq', '2026-11-17T16:02:00.000Z', 241, ['Agent: Hello.', 'User: Hello, I have a question.'], {
    sentiment: 'positive',
    call_direction: 'inbound',
    end_reason: 'agent_disconnected',
    analysis: {
      customer_satisfaction: 8,
      topics: ['opening hours', 'parking'],
      next_step: { type: 'visit', on: '2026-11-23' },
    },
  }),
];
