import { z } from '../../zod';
import { body, method, name, path, Pointer, query } from './parts';

const size = z.number().int().min(1).max(500);

export const Paging = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cursor'), name, next: Pointer }),
    z.strictObject({
      kind: z.literal('page'),
      name,
      first: z.number().int().min(0).max(1).default(1),
      size,
      sizeName: name.optional(),
    }),
    z.strictObject({ kind: z.literal('offset'), name, size, sizeName: name.optional() }),
  ])
  .meta({ description: 'How the next page is asked for. `cursor`: by what stands at `next`, alone or in an address.' });
export type Paging = z.infer<typeof Paging>;

export const Request = z.strictObject({ method, path, query, body });
export type DescribedRequest = z.infer<typeof Request>;
export const ofCall = (request: DescribedRequest) => JSON.stringify(request).includes('{id}');

export const List = z.strictObject({
  ...Request.shape,
  rows: Pointer.meta({ description: 'Where in the reply the list of calls stands, newest first.' }),
  call: Pointer.default('').meta({ description: 'Where in a row the call stands.' }),
  total: Pointer.optional(),
  paging: Paging.optional(),
  filters: z
    .array(
      z.strictObject({
        name,
        kind: z.enum(['text', 'number', 'date', 'choice']),
        choices: z.array(name).max(100).optional(),
      }),
    )
    .max(20)
    .default([]),
});
