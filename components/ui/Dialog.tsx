import { type ReactNode, useEffect, useId, useRef } from 'react';
import css from './Dialog.module.css';

interface DialogProps {
  title: string;
  /** At the end of the title's line. */
  beside?: ReactNode;
  /** It was closed, by whatever: what draws it stops. */
  onClose(): void;
  children: ReactNode;
}

/** A modal dialog that is open while it is drawn; a button in it closes it by `closeDialog`. */
export function Dialog({ title, beside, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={name} className={css.dialog} onClose={onClose}>
      <div className={css.head}>
        <h3 id={name}>{title}</h3>
        {beside}
      </div>
      {children}
    </dialog>
  );
}
