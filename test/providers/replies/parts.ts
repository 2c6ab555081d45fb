import * as fc from 'fast-check';
import type { Json } from '../../../lib/call/call';

/** A reply as a provider's `getCall` would hand it on: before redaction, with the secrets planted in it. */
export interface GeneratedReply {
  id: string;
  raw: Json;
  secrets: string[];
}

export const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
export const secret = hex(24).map((digits) => `s3cr${digits}`);
export const words = fc.lorem({ maxCount: 6 });
export const phone = fc.integer({ min: 100_000_000, max: 999_999_999 }).map((digits) => `+1${digits}`);
export const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
export const seconds = fc.integer({ min: 0, max: 3600 });
export const fraction = fc.double({ min: 0, max: 30, noNaN: true });
export const orFalse = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.constant(false as const));
export const members = fc.dictionary(
  fc.oneof(fc.lorem({ maxCount: 1 }), fc.constantFrom('constructor', 'toString', '__proto__')),
  fc.oneof(words, fc.integer(), fc.boolean(), fc.constant('Not provided')),
  { maxKeys: 5 },
);
export const optional = { requiredKeys: [] };
export const uuid = fc.uuid({ version: [4, 7] });
