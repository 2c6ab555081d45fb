import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { closeDialog } from '../ui/closeDialog';
import { Dialog } from '../ui/Dialog';
import css from './settings.module.css';

interface Props {
  /** What stands on the button. */
  text: string;
  /** The button's name, where its text leaves open what is deleted. */
  name?: string;
  /** What would be done, e.g. “Remove Sales”. */
  title: string;
  question: string;
  /** The answer that does it. */
  yes: string;
  onDelete(): void;
}

/** Deletes something once the user has said so in a dialog. */
export function DeleteButton({ text, name, title, question, yes, onDelete }: Props) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button aria-label={name} onClick={() => setAsking(true)}>
        {text}
      </Button>
      {isAsking && (
        <Dialog title={title} onClose={() => setAsking(false)}>
          <p>{question}</p>
          <div className={css.buttons}>
            <Button
              onClick={(event) => {
                closeDialog(event);
                onDelete();
              }}
            >
              {yes}
            </Button>
            <Button onClick={closeDialog}>{i18n.t('settings.cancel')}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
