import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../lib/page/detect/labels';
import { labelVocabulary } from '../../../lib/page/detect/labelWords';

const { before: labelBefore, whole: callLabel, has: hasLabel } = labelsOf(labelVocabulary);
const labelHint = new RegExp(labelVocabulary.hint);

const labels = [
  'Call ID',
  'call_log_id',
  'callId',
  'AI Call ID',
  'Last Call ID',
  'Omni call',
  'DialNexa ID',
  'Call log',
  'ID chiamata',
  'ID of the call',
  'Anruf-Nr.',
  'Gesprächs-ID',
  "ID de l'appel",
  'ID da chamada',
  '通話ID',
  '通话编号',
  'Call ID Sort',
  'Log ID',
];

describe('callLabel', () => {
  it.each(labels)('%s', (text) => {
    expect(callLabel(text)).toBeTruthy();
    // What the exact test takes, the first tests must let through.
    expect(hasLabel(text) && labelHint.test(`${callLabel(text)}: `)).toBe(true);
  });

  it.each([
    'Call',
    'Calls',
    'Caller ID',
    'Call center',
    'Call Duration',
    'Callback ID',
    'Recall ID',
    'Contact ID',
    'Call type ID',
    'Record ID',
    'Audit record',
    'Phone number',
    'Call log'.repeat(20),
  ])('not %s', (text) => {
    expect(callLabel(text)).toBeUndefined();
  });
});

describe('labelBefore', () => {
  it('reads the words next to the value only', () => {
    expect(labelBefore('The order 7788 has the call ID: ')).toMatchObject({
      text: 'call ID',
      isStrong: true,
      names: 'id',
    });
    expect(labelBefore('call the shop, ')).toBeUndefined();
    expect(labelBefore('Call ')).toMatchObject({ isStrong: false });
  });
});

describe('the first tests', () => {
  it('let every label through', () => {
    const word = fc.constantFrom(
      'Call',
      'call',
      'ID',
      'id',
      'log',
      'Log',
      'of',
      'the',
      'no',
      'record',
      'Omni',
      'Anruf',
      'llamada',
      '通話',
      'callid',
      'callLogId',
      'Anrufnummer',
      'x',
    );
    const gap = fc.constantFrom(' ', '_', ': ', '-', ' / ');
    const text = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 6 }).map((parts) => parts.flat().join(''));
    const label = text.filter((one) => labelBefore(one)?.isStrong === true);
    fc.assert(
      fc.property(label, (one) => {
        expect(hasLabel(one) && labelHint.test(one)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
