import { i18n } from '#i18n';
import type { Call } from '../../lib/call/call';
import type { ExportFormat, Names } from '../../lib/export';
import { hidePersonalData } from '../../lib/redaction/personalData';
import { saveFile } from '../ui/saveFile';
import type { ShownCall } from './RowParts';
import type { ListContext } from './ListToolsContext';

const namesOf = ({ ref }: Call, { providerName, connectionName }: ListContext): Names => ({
  provider: providerName(ref.provider),
  connection: connectionName(ref.connection),
});

/** Saves what a list says of calls as a table, a row each. */
export async function saveTable(calls: ShownCall[], tools: ListContext): Promise<void> {
  const { callsCsv } = await import('../../lib/export/csv');
  const hide = (text: string | undefined) => (text && tools.hidesPersonalData ? hidePersonalData(text) : text);
  const rows = calls.map((call) => ({ ...call, summary: hide(call.summary) }));
  saveFile('calls.csv', 'text/csv', callsCsv(rows, tools));
}

/** The formats in which one file may hold several calls. */
export const formatsOfSeveral = async (): Promise<ExportFormat[]> =>
  (await import('../../lib/export')).exportFormats.filter(({ between }) => between !== undefined);

/** Saves whole calls in one file. */
export function saveAll(calls: Call[], format: ExportFormat, tools: ListContext): void {
  const texts = calls.flatMap((call) => format.write(call, namesOf(call, tools)) ?? []);
  saveFile(`calls.${format.extension}`, format.type, texts.join(format.between));
}

/**
 * Puts the notes of calls on the clipboard, as text and as HTML at once. The promise is handed over unsettled: the click's permission would
 * not outlast a wait everywhere.
 */
export async function copyNotes(calls: Promise<Call[]>, tools: ListContext): Promise<void> {
  const notes = Promise.all([calls, import('../../lib/export/note')]).then(([all, { readTemplate, writeNote }]) =>
    all.map((call) => {
      const { text, html } = writeNote(call, namesOf(call, tools), readTemplate(tools.note));
      // Which note is whose is said by the call's ID.
      const title = i18n.t('call.title', { id: call.ref.id });
      return { text: `${title}\n${text}`, html: `<p>${title}</p>${html}` };
    }),
  );
  const as = (type: string, read: (all: Awaited<typeof notes>) => string) =>
    notes.then((all) => new Blob([read(all)], { type }));
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': as('text/plain', (all) => all.map(({ text }) => text).join('\n\n')),
      'text/html': as('text/html', (all) => all.map(({ html }) => html).join('<hr>')),
    }),
  ]);
}
