import { expect, test } from 'vitest';
import { parseJson } from '../../lib/call/exactJson';
import { growth, linear } from '../harness/linear';

const list = (...lines: string[]) => lines.flatMap((line) => line.split(' '));

test.each(
  list(
    '0 -0 5 50958 9007199254740992 9912140633506420 100000000000000000000 9912140633506420.0',
    '1.50 50.00 2.349710792 0.30000000000000004 1e21 1E5 1.0e3 1e-7 5e-324 0.000001',
  ),
)('%s is a number', (source) => expect(parseJson(source)).toBe(Number(source)));

test('all else is read as ever, digits in texts and odd names too', () => {
  const text = '{"__proto__":{"a":8965291234567890123},"b":"8965291234567890123","c":[null,true,"1e400"]}';
  const value = parseJson(text);
  expect(JSON.stringify(value)).toBe(text.replace(':8965291234567890123', ':"8965291234567890123"'));
  expect(Object.hasOwn(value as object, '__proto__')).toBe(true);
  expect(() => parseJson('{"a":8965291234567890123')).toThrow(SyntaxError);
});

test('megabytes of digits take linear time', () => {
  const read = (size: number) => parseJson(`[${'8965291234567890123,'.repeat(size / 20)}0]`);
  expect(growth(read, 1_000_000)).toBeLessThan(linear);
});
