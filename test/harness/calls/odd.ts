import type { Json } from '../../../lib/call/call';
import type { Row } from '../replica/vendor';

/** A call as no document shows one, to see what the pages make of it. */
interface OddCall {
  provider: string;
  id: string;
  /** The reply to a request for this call. */
  reply: Json;
}

const omni = (id: number, row: Row): OddCall => ({
  provider: 'omnidimension',
  id: String(id),
  reply: { call_log_data: [{ id, ...row }], total_records: 1 },
});
const high = (id: string, row: Row): OddCall => ({ provider: 'highlevel', id, reply: { id, ...row } });

const unbroken = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const link = `https://portal.example.com/${'a-very-long-path/'.repeat(9)}index.html?session=${'0123456789'.repeat(9)}#end`;

const exchange = (user: string, bot: string, at: string, seconds: number, rest: Row = {}): Row => ({
  user_query: user,
  bot_response: bot,
  time_of_call: at,
  total_response_time: seconds,
  asr_time: seconds * 0.1,
  latency_llm: seconds * 0.6,
  latency_tts: seconds * 0.1,
  total_tokens: Math.round(seconds * 2000),
  total_cost: seconds / 500,
  ...rest,
});

/** Words and addresses that no line can hold, everywhere. */
const words = omni(9000001, {
  bot_name: `${unbroken} ${unbroken}`,
  call_status: 'a_status_of_a_kind_that_nobody_has_heard_of_before_and_that_has_no_end',
  sentiment_score: 'Ambivalent-bordering-on-the-inexplicable',
  sentiment_analysis_details: `The customer asked for ${link} and for ${unbroken}, twice.`,
  from_number: `sip:${unbroken.toLowerCase()}@${'sub.'.repeat(20)}example.com`,
  to_number: '+14155550142,,,8842#',
  call_direction: 'outbound',
  call_duration: '1234567:59',
  time_of_call: '11/18/2026 09:10:00',
  hangup_reason: `${unbroken}: ${link}`,
  hangup_source: 'user',
  internal_recording_url: 'ftp://files.example.com/recording.wav',
  is_call_transfer: true,
  is_simulation: true,
  extracted_variables: {
    [`field_${unbroken.toLowerCase()}_${unbroken.toLowerCase()}`]: 'short',
    address: link,
    [unbroken]: unbroken,
    'a name with spaces, and a comma': `${unbroken} and a few words after it, so that the line has to break somewhere.`,
  },
  interactions: [
    exchange(`Please open ${link}`, `You mean ${unbroken}?`, '11/18/2026 09:10:00', 1.2),
    exchange('Yes.', 'One moment.', '11/18/2026 09:10:20', 9.87, {
      function_call_data: [
        {
          function_name: `fetch_${unbroken.toLowerCase()}_by_address`,
          args: { address: link, nested: { deeper: { deepest: [link, { [unbroken]: unbroken }] } } },
          result: link,
          success: false,
          time_taken: 12.3456789,
        },
      ],
      issues: [`The reply to ${link} came late`],
    }),
  ],
  issues: [`${unbroken} was never explained`],
  post_call_actions: {
    call_recording_webhook_ids: [
      {
        id: 1,
        name: `Webhook to ${link}`,
        webhook_url: link,
        webhook_method: 'POST',
        payload: JSON.stringify({ [unbroken]: link, nested: { list: [link, unbroken] } }),
        status: 'failed_permanently_after_seventeen_attempts',
        response_code: 503,
        response_body: `<html><body><h1>${unbroken}</h1>${link}</body></html>`,
        error_message: `HTTPSConnectionPool(host='${'sub.'.repeat(12)}example.com', port=443): Max retries exceeded`,
        create_date: '2026-11-18 09:16:02',
      },
    ],
  },
  p50_latency: 1.2,
  total_tokens: 987654321,
  aggregated_estimated_cost: 0.000001234,
  model_name: unbroken,
});

/** Right to left, without blanks between words, and beyond the basic plane. */
const scripts = high('0dd0000000000000000000a2', {
  contactName: 'نور الهدى بنت عبد الرحمن',
  fromNumber: '+966115550142',
  createdAt: '2026-11-18T14:00:00.000Z',
  duration: 95,
  summary:
    'اتصلت العميلة لتأكيد الموعد يوم الخميس الساعة 10:30، وطلبت إرسال العنوان برسالة نصية إلى ‎+966 11 555 0142. 客户还询问了停车位。 👩🏽‍🦰👍🏿',
  transcript: [
    'bot: مرحبا، معك مكتب الاستقبال. كيف يمكنني مساعدتك اليوم؟',
    'human: أريد تأكيد الموعد رقم ORD-12345 يوم الخميس.',
    'bot: שלום, התור שלך נקבע ליום חמישי בשעה 10:30.',
    'human: 您好，我想确认一下星期四的预约，请问停车场在哪里？附近有没有地铁站？',
    'bot: はい、木曜日の午前十時半に予約が入っております。駐車場は建物の裏側にございます。',
    'human: 감사합니다! 👨‍👩‍👧‍👦🇯🇵 ❤️‍🔥🏳️‍🌈 ‮txet desrever‬ ok',
    'bot: ขอบคุณที่โทรมานะคะ แล้วพบกันวันพฤหัสบดีค่ะ',
  ].join('\n'),
  translation: {
    language: 'en',
    translatedTranscript: 'bot: Hello, this is the front desk.\nhuman: I want to confirm my appointment.',
  },
  extractedData: {
    الموعد: 'الخميس 10:30',
    客户姓名: '王小明',
    '🎯 goal': '👍🏿 confirmed',
    שעה: '10:30',
    order: 'ORD-12345',
  },
  executedCallActions: [
    {
      actionId: 'a1',
      actionType: 'SMS',
      actionName: 'إرسال العنوان',
      actionParameters: { message: 'العنوان: شارع الملك فهد، مبنى 12 (Floor 3)', phone: '+966115550142' },
      executedAt: '2026-11-18T14:01:00.000Z',
    },
  ],
});

/** Nothing but nulls, empty texts and falsehoods. */
const empty = omni(9000003, {
  bot_name: null,
  call_status: '',
  sentiment_score: false,
  sentiment_analysis_details: '',
  from_number: null,
  to_number: false,
  call_direction: null,
  call_duration: '0:0',
  time_of_call: '',
  recording_url: false,
  internal_recording_url: false,
  call_conversation: '',
  hangup_reason: null,
  cqs_score: 0,
  p50_latency: 0,
  total_tokens: 0,
  aggregated_estimated_cost: 0,
  extracted_variables: { name: 'Not provided', email: null, phone: '' },
  interactions: [],
  issues: [],
  post_call_actions: { call_recording_webhook_ids: [], email_service_ids: [] },
});

/** Zeros that mean zero, words nobody knows, and an agent that is gone. */
const failed = high('0dd0000000000000000000a4', {
  agentId: '65a1f0c2d4e6b8a091c3e5ff',
  isAgentDeleted: true,
  callStatus: 'exploded',
  trialCall: true,
  createdAt: '2026-11-18T14:00:00.000Z',
  duration: 0,
  transcript: '',
  summary: '',
  extractedData: null,
  executedCallActions: [{ actionType: 'SOMETHING_NEW', actionName: '', actionParameters: {} }],
  direction: 'sideways',
});

const kinds: ((index: number) => Json)[] = [
  (index) => `Value of field ${index}`,
  (index) => index * 1000.5,
  (index) => index % 2 === 0,
  () => ['Monday', 'Wednesday', 'Friday'],
  (index) => ({ street: `${index} Market Street`, city: 'San Francisco', floors: [1, 2, 3] }),
  () => null,
  (index) => `A longer answer, of several sentences. The customer gave it in full. It mentions order ${4000 + index}.`,
  () => 'Not provided',
  (index) => `2026-11-${String((index % 28) + 1).padStart(2, '0')}`,
  () => 0,
];

/** Sixty extracted fields of every kind of value. */
const fields = omni(9000005, {
  call_status: 'completed',
  sentiment_score: 'Positive',
  time_of_call: '11/18/2026 09:10:00',
  call_duration: '2:05',
  bot_name: 'Survey Agent',
  extracted_variables: Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`question_${index + 1}`, kinds[index % kinds.length]?.(index) ?? null]),
  ),
  interactions: Array.from({ length: 40 }, (_, index) =>
    exchange(
      `My order is ${4000 + index}, on Monday.`,
      `Noted: order ${4000 + index}.`,
      `11/18/2026 09:${String(10 + index).padStart(2, '0')}:00`,
      index % 9 === 8 ? 4.2 : 0.9 + (index % 5) / 10,
    ),
  ),
});

/** A conversation of 10,000 turns, with the times of a long day. */
const long = high('0dd0000000000000000000a6', {
  createdAt: '2026-11-18T08:00:00.000Z',
  duration: 30_000,
  summary: 'A call that took all day.',
  transcriptWithToolCalls: Array.from({ length: 10_000 }, (_, index) => ({
    role: index % 2 ? 'user' : 'agent',
    content: `Turn ${index + 1} of a long conversation about order ${1000 + index}. ${'It goes on for a while. '.repeat(index % 7)}`,
    startTime: index * 3,
    endTime: index * 3 + 2.5,
  })),
});

export const oddCalls = { words, scripts, empty, failed, fields, long } satisfies Record<string, OddCall>;
