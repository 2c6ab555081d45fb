import { useId, useState } from 'react';
import { i18n, listOf } from '#i18n';
import type { Call } from '../../../lib/call/call';
import { markedNote, type SavedNote } from '../../../lib/call/noteMark';
import { asFailure, type Failure } from '../../../lib/errors';
import type { Names } from '../../../lib/export';
import { readTemplate, writeNote } from '../../../lib/export/note';
import type { NoteSaver } from '../../../lib/hooks/useCallTools';
import { Button } from '../../ui/Button';
import { closeDialog } from '../../ui/closeDialog';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ReadOnlyText } from '../../ui/ReadOnlyText';
import { Step } from '../../ui/Step';
import { nextStep } from '../../ui/describe';
import { describeNoteFailure } from './describeNoteFailure';
import css from './SaveNote.module.css';

interface SaveNoteProps {
  call: Call;
  names: Names;
  /** The user's template, as stored. */
  template: unknown;
  saver: NoteSaver;
  onClose(): void;
}

/** Shows what would be written and to whom, writes it when told to, and says what came of it. */
export function SaveNote({ call, names, template, saver, onClose }: SaveNoteProps) {
  const label = useId();
  const [state, setState] = useState<'asked' | 'saving' | SavedNote | { failure: Failure }>('asked');

  const text = markedNote(writeNote(call, names, readTemplate(template)).text, call.ref.id);
  const contact = [call.customerName, call.contactId].filter(Boolean).join(' · ');
  const words = { ...names, contact, scopes: listOf(saver.scopes) };
  const failure = typeof state === 'object' ? state.failure : undefined;
  const step = nextStep(failure?.code ?? 'unexpected');
  const isOver = state === 'saved' || state === 'there' || state === 'unsure';

  const save = async () => {
    setState('saving');
    await saver.save(text).then(setState, (error: unknown) => setState({ failure: asFailure(error) }));
  };
  return (
    <Dialog title={i18n.t('saveNote.title')} onClose={onClose}>
      <dl className={css.to}>
        <dt>{i18n.t('saveNote.contact')}</dt>
        <dd dir="auto">{contact}</dd>
        <dt>{i18n.t('saveNote.account')}</dt>
        <dd dir="auto">
          {names.provider} · {names.connection}
        </dd>
      </dl>
      <h4 id={label} className={css.label}>
        {i18n.t('saveNote.text')}
      </h4>
      <ReadOnlyText aria-labelledby={label} dir="auto" value={text} />
      <p className={css.hint}>
        {i18n.t('saveNote.hint', words)} {i18n.t('saveNote.scopes', words)}
      </p>
      {failure && (
        <Notice
          role="alert"
          tone="negative"
          // What was refused for what it holds, or for whom, is refused again.
          action={step !== 'edit' && <Step step={step} onNext={() => saver.next(step, failure, () => void save())} />}
        >
          {describeNoteFailure(failure, words)}
        </Notice>
      )}
      <p role="status">{isOver && i18n.t(`saveNote.${state}`, words)}</p>
      <div className={css.buttons}>
        {!isOver && (
          <Button look="primary" busy={state === 'saving'} onClick={() => void save()}>
            {i18n.t('saveNote.save')}
          </Button>
        )}
        <Button onClick={closeDialog}>{i18n.t(isOver ? 'saveNote.close' : 'saveNote.cancel')}</Button>
      </div>
    </Dialog>
  );
}
