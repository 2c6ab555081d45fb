import * as v from 'valibot';

/** Reads a stored value: the value, and under `bad` what of it had to be left out. `undefined`: it is not of this shape. */
export type Shape<T> = (stored: unknown) => { value: T; bad?: unknown } | undefined;

type Schema<T> = v.GenericSchema<unknown, T>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All of the value or nothing. Members that the schema does not name are kept. */
/* @__NO_SIDE_EFFECTS__ */
export const whole =
  <T>(schema: Schema<T>): Shape<T> =>
  (stored) =>
    v.is(schema, stored) ? { value: stored as T } : undefined;

/** A list whose entries stand alone: a bad one costs only itself. */
/* @__NO_SIDE_EFFECTS__ */
export const listOf =
  <T>(schema: Schema<T>): Shape<T[]> =>
  (stored) => {
    if (!Array.isArray(stored)) return undefined;
    const bad = stored.filter((each) => !v.is(schema, each));
    if (bad.length === 0) return { value: stored as T[] };
    return { value: stored.filter((each) => !bad.includes(each)) as T[], bad };
  };

/** An object whose members stand alone, under keys that `isKey` accepts: a bad one costs only itself. */
/* @__NO_SIDE_EFFECTS__ */
export const recordOf =
  <T>(schema: Schema<T>, isKey: (key: string) => boolean = () => true): Shape<Record<string, T>> =>
  (stored) => {
    if (!isObject(stored)) return undefined;
    const isGood = ([key, value]: [string, unknown]) => isKey(key) && v.is(schema, value);
    const members = Object.entries(stored);
    const bad = members.filter((each) => !isGood(each));
    if (bad.length === 0) return { value: stored as Record<string, T> };
    return { value: Object.fromEntries(members.filter(isGood)) as Record<string, T>, bad: Object.fromEntries(bad) };
  };
