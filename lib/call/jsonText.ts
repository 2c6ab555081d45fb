import type { Json } from './call';

/** Any value as one text: a text as it is, the rest as JSON; the empty text for none. */
export const jsonText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
