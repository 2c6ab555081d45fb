import { expect, test } from 'vitest';
import { kindOf, meaningOfWord, saysMore, type Term } from '../../lib/call/vendorWords';

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
  expect(meaningOfWord(term, raw)).toMatch(/^\p{Lu}.{10,}\.$/u);
});

test('words of no vendor, and names every object has, pass through unexplained', () => {
  expect(meaningOfWord('status', 'teleported')).toBeUndefined();
  expect(meaningOfWord('status', 'constructor')).toBeUndefined();
  expect(meaningOfWord('endReason', '')).toBeUndefined();
});

test('a word has one kind however it is spelled', () => {
  for (const raw of ['no-answer', 'no_answer', 'No answer', ' NO__ANSWER '])
    expect(kindOf('status', raw)).toBe('no-answer');
  expect(kindOf('sentiment', 'Positive')).toBe('positive');
  expect(kindOf('status', 'teleported')).toBe('unknown');
});

test('a provider may bring words of its own, before those all know', () => {
  const own = { status: { teleported: { kind: 'completed' as const }, sent: { kind: 'completed' as const } } };
  expect(kindOf('status', 'Teleported', own)).toBe('completed');
  expect(kindOf('status', 'sent', own)).toBe('completed');
  expect(kindOf('status', 'busy', own)).toBe('busy');
  expect(meaningOfWord('status', 'teleported', own)).toBeUndefined();
});

test.each([
  ['completed', false],
  ['Ended', false],
  ['did_not_pick', false],
  ['no-answer', false],
  ['cancelled', false],
  ['error', false],
  ['voicemail_detected', false],
  ['ringing', true],
  ['queued', true],
  ['answered', true],
  ['retry_expired', true],
  ['SOMETHING_NEW', false],
])('%s says more than our own word for it: %s', (raw, more) => {
  expect(saysMore('status', { raw, kind: kindOf('status', raw) })).toBe(more);
});

test('a word that only its vendor has says more than ours', () => {
  expect(saysMore('status', { raw: 'moored', kind: 'completed' })).toBe(true);
});
