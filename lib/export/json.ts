import { i18n } from '#i18n';
import { Call } from '../call';
import { z } from '../zod';
import type { ExportFormat } from './format';

const kind = 'call-log-inspector/call';
const File = z.object({ kind: z.literal(kind), version: z.literal(1), call: Call });

/** The whole call, its redacted raw reply included, for people who write programs. */
export const writeCallJson = (call: Call): string => `${JSON.stringify({ kind, version: 1, call }, undefined, 2)}\n`;

/** The call of a text written by `writeCallJson`, equal to the one that was written; `undefined` for any other text. */
export function parseCallJson(text: string): Call | undefined {
  try {
    const file: unknown = JSON.parse(text);
    // The text's own members, not zod's copy: zod drops those named __proto__, and nothing a provider sent may be lost.
    return File.safeParse(file).success ? (file as z.infer<typeof File>).call : undefined;
  } catch {
    return undefined;
  }
}

export const formats: ExportFormat[] = [
  {
    id: 'json',
    extension: 'json',
    type: 'application/json',
    label: () => i18n.t('export.json'),
    write: writeCallJson,
  },
];
