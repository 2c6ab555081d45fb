import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Call, Json } from '../../lib/call/call';
import { writeCallJson } from '../../lib/export/json';
import { parseCallJson } from '../../lib/export/parseCallFile';
import { emptyCall, fullCall, turn } from '../fixtures/exportedCalls';

/** Only what JSON can tell apart: no negative zero. */
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

test('what was exported comes back equal', () => {
  expect(parseCallJson(writeCallJson(fullCall))).toEqual(fullCall);
  fc.assert(
    fc.property(
      fc.record({
        summary: optional(fc.string({ unit: 'binary' })),
        duration: optional(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
        raw: json,
        extracted: fc.array(fc.record({ name: fc.string(), value: json, absent: fc.boolean(), pointer: fc.string() })),
        transcripts: fc.array(
          fc.record({ kind: fc.constant('original' as const), turns: fc.array(fc.string().map((text) => turn(text))) }),
        ),
      }),
      (part) => {
        const call: Call = { ...emptyCall, ...part };
        expect(parseCallJson(writeCallJson(call))).toEqual(call);
      },
    ),
  );
});

test('members named __proto__ survive and change no prototype', () => {
  const raw = JSON.parse('{"__proto__": {"polluted": true}, "a": 1}') as Json;
  const back = parseCallJson(writeCallJson({ ...emptyCall, raw }));
  expect(JSON.stringify(back?.raw)).toBe(JSON.stringify(raw));
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each(['', '{}', 'null', '[1]', '{"kind":"call-log-inspector/call","version":2,"call":{}}', 'not JSON'])(
  'no call is read from %j',
  (text) => {
    expect(parseCallJson(text)).toBeUndefined();
  },
);
