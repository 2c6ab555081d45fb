import type { Timestamp } from '../../call/call';
import { stepsOf } from '../../call/jsonPointer';
import { at, type Field, finite, firstOf, isAbsent, number, text, time } from '../reading/fields';
import type { Place } from './parts';
import type { Description } from './schema';

/** The field at a JSON pointer below `field`. */
export const pointed = (field: Field, pointer: string): Field => at(field, ...stepsOf(pointer));

/** The field at a place: of several pointers the first that holds something. Nothing is described: nothing is there. */
export const placed = (field: Field, place: Place | undefined): Field =>
  place === undefined
    ? { ...field, value: undefined }
    : firstOf([place].flat().map((pointer) => pointed(field, pointer)));

export const textAt = (field: Field, place: Place | undefined) => text(placed(field, place));

/** Each unit in seconds. */
const seconds = { seconds: 1, milliseconds: 0.001, minutes: 60 };

/** Seconds, from a number in the described unit; a text of seconds may end in `s`, as a protobuf duration in JSON does. */
export function secondsAt(
  field: Field,
  place: Place | undefined,
  unit: Description['units']['duration'],
): number | undefined {
  const found = placed(field, place);
  const protobuf = typeof found.value === 'string' ? /^(-?\d+(?:\.\d+)?)s$/.exec(found.value)?.[1] : undefined;
  if (protobuf !== undefined) return Number(protobuf);
  const value = number(found);
  return value === undefined
    ? undefined
    : finite(unit === 'milliseconds' ? value / 1000 : value * seconds[unit], found);
}

/** A time as sent; Unix time in the described unit, also where it was sent as a text of digits. */
export function timeAt(
  field: Field,
  place: Place | undefined,
  unit: Description['units']['time'],
): Timestamp | undefined {
  const found = placed(field, place);
  if (unit === 'iso' || isAbsent(found)) return time(found);
  const value = number(found);
  if (value === undefined) return undefined;
  const date = new Date(unit === 'seconds' ? value * 1000 : value);
  const sent = String(found.value);
  return Number.isNaN(date.getTime()) ? { text: sent } : { text: sent, iso: date.toISOString() };
}
