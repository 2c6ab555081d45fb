import { Check, ClipboardCopy, Download, EyeOff, Lock, NotebookTabs } from 'lucide';
import { lazy, Suspense, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../../lib/call/call';
import type { CallTools } from '../../../lib/hooks/useCallTools';
import type { ExportFormat, Names } from '../../../lib/export';
import { usePersonalData } from '../../ui/usePersonalData';
import { useSingleKeys } from '../../ui/useSingleKeys';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Menu } from '../../ui/Menu';
import { Notice } from '../../ui/Notice';
import { saveFile } from '../../ui/saveFile';
import hidden from '../../ui/visuallyHidden.module.css';
import css from './TakeAway.module.css';

const SaveNote = lazy(() => import('./SaveNote').then((module) => ({ default: module.SaveNote })));

/** Puts the note on the clipboard as text and as HTML at once: whatever it is pasted into takes what it can. */
async function copyNote(call: Call, names: Names, template: unknown): Promise<void> {
  const note = import('../../../lib/export/note').then(({ readTemplate, writeNote }) =>
    writeNote(call, names, readTemplate(template)),
  );
  const as = (type: string, text: Promise<string>) => text.then((each) => new Blob([each], { type }));
  // The promises are handed over unsettled: the click's permission would not outlast a wait everywhere.
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': as(
        'text/plain',
        note.then(({ text }) => text),
      ),
      'text/html': as(
        'text/html',
        note.then(({ html }) => html),
      ),
    }),
  ]);
}

interface TakeAwayProps {
  call: Call;
  names: Names;
  tools?: CallTools;
}

/** The ways to take a call away: a note for the CRM, files, the printer, a link. */
export function TakeAway({ call: shown, names, tools }: TakeAwayProps) {
  const [hides, setHides] = useState(false);
  /** What is taken away: it may hold less than what is shown. */
  const { rules, isWaiting } = usePersonalData(hides);
  const call = useMemo(() => (rules ? rules.hidePersonalDataOf(shown) : shown), [rules, shown]);
  const [savesNote, setSavesNote] = useState(false);
  const saver = call.contactId === undefined ? undefined : tools?.noteSaver;
  const [done, setDone] = useState<'copied' | 'failed'>();
  const [exporting, setExporting] = useState<typeof import('../../../lib/export')>();
  /** Only what this call can be written as: each format knows. */
  const files = useMemo(
    () => exporting?.exportFormats.filter((format) => format.write(call, names) !== undefined) ?? [],
    [exporting, call, names],
  );
  const save = (format: ExportFormat) => {
    const text = format.write(call, names);
    if (exporting && text !== undefined && !isWaiting) saveFile(exporting.fileName(call, format), format.type, text);
  };

  const attempt = (work: Promise<void>) =>
    void work.then(
      () => {
        setDone('copied');
        setTimeout(() => setDone(undefined), 2000);
      },
      () => setDone('failed'),
    );
  const isLocked = tools?.forbidden.includes('export') === true;
  const copy = () => {
    if (!isWaiting) attempt(copyNote(call, names, tools?.note));
  };
  useSingleKeys({ c: copy });
  return (
    <>
      <Button look="primary" icon={done === 'copied' ? Check : ClipboardCopy} busy={isWaiting} onClick={copy}>
        {i18n.t('takeAway.note')}
      </Button>
      {saver && (
        <Button icon={NotebookTabs} title={i18n.t('saveNote.title')} onClick={() => setSavesNote(true)}>
          <span className={hidden.beside}>{i18n.t('saveNote.title')}</span>
        </Button>
      )}
      {saver && savesNote && !isWaiting && (
        <Suspense>
          <SaveNote
            call={call}
            names={names}
            template={tools?.note}
            saver={saver}
            onClose={() => setSavesNote(false)}
          />
        </Suspense>
      )}
      <Menu
        label={i18n.t('takeAway.export')}
        icon={isLocked ? Lock : Download}
        locked={isLocked ? i18n.t('policy.cannotExport') : undefined}
        onOpen={() => void import('../../../lib/export').then(setExporting)}
        items={[
          ...(tools
            ? [
                ...(isLocked ? [] : [{ label: i18n.t('takeAway.print'), onChoose: () => tools.print() }]),
                {
                  label: i18n.t('takeAway.link'),
                  onChoose: () => attempt(navigator.clipboard.writeText(tools.link)),
                },
              ]
            : []),
          ...(isLocked ? [] : files).map((format) => ({ label: format.label(), onChoose: () => save(format) })),
        ]}
      />
      {!tools?.hidesPersonalData && (
        <label className={css.hide} title={i18n.t('personalData.hide')}>
          <input type="checkbox" checked={hides} onChange={(event) => setHides(event.target.checked)} />
          <Icon of={EyeOff} />
          <span className={hidden.beside}>{i18n.t('personalData.hide')}</span>
        </label>
      )}
      {done === 'failed' && (
        <Notice role="alert" tone="negative">
          {i18n.t('takeAway.failed')}
        </Notice>
      )}
      <output className={hidden.visuallyHidden}>{done === 'copied' && i18n.t('ui.copied')}</output>
    </>
  );
}
