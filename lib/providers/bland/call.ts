import type { Call } from '../../call/call';
import type { Provider } from '../provider';
import { at, facts, type Field, finite, first, flag, isAbsent, number, root, text } from '../reading/fields';
import { metricsOf } from '../reading/metrics';
import { statusOf as wordOf } from '../reading/status';
import { actionsOf, transferOf } from './actions';
import { spokenIn, startOf, transcriptsOf } from './turns';
import { words } from './words';

/** There in every call, whatever was said in it. */
const systemVariables = new Set(
  'now now_utc short_from short_to from to call_id phone_number city state zip country timestamp timezone language'.split(
    ' ',
  ),
);

/** The disposition is the vendor's verdict, which nobody said: no extracted data. */
const units = {
  price: 'usd',
  pre_transfer_duration: 'minutes',
  post_transfer_duration: 'minutes',
  disposition_tag: 'text',
} as const;

/** How far the call is: only a call that was created has a `status`, and `completed` is later news than `queue_status`. */
function stageOf(call: Field): Call['status'] {
  const status = wordOf(at(call, 'status'), words);
  if (status) return status;
  const queued = wordOf(at(call, 'queue_status'), words);
  const completed = flag(call, 'completed');
  if (completed && (!queued || queued.kind === 'in-progress')) return { raw: 'completed', kind: 'completed' };
  return completed === false && queued?.kind === 'completed' ? { ...queued, kind: 'in-progress' } : queued;
}

/** A machine that took the call shows in `answered_by` alone. */
function statusOf(call: Field): Call['status'] {
  const stage = stageOf(call);
  const answered = wordOf(at(call, 'answered_by'));
  return stage?.kind === 'completed' && answered?.kind === 'voicemail' ? answered : stage;
}

/** Seconds: `corrected_duration` has them as a text, `call_length` is minutes. */
function durationOf(call: Field): number | undefined {
  const length = at(call, 'call_length');
  const minutes = number(length);
  return number(call, 'corrected_duration') ?? (minutes === undefined ? minutes : finite(minutes * 60, length));
}

function issuesOf(call: Field): string[] {
  const queue = text(call, 'queue_status');
  const issue = text(call, 'error_message') ?? (queue?.endsWith('_error') ? queue : undefined);
  return issue === undefined ? [] : [issue];
}

/** A call as Bland's reply tells it. */
export const toCall: Provider['toCall'] = (_, raw) => {
  const call = root(raw);
  const status = statusOf(call);
  const inbound = flag(call, 'inbound');
  const duration = durationOf(call);
  const spoken = spokenIn(call);
  const transfer = transferOf(call);
  const isTransferred = transfer?.type === 'warm_transfer_call' ? transfer.succeeded : transfer !== undefined;
  const link = at(call, 'recording_url');
  const isRecorded = !isAbsent(link) || (flag(call, 'record') && duration);
  return {
    status,
    direction: inbound === undefined ? undefined : inbound ? 'inbound' : 'outbound',
    from: text(call, 'from'),
    to: text(call, 'to'),
    startedAt: startOf(call),
    duration,
    endedBy: text(call, 'call_ended_by'),
    summary: text(call, 'summary'),
    flags: [
      ...(text(call, 'answered_by') === 'voicemail' ? ['voicemail' as const] : []),
      ...(isTransferred ? ['transferred' as const] : []),
    ],
    transcripts: transcriptsOf(
      call,
      spoken.map(({ turn }) => turn),
    ),
    extracted: [
      ...facts(call, 'analysis'),
      ...facts(call, 'citations'),
      ...facts(call, 'variables').filter(({ name }) => !systemVariables.has(name)),
    ],
    actions: actionsOf(call, spoken),
    deliveries: [],
    metrics: metricsOf(call, units),
    issues: issuesOf(call),
    recording: isRecorded
      ? { kind: 'request', pointer: first(call, 'recording_url', 'record').pointer }
      : { kind: 'none' },
    raw,
    problems: [...call.problems.values()],
  };
};
