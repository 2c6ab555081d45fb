import { i18n } from '#i18n';
import type { Call } from '../call/call';
import { speakerName } from '../call/speakerName';
import { actionText, factText, fieldKeys, fieldLabel, fieldOf, turnTime, type FieldKey } from './fields';
import type { ExportFormat, Names } from './format';

export const notePartKeys = [...fieldKeys, 'extracted', 'actions', 'transcript'] as const;
export type NotePart = (typeof notePartKeys)[number];

/**
 * A stored template: what a note holds, in its order. A part that another version of the extension knew is dropped, none counts
 * twice, and whatever is no list gives the default.
 */
export function readTemplate(stored: unknown): NotePart[] {
  if (!Array.isArray(stored)) return defaultNote;
  return [...new Set(stored)].filter((part): part is NotePart => notePartKeys.some((key) => key === part));
}

export const defaultNote: NotePart[] = [
  'summary',
  'status',
  'sentiment',
  'started',
  'duration',
  'agent',
  'customer',
  'from',
  'to',
  'endReason',
  'extracted',
  'actions',
  'provider',
  'callId',
];

const lists = {
  extracted: () => i18n.t('call.extracted.title'),
  actions: () => i18n.t('call.actions.title'),
  transcript: () => i18n.t('call.transcript.title'),
};
const isList = (part: NotePart): part is keyof typeof lists => part in lists;

/** What a part is called where the user edits the template. */
export const partLabel = (part: NotePart): string => (isList(part) ? lists[part]() : fieldLabel(part as FieldKey));

interface Item {
  label?: string;
  value: string;
}

function itemsOf(part: keyof typeof lists, call: Call): Item[] {
  if (part === 'actions') return call.actions.map((action) => ({ value: actionText(action) }));
  if (part === 'extracted')
    return call.extracted
      .filter(({ absent }) => !absent)
      .map(({ name, value, absent }) => ({ label: name, value: factText(value, absent) }));
  return (call.transcripts[0]?.turns ?? [])
    .filter(({ text }) => text.trim() !== '')
    .map((turn) => ({ label: [turnTime(turn), speakerName(turn)].filter(Boolean).join(' '), value: turn.text.trim() }));
}

const line = ({ label, value }: Item) => (label ? `${label}: ${value}` : value);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
const lineHtml = ({ label, value }: Item) => {
  const text = escape(value).replace(/\r?\n/g, '<br>');
  return label ? `<strong>${escape(label)}:</strong> ${text}` : text;
};

/**
 * A note for the CRM, as plain text and as HTML of paragraphs and lists, both for one copy. What the call masks stays masked.
 * Parts the provider did not state are left out.
 */
export function writeNote(
  call: Call,
  names: Names,
  template: NotePart[] = defaultNote,
): { text: string; html: string } {
  const blocks = template.flatMap((part) => {
    if (!isList(part)) {
      const field = fieldOf(part, call, names);
      return field ? [{ text: line(field), html: `<p>${lineHtml(field)}</p>` }] : [];
    }
    const items = itemsOf(part, call);
    if (items.length === 0) return [];
    const title = lists[part]();
    const html = `<p><strong>${escape(title)}</strong></p><ul>${items.map((item) => `<li>${lineHtml(item)}</li>`).join('')}</ul>`;
    return [{ text: [`${title}:`, ...items.map((item) => `- ${line(item)}`)].join('\n'), html }];
  });
  return { text: blocks.map(({ text }) => text).join('\n'), html: blocks.map(({ html }) => html).join('') };
}

export const formats: ExportFormat[] = [
  {
    id: 'txt',
    extension: 'txt',
    type: 'text/plain',
    between: '\n\n\n',
    label: () => i18n.t('export.note'),
    write: (call, names) => writeNote(call, names, [...defaultNote, 'transcript']).text,
  },
];
