import { Call } from '../call/call';
import { callFile } from './json';
import { z } from '../zod';

/**
 * The call of a file written by `writeCallJson`, equal to the one that was written; `undefined` for any other text. Apart from the
 * writing, so that a page that only exports does not carry zod.
 */
export function parseCallJson(text: string): Call | undefined {
  const File = z.object({ kind: z.literal(callFile.kind), version: z.literal(callFile.version), call: Call });
  try {
    const file: unknown = JSON.parse(text);
    // The text's own members, not zod's copy: zod drops those named __proto__, and nothing a provider sent may be lost.
    return File.safeParse(file).success ? (file as z.infer<typeof File>).call : undefined;
  } catch {
    return undefined;
  }
}
