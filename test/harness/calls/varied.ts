import { reply } from '../faults';
import type { Fault } from '../replica';
import type { Row } from '../replica/vendor';
import { dialnexaCalls } from './dialnexa';
import { omnidimensionCalls } from './omnidimension';

/** The IDs of as many different calls as wanted, of two providers in turn. */
export const variedIds = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    index % 2 ? `call_varied${String(index).padStart(6, '0')}` : String(7_000_000 + index),
  );

const statuses = [
  'completed',
  'completed',
  'completed',
  'no_answer',
  'completed',
  'busy',
  'failed',
  'voicemail',
  'completed',
];
const sentiments = ['positive', 'neutral', 'negative', 'neutral', 'positive', 'unknown', 'neutral'];
const endings = [
  'user_disconnected',
  'agent_disconnected',
  'user_disconnected',
  'end_call_tool_invoked',
  'voicemail_detected',
];
const seconds = [0, 12, 48, 95, 130, 260, 75, 610, 33, 1250];

const pick = <T>(from: T[], index: number): T => from[index % from.length] as T;
const omni = omnidimensionCalls[0]!.row;

/** Answers for every ID of `variedIds` with a call that differs from its neighbours in all that a picture counts. `says`: in its first turn. */
export const variedCalls = (says: (index: number) => string = () => 'Hello.'): Record<string, Fault> => ({
  omnidimension: (request, response) => {
    const id = Number(/\/calls\/logs\/(7\d{6})/.exec(request.url ?? '')?.[1]);
    if (!id) return false;
    const index = id - 7_000_000;
    const duration = pick(seconds, index);
    const row = {
      ...omni,
      id,
      call_status: pick(statuses, index),
      sentiment_score: pick(sentiments, index),
      call_duration: `${Math.floor(duration / 60)}:${duration % 60}`,
      call_duration_in_minutes: Math.floor(duration / 60),
      call_duration_in_seconds: duration % 60,
      call_cost: (duration / 60) * 0.08,
      hangup_reason: pick(endings, index),
      interactions: [
        {
          ...(omni.interactions as Row[])[1],
          id: 1,
          user_query: says(index),
          total_response_time: 0.6 + (index % 12) / 5,
        },
      ],
    };
    return reply(200, { call_log_data: [row], total_records: 1 })(request, response);
  },
  dialnexa: (request, response) => {
    const id = /\/call-logs\/(call_varied(\d+))/.exec(request.url ?? '');
    if (!id) return false;
    const index = Number(id[2]);
    const row = {
      ...dialnexaCalls[0]!.row,
      call_id: id[1]!,
      status: pick(statuses, index),
      sentiment: pick(sentiments, index),
      duration_seconds: pick(seconds, index),
      end_reason: pick(endings, index),
      created_at: new Date(Date.UTC(2026, 10, 4 + (index % 14), 9)).toISOString(),
      transcript: `Agent: ${says(index)}\nUser: Thank you.`,
    };
    return reply(200, row)(request, response);
  },
});
