import type { MouseEvent } from 'react';

/** Closes the dialog that a pressed button is in; the focus goes back to where it was. */
export const closeDialog = ({ currentTarget }: MouseEvent<HTMLElement>): void =>
  currentTarget.closest('dialog')?.close();
