import { expect, test } from 'vitest';
import { explain, type Term } from '../../lib/call/vendorWords';

/** Every value the vendors enumerate for a call, as they spell it. */
const enumerated: [Term, string][] = [
  // OmniDimension: call_status of the documents and of the post-call triggers; hangup_source; hangup_reason.
  ...['completed', 'busy', 'failed', 'no-answer', 'no_answer', 'voicemail_detected', 'cancelled'].map(
    (raw): [Term, string] => ['status', raw],
  ),
  ...['in-progress', 'ringing', 'queued', 'canceled', 'voicemail'].map((raw): [Term, string] => ['status', raw]),
  ...['Positive', 'Neutral', 'Negative'].map((raw): [Term, string] => ['sentiment', raw]),
  ['endedBy', 'bot'],
  ['endedBy', 'user'],
  ['endReason', 'End call tool invoked'],
  // DialNexa: the enumerations of status, sentiment and end_reason; the webhook's status.
  ...['created', 'initiated', 'sent', 'received', 'completed', 'did_not_pick', 'busy', 'no_answer', 'failed'].map(
    (raw): [Term, string] => ['status', raw],
  ),
  ...['cancelled', 'retry_expired', 'no-answer', 'voicemail', 'hangup'].map((raw): [Term, string] => ['status', raw]),
  ...['positive', 'neutral', 'negative', 'unknown'].map((raw): [Term, string] => ['sentiment', raw]),
  ...[
    'agent_disconnected',
    'user_disconnected',
    'user_busy',
    'user_did_not_pick_up',
    'invalid_phone_number',
    'unknown',
    'network_failure',
    'voicemail_detected',
    'user_unreachable',
    'destination_forbidden',
    'system_failure',
    'system_at_capacity',
    'insufficient_balance',
  ].map((raw): [Term, string] => ['endReason', raw]),
  // HighLevel: meta.callStatus of a message.
  ...['pending', 'completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled', 'voicemail'].map(
    (raw): [Term, string] => ['status', raw],
  ),
];

test.each(enumerated)('%s "%s" has an explanation', (term, raw) => {
  expect(explain(term, raw)).toMatch(/^\p{Lu}.{10,}\.$/u);
});

test('words of no vendor, and names every object has, pass through unexplained', () => {
  expect(explain('status', 'teleported')).toBeUndefined();
  expect(explain('status', 'constructor')).toBeUndefined();
  expect(explain('endReason', '')).toBeUndefined();
});
