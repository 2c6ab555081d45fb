import { expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import { redact, redactText } from '../../lib/redaction/redact';
import { transcripts } from '../fixtures/transcripts';
import dialnexa from '../../lib/providers/dialnexa/samples.json';
import highlevel from '../../lib/providers/highlevel/samples.json';
import omnidimension from '../../lib/providers/omnidimension/samples.json';

const turns = transcripts.flat();
const wrong = turns.filter((turn) => redactText(turn) !== turn);

test(`of ${turns.length} turns of ${transcripts.length} ordinary transcripts at most 0.1 % are masked`, () => {
  expect(transcripts).toHaveLength(1000);
  expect(wrong.length / turns.length, [...new Set(wrong)].slice(0, 20).join('\n')).toBeLessThanOrEqual(0.001);
});

test('a whole transcript is masked no more than its turns', () => {
  const whole = transcripts.map((lines) =>
    lines.map((line, at) => `${at % 2 ? 'user' : 'LLM'}: ${line}`).join(' <br/> '),
  );
  expect(whole.filter((text) => redactText(text) !== text).length).toBeLessThanOrEqual(1);
});

/** The names of the members whose value was masked, the last in each pointer. */
const maskedNames = (reply: unknown) =>
  [
    ...new Set(
      redact(reply as Json).masked.map((pointer) =>
        pointer
          .replace(/\/\d+(?=\/|$)/g, '')
          .split('/')
          .at(-1),
      ),
    ),
  ].toSorted();

test('of the documented replies only what is a secret is masked', () => {
  expect(maskedNames(omnidimension)).toMatchInlineSnapshot(`
    [
      "name",
      "payload",
      "response_body",
      "webhook_url",
    ]
  `);
  expect(maskedNames(dialnexa)).toMatchInlineSnapshot(`
    [
      "recording_url",
    ]
  `);
  expect(maskedNames(highlevel)).toMatchInlineSnapshot(`
    [
      "authenticationValue",
    ]
  `);
});
