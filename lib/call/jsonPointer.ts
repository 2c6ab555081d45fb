import type { Json } from './call';

/** A JSON object. */
export type Members = { [name: string]: Json };

export const isMembers = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON pointer (RFC 6901) of a member or item below `pointer`. */
export const child = (pointer: string, step: string | number) =>
  `${pointer}/${typeof step === 'string' && /[~/]/.test(step) ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step}`;

/** The member or item of that name; `undefined` where there is none. Reads own members only, and no list's length. */
export function ownMember(value: Json | undefined, step: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return Array.isArray(value) && step === 'length' ? undefined : (value as Members)[step];
}

/** The names and indices that a JSON pointer (RFC 6901) leads through. */
export const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The value at a JSON pointer (RFC 6901); `undefined` where there is none. */
export const pointerAt = (value: Json, pointer: string): Json | undefined =>
  stepsOf(pointer).reduce<Json | undefined>(ownMember, value);
