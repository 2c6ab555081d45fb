import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLonger } from '../../../lib/page/detect/isLonger';

it('says what the joined text says', () => {
  const part = fc.constantFrom('', ' ', '\n  ', 'a', 'Call ID', ' 50958 ', 'x'.repeat(20));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.integer({ min: 0, max: 60 }), (parts, most) => {
      const element = document.createElement('div');
      for (const text of parts) element.append(document.createElement('i'), text);
      expect(isLonger(element, most)).toBe(element.textContent.trim().length > most);
    }),
  );
});

it('reads no further than it must', () => {
  const element = document.createElement('div');
  element.append('x'.repeat(11), ...Array.from({ length: 50 }, () => document.createTextNode('y')));
  let read = 0;
  for (const child of element.childNodes) {
    const { data } = child as Text;
    Object.defineProperty(child, 'data', { get: () => (read++, data) });
  }
  expect(isLonger(element, 10)).toBe(true);
  expect(read).toBe(1);
});
