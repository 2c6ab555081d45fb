import { i18n } from '#i18n';
import type { Call } from '../call/call';
import { speakerName } from '../call/speakerName';
import { actionText, factText, fieldKeys, fieldOf, turnTime } from './fields';
import type { ExportFormat, Names } from './format';

/**
 * Text that Markdown shows as it is, in one paragraph: every sign that could mark something up is escaped, lines stay lines.
 * (CommonMark 0.31 §2.4: any ASCII punctuation may be escaped by a backslash. `$` begins a formula on GitHub.)
 */
export const escapeMarkdown = (text: string) =>
  text
    .replace(/[\\`*_[\]<>|~&$]/g, '\\$&')
    .replace(/^(\s*)([-+#=])/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/gm, '$1\\$2')
    .replace(/^[ \t]+/gm, '')
    .replace(/(?:\r\n|\r|\n)+/g, '\\\n');

const item = (label: string | undefined, value: string) => {
  const text = escapeMarkdown(value).replaceAll('\n', '\n  ');
  return label ? `- **${escapeMarkdown(label)}:** ${text}` : `- ${text}`;
};

const section = (title: string, items: string[]) =>
  items.length > 0 ? [`## ${escapeMarkdown(title)}`, items.join('\n')] : [];

/** A call as a Markdown document: what it is, extracted data, actions, the first transcript. */
export function writeMarkdown(call: Call, names: Names): string {
  const facts = fieldKeys.flatMap((key) => {
    const field = fieldOf(key, call, names);
    return field ? [item(field.label, field.value)] : [];
  });
  const turns = (call.transcripts[0]?.turns ?? []).map((turn) => {
    const time = turnTime(turn);
    return `**${escapeMarkdown(speakerName(turn))}**${time ? ` (${escapeMarkdown(time)})` : ''}: ${escapeMarkdown(turn.text)}`;
  });
  return `${[
    `# ${escapeMarkdown(i18n.t('call.title', { id: call.ref.id }))}`,
    facts.join('\n'),
    ...section(
      i18n.t('call.extracted.title'),
      call.extracted.map(({ name, value, absent }) => item(name, factText(value, absent))),
    ),
    ...section(
      i18n.t('call.actions.title'),
      call.actions.map((action) => item(undefined, actionText(action))),
    ),
    ...(turns.length > 0 ? [`## ${escapeMarkdown(i18n.t('call.transcript.title'))}`, ...turns] : []),
  ].join('\n\n')}\n`;
}

export const formats: ExportFormat[] = [
  {
    id: 'md',
    extension: 'md',
    type: 'text/markdown',
    between: '\n---\n\n',
    label: () => i18n.t('export.markdown'),
    write: writeMarkdown,
  },
];
