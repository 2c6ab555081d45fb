import { expect, test } from 'vitest';
import { mask } from '../../lib/redaction/mask';
import { hidePersonalData, hidePersonalDataOf } from '../../lib/redaction/personalData';
import { call } from '../fixtures/call';
import { growth, linear } from '../harness/linear';

test.each([
  ['a card', 'My card is 4111 1111 1111 1111, thanks', '4111 1111'],
  ['a card with hyphens', '5555-5555-5555-4444', '5555'],
  ['a card of 15 digits', 'amex 378282246310005 please', '3782'],
  ['a card as said', 'four one one one one one one one one one one one one one one one', 'one one'],
  [
    'a card said in doubles',
    'double five double five double five double five double five double five double four double four',
    'five',
  ],
  ['an IBAN', 'to DE89 3704 0044 0532 0130 00.', '3704'],
  ['an IBAN without spaces', 'GB82WEST12345698765432', 'WEST'],
  ['a social security number', 'SSN 536-90-4399', '4399'],
  ['a national insurance number', 'my NI is AB 12 34 56 C', '12 34'],
  ['an Aadhaar', 'Aadhaar 2341 2341 2346', '2341'],
  ['a PAN', 'PAN ABCPE1234F', 'ABCPE'],
  ['a CPF', 'CPF 529.982.247-25', '982'],
  ['a Steuer-ID', 'Steuer-ID 86095742719', '860957'],
  ['a DNI', 'DNI 12345678Z', '12345678'],
  ['a resident ID', '11010519491231002X', '1949'],
  ['a NIR', '1 84 12 76 451 089 46', '451'],
  ['a codice fiscale', 'RSSMRA85T10A562S', 'RSSMRA'],
  ['a SIN', 'SIN 046 454 286', '454'],
  ['an e-mail address', 'write to ann.lee+x@mail.example.co.uk!', 'ann'],
  ['an e-mail address as said', 'it is ann dot lee at the rate of example dot com', 'lee'],
  ['an international phone', 'call +44 (0)20 7946 0123', '7946'],
  ['an American phone', 'on (212) 555-0123 or 415-555-0199', '555'],
  ['an Indian phone', 'mobile 98765 43210', '98765'],
  ['a phone as said', 'nine eight seven six five four three two one zero', 'seven'],
  ['a code as said', 'your code is 4 8 2 1 9', '4 8'],
  ['a code in words', 'the OTP is four eight two one', 'eight'],
  ['a code before its name', '482193 is your verification code', '482193'],
])('%s is hidden', (_, text, part) => {
  expect(hidePersonalData(text)).not.toContain(part);
  expect(hidePersonalData(text)).toContain(mask);
});

test.each([
  'Order ORD-12345 of 05/04/2026 14:46:15, 2026-11-26T10:00:00.000Z',
  'call 50958, contact ve9EPM428h8vShlRW1KT, deal 20260504',
  'a card that ends in 1111, three or four of them',
  'I have one, two, three questions, and it costs 1,299.00',
  'meet me at the office at 10:30',
  'the code of conduct has 12 pages',
  '4111 1111 1111 1112',
])('nothing is hidden in: %s', (text) => expect(hidePersonalData(text)).toBe(text));

test('of a call everything said is hidden; its identity, times and figures stay', () => {
  const shown = hidePersonalDataOf({
    ...call,
    from: '+14155550123',
    summary: 'Ann left ann@example.com',
    extracted: [{ name: 'phone', value: 14155550123, absent: false, pointer: '/x' }],
  });
  expect(shown).toMatchObject({ from: mask, summary: `Ann left ${mask}`, extracted: [{ name: 'phone', value: mask }] });
  expect(shown).toMatchObject({
    ref: call.ref,
    startedAt: call.startedAt,
    duration: call.duration,
    metrics: call.metrics,
  });
  expect(shown.transcripts.map(({ turns }) => turns.length)).toEqual(call.transcripts.map(({ turns }) => turns.length));
});

test.each(['1 ', 'one ', 'a.', 'a@', 'code ', '+1-', 'AB12 ', 'at ', 'double '])(
  'a megabyte of %j takes linear time',
  (unit) => expect(growth((size) => hidePersonalData(unit.repeat(size / unit.length)), 1 << 20)).toBeLessThan(linear),
  60_000,
);
