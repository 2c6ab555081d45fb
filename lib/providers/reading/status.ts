import type { Call, sentimentKinds, statusKinds } from '../../call/call';
import { type Field, text } from './fields';

type StatusKind = (typeof statusKinds)[number];

const statuses: Partial<Record<StatusKind, string[]>> = {
  'in-progress': [
    'in_progress',
    'created',
    'dispatched',
    'initiated',
    'ongoing',
    'pending',
    'queued',
    'received',
    'ringing',
    'scheduled',
    'sent',
  ],
  completed: ['completed', 'answered', 'ended', 'hangup'],
  'no-answer': ['no_answer', 'did_not_pick'],
  busy: ['busy'],
  voicemail: ['voicemail', 'voicemail_detected'],
  canceled: ['canceled', 'cancelled'],
  failed: ['failed', 'error', 'retry_expired'],
};

const statusByWord = new Map(
  Object.entries(statuses).flatMap(([kind, words]) => words.map((word) => [word, kind as StatusKind])),
);

/** A provider's status: its own word, and ours for it. Spelling differs within one provider: `no-answer`, `no_answer`. */
export function statusOf(field: Field): Call['status'] {
  const raw = text(field);
  if (raw === undefined) return undefined;
  const word = raw
    .trim()
    .toLowerCase()
    .replaceAll(/[-\s]+/g, '_');
  return { raw, kind: statusByWord.get(word) ?? 'unknown' };
}

const sentiments = new Set(['positive', 'neutral', 'negative']);

export function sentimentOf(field: Field): Call['sentiment'] {
  const raw = text(field);
  if (raw === undefined) return undefined;
  const word = raw.trim().toLowerCase();
  return { raw, kind: sentiments.has(word) ? (word as (typeof sentimentKinds)[number]) : 'unknown' };
}
