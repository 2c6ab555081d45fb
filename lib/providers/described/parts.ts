import { i18n } from '#i18n';
import { isApiAddress } from '../../browser/origins';
import { patternProblem } from '../../page/detect/patternProblem';
import { z } from '../../zod';

/** What is said of a value that has the right type and is wrong all the same. */
const sentences = {
  pointer: () => i18n.t('description.pointer'),
  path: () => i18n.t('description.path', { placeholder: '{id}' }),
  noId: () => i18n.t('description.noId', { placeholder: '{id}' }),
  baseUrl: () => i18n.t('description.baseUrl'),
  keyPage: () => i18n.t('description.keyPage'),
  id: () => i18n.t('description.id'),
  header: () => i18n.t('description.header'),
  headerValue: () => i18n.t('description.headerValue', { placeholder: '{key}' }),
  host: () => i18n.t('description.host'),
  labelWord: () => i18n.t('description.labelWord'),
  pattern: () => i18n.t('description.pattern'),
  prefix: () => i18n.t('description.prefix'),
  prefixPattern: () => i18n.t('description.prefixPattern'),
  redirect: () => i18n.t('description.redirect'),
};
export const said = (what: keyof typeof sentences) => ({ error: () => sentences[what]() });

/** A JSON pointer (RFC 6901). */
export const Pointer = z
  .string()
  .max(300)
  .regex(/^(?:\/(?:[^~/]|~[01])*)*$/, said('pointer'));

/** Where something stands; of several places the first that holds something. */
export const Place = z.union([Pointer, z.array(Pointer).min(1).max(10)], said('pointer'));
export type Place = z.infer<typeof Place>;

export const name = z.string().min(1).max(100);
export const method = z.enum(['GET', 'POST']).default('GET');
export const path = z
  .string()
  .max(300)
  .regex(/^(?!\/\/)(?!.*\/\.\.?(?:\/|$))\/(?:[\w\-.~:@!$'()*+,;=/]|\{id\})*$/, said('path'))
  .meta({ description: 'Below the base URL. `{id}` stands for the ID of the call.' });
export const query = z.record(name, z.union([z.string().max(300), z.number()])).optional();
/** Members of the body, which `POST` sends alone. */
export const body = z.record(name, z.json()).optional();

const pattern = z
  .string()
  .min(1)
  .max(200)
  .refine((source) => !patternProblem(source), said('pattern'));

/** How IDs look: `IdShape` of `page/detect/idShapes.ts`. */
export const Id = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('prefix'),
      prefix: z
        .string()
        .max(30)
        .regex(/^\w+[_-]$/, said('prefix')),
      pattern,
    })
    // A way around the prefix would be taken for an ID wherever it stands.
    .refine((shape) => shape.pattern.startsWith(shape.prefix) && !shape.pattern.includes('|'), {
      ...said('prefixPattern'),
      path: ['pattern'],
    }),
  z.strictObject({ kind: z.literal('bare'), pattern }),
  z.strictObject({ kind: z.literal('opaque') }),
]);

export const Region = z.strictObject({
  id: name.default('main'),
  name: name.optional(),
  baseUrl: z
    .string()
    .max(300)
    .refine((text) => isApiAddress(text) && !text.endsWith('/'), said('baseUrl')),
});

/** Headers that are the browser's own, or the client's. */
const taken =
  /^(?:accept|connection|content-.*|cookie2?|host|origin|proxy-.*|referer|sec-.*|te|transfer-encoding|upgrade|user-agent|via)$/i;

export const Auth = z.strictObject({
  header: z
    .string()
    .max(60)
    .regex(/^[A-Za-z][A-Za-z0-9-]*$/, said('header'))
    .refine((header) => !taken.test(header), said('header'))
    .default('authorization'),
  value: z
    .string()
    .max(200)
    .regex(/^[\x20-\x7a|~]*\{key\}[\x20-\x7a|~]*$/, said('headerValue'))
    .default('Bearer {key}'),
});
