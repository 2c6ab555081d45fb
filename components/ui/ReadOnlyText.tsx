import type { ComponentProps } from 'react';
import css from './ReadOnlyText.module.css';

interface Props extends Pick<ComponentProps<'textarea'>, 'aria-label' | 'aria-labelledby' | 'dir'> {
  value: string;
  /** It is read by its columns. */
  isCode?: boolean;
}

/** A text of several lines to read, select and copy; as high as it is long, up to a limit. */
export const ReadOnlyText = ({ isCode, ...text }: Props) => (
  <textarea readOnly className={isCode ? `${css.text} ${css.code}` : css.text} {...text} />
);
