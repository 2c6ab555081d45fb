import { expect, it } from 'vitest';
import { otherPartyOf } from '../../lib/call/otherParty';
import { bareCall } from '../fixtures/call';

const numbers = { from: '+14155550100', to: '+14155550142' };

it.each([
  ['outbound', numbers.to],
  ['Outbound', numbers.to],
  ['inbound', numbers.from],
  ['Incoming', numbers.from],
  [undefined, numbers.to],
])('of a call that is %s it is %s', (direction, party) => {
  expect(otherPartyOf({ ...bareCall, ...numbers, direction })).toBe(party);
});

it('is named where the provider names the customer', () => {
  expect(otherPartyOf({ ...bareCall, ...numbers, customerName: 'Ada' })).toBe('Ada');
});

it('is nobody where neither is stated', () => {
  expect(otherPartyOf(bareCall)).toBeUndefined();
});
