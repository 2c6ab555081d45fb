import * as fc from 'fast-check';
import type { Json } from '../../../lib/call/call';
import { bland } from './bland';
import { dialnexa } from './dialnexa';
import { elevenlabs } from './elevenlabs';
import { highlevel } from './highlevel';
import { omnidimension } from './omnidimension';
import { retell } from './retell';
import { synthflow } from './synthflow';
import { vapi } from './vapi';
import type { GeneratedReply } from './parts';

export type { GeneratedReply } from './parts';

type Holder = { [name: string | number]: Json };

/** Every place of a value, as the steps that lead to it. */
function places(value: Json, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.keys(value).flatMap((name) => places((value as Holder)[name] ?? null, [...path, name]))];
}

function replaceAt(value: Json, [step, ...rest]: string[], replacement: Json | undefined): Json {
  if (step === undefined) return replacement ?? null;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return value;
  const pairs = Object.entries(value).flatMap(([name, member]): [string, Json][] => {
    if (name !== step) return [[name, member]];
    if (rest.length === 0 && replacement === undefined) return [];
    return [[name, replaceAt(member, rest, replacement)]];
  });
  return Array.isArray(value) ? pairs.map(([, member]) => member) : Object.fromEntries(pairs);
}

const wrongValue: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom<Json | undefined>(
    undefined,
    null,
    true,
    false,
    '',
    0,
    -1,
    1e308,
    'javascript:alert(1)',
    [],
    {},
    [[]],
    '{"a":',
    '[1]',
  ),
  fc.jsonValue({ maxDepth: 3 }).map((value) => value as Json),
);

/** The same replies with one to six values, anywhere, removed or put in another shape. */
const broken = (conforming: fc.Arbitrary<GeneratedReply>): fc.Arbitrary<GeneratedReply> =>
  fc
    .tuple(conforming, fc.array(fc.tuple(fc.nat(), wrongValue), { minLength: 1, maxLength: 6 }))
    .map(([{ id, raw, secrets }, faults]) => {
      const faulty = faults.reduce((before, [where, value]) => {
        const all = places(before);
        return replaceAt(before, all[where % all.length] ?? [], value);
      }, raw);
      return { id, raw: faulty, secrets };
    });

const conforming: Record<string, fc.Arbitrary<GeneratedReply>> = {
  omnidimension,
  dialnexa,
  highlevel,
  retell,
  vapi,
  elevenlabs,
  bland,
  synthflow,
};

/** Generated replies by provider: `conforming` to the vendor's documents, and `broken` in random places. */
export const replies: Record<
  string,
  { conforming: fc.Arbitrary<GeneratedReply>; broken: fc.Arbitrary<GeneratedReply> }
> = Object.fromEntries(
  Object.entries(conforming).map(([id, generated]) => [id, { conforming: generated, broken: broken(generated) }]),
);
