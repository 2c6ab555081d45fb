import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../lib/page/detect/labels';
import { labelHint } from '../../../lib/page/detect/prefilter';
import { compileRules } from '../../../lib/page/detect/rules';
import { labels as vocabulary } from '../../../lib/providers/labels';

const { before, whole, has } = labelsOf(vocabulary);
const isHint = labelHint(vocabulary, compileRules([]));

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

it('knows the digits of every script', () => {
  const ours = new RegExp(`[${vocabulary.digits}]`);
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  expect(all.filter((character) => ours.test(character))).toEqual(all.filter((character) => /\p{Nd}/u.test(character)));
});

describe('a whole label', () => {
  it.each(labels)('%s', (text) => {
    expect(whole(text)?.isStrong).toBe(true);
    // What the exact test takes, the first tests must let through.
    expect(has(text) && isHint(`${whole(text)?.text}: `)).toBe(true);
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
    'Calls',
    'Call logs',
    'Call records',
    'Historique des appels',
    'Registro de llamadas',
    'Call log'.repeat(20),
  ])('not %s', (text) => {
    expect(whole(text)).toBeUndefined();
  });
});

describe('a label before a value', () => {
  it('reads the words next to the value only', () => {
    expect(before('The order 7788 has the call ID: ')).toMatchObject({
      text: 'call ID',
      isStrong: true,
      leastDigits: 3,
    });
    expect(before('call the shop, ')).toBeUndefined();
    expect(before('Call ')).toMatchObject({ isStrong: false });
  });

  it.each(['He said call ', 'They laid call ', 'said: call ', 'Call laid '])(
    'does not read “%s” as a filler and “id”',
    (text) => {
      expect(before(text)?.isStrong).not.toBe(true);
    },
  );
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
      'samtal',
      'Calls',
      'logs',
      'callid',
      'callLogId',
      'Anrufnummer',
      'x',
    );
    const gap = fc.constantFrom(' ', '_', ': ', '-', ' / ', ' #');
    const text = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 6 }).map((parts) => parts.flat().join(''));
    const label = text.filter((one) => before(one)?.isStrong === true);
    fc.assert(
      fc.property(label, (one) => {
        expect(has(one) && isHint(one)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
