import { callFlags, sentimentKinds, statusKinds } from '../../call/kinds';
import { z } from '../../zod';
import { Auth, Id, name, path, Place, Pointer, query, Region, said } from './parts';
import { List, ofCall, Paging, Request } from './requestSchema';

const Transcript = z
  .strictObject({
    request: Request.refine(ofCall, said('noId')).optional(),
    paging: Paging.optional(),
    turns: Pointer.meta({ description: 'The list of turns, or the text of the conversation.' }),
    speaker: Place.optional(),
    text: Place.optional().meta({ description: 'Without it, the turns are read in any usual form.' }),
    start: Place.optional().meta({ description: 'From the start of the call.' }),
    end: Place.optional(),
    at: Place.optional().meta({ description: 'A clock time.' }),
    speakers: z.record(name, z.enum(['agent', 'customer', 'tool', 'unknown'])).default({}),
  })
  .meta({ description: 'Pointers into the reply of `request`, without one into the call; those of a turn, into it.' });
export type Transcript = z.infer<typeof Transcript>;

const place = Place.optional();
const Fields = z
  .strictObject({
    id: Place,
    status: place,
    sentiment: place,
    sentimentReason: place,
    direction: place,
    channel: place,
    agentId: place,
    agentName: place,
    from: place,
    to: place,
    contactId: place,
    customerName: place,
    startedAt: place,
    endedAt: place,
    duration: place,
    endReason: place,
    endedBy: place,
    summary: place,
    extracted: place,
    issues: place,
  })
  .meta({ description: 'Where in the call each field stands.' });

const Actions = z.strictObject({
  at: Pointer.meta({ description: 'The list of what the agent did; the other pointers are into an item of it.' }),
  type: place,
  name: place,
  description: place,
  time: place,
  parameters: place,
  result: place,
  succeeded: place,
});

const Recording = z.union([
  z.strictObject({ link: Place }),
  z.strictObject({ path, query, where: place, mayRedirect: z.boolean().default(false) }).meta({
    description: 'A request by GET that takes the key. `where`: it is there only where this holds something.',
  }),
]);

const durations = z.enum(['seconds', 'milliseconds', 'minutes']).default('seconds');
const Units = z.strictObject({
  time: z.enum(['iso', 'seconds', 'milliseconds']).default('iso'),
  duration: durations,
  turns: durations,
});

/** What a provider of the user's own is: the file that describes it. */
export const Description = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, said('id')),
    name: z.string().trim().min(1).max(60),
    regions: z.array(Region).min(1).max(10).meta({ description: 'Where an account is asked; the first unless told.' }),
    auth: Auth.prefault({}),
    keyHelp: z.string().max(400).optional(),
    keyPage: z.url({ protocol: /^https$/, ...said('keyPage') }).optional(),
    ids: z.array(Id).min(1).max(10).meta({ description: 'How IDs of calls look.' }),
    labelWords: z
      .array(
        z
          .string()
          .max(30)
          .regex(/^[a-z]+$/, said('labelWord')),
      )
      .max(10)
      .default([]),
    hosts: z
      .array(
        z
          .string()
          .max(200)
          .regex(/^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/, said('host')),
      )
      .max(20)
      .default([]),
    limits: z
      .strictObject({
        concurrency: z.number().int().min(1).max(20),
        requests: z.number().int().min(1).max(10_000),
        seconds: z.number().int().min(1).max(3600),
      })
      .default({ concurrency: 2, requests: 60, seconds: 60 }),
    get: Request.extend({ call: Pointer.default('') }).refine(ofCall, said('noId')),
    list: List,
    fields: Fields,
    units: Units.prefault({}),
    words: z
      .strictObject({
        status: z.record(name, z.enum(statusKinds)).default({}),
        sentiment: z.record(name, z.enum(sentimentKinds)).default({}),
        endReason: z.record(name, z.string().max(300)).default({}),
      })
      .prefault({})
      .meta({ description: 'What words of this provider say: a kind of status or sentiment, an end reason in words.' }),
    flags: z.partialRecord(z.enum(callFlags), Place).default({}),
    transcript: Transcript.optional(),
    actions: Actions.optional(),
    metrics: z
      .array(
        z.strictObject({
          name,
          at: Place,
          unit: z.enum(['seconds', 'milliseconds', 'minutes', 'usd', 'cents', 'tokens', 'count', 'score', 'text']),
        }),
      )
      .max(50)
      .default([]),
    recording: Recording.optional(),
  })
  // To another host, fetch leaves only this header behind.
  .refine(({ auth, recording }) => !mayRedirect(recording) || /^authorization$/i.test(auth.header), {
    ...said('redirect'),
    path: ['recording', 'mayRedirect'],
  });
export type Description = z.infer<typeof Description>;

const mayRedirect = (recording: z.infer<typeof Recording> | undefined) =>
  recording !== undefined && 'mayRedirect' in recording && recording.mayRedirect;
