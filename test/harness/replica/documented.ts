import type { Json } from '../../../lib/call/call';
import { providerById } from '../../../lib/providers';

/** The vendor's documented replies by path, e.g. `/calls/logs/50958`; the path begins with a slash and has no query. */
export const documented = (provider: string): [path: string, reply: Json][] =>
  Object.entries(providerById(provider).samples.documented).map(([path, reply]) => [
    `/${path.replace(/^\/|\?.*$/g, '')}`,
    reply,
  ]);
