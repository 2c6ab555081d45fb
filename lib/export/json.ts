import { i18n } from '#i18n';
import type { Call } from '../call/call';
import type { ExportFormat } from './format';

/** What tells an exported call from other JSON. */
export const callFile = { kind: 'call-log-inspector/call', version: 1 } as const;

/** The whole call, its redacted raw reply included, for people who write programs. */
export const writeCallJson = (call: Call): string => `${JSON.stringify({ ...callFile, call }, undefined, 2)}\n`;

export const formats: ExportFormat[] = [
  {
    id: 'json',
    extension: 'json',
    type: 'application/json',
    label: () => i18n.t('export.json'),
    write: writeCallJson,
  },
];
