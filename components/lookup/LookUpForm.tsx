import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import css from './LookUpForm.module.css';

/** Puts the cursor in the look-up box, with all that is in it selected. */
export interface LookUpBox {
  select(): void;
}

interface Props {
  busy: boolean;
  /** What stands in the box at first, if anything does. */
  text?: string;
  ref?: Ref<LookUpBox>;
  /** The providers that are asked about a text only where the user chooses them. */
  choices?: { id: string; name: string }[];
  /** Tells what stands in the box whenever that changes. */
  onText?: (text: string) => void;
  onSubmit(text: string, provider?: string): void;
  /** Further buttons, at its end. */
  children?: ReactNode;
}

function selectAll(box: HTMLElement | null): void {
  box?.focus();
  if (box) getSelection()?.selectAllChildren(box);
}

/**
 * The look-up box; Enter submits. It is neither a text field, which would glue the lines of a pasted column together, nor a
 * textarea, which may not be a search box (https://www.w3.org/TR/html-aria/#docconformance).
 */
export function LookUpForm({ busy, text, ref, choices, onText, onSubmit, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [provider, setProvider] = useState('');
  useEffect(() => {
    // The box is what the popup is opened for. With the next frame, because to focus it lays the page out.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) selectAll(box.current);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => {
    if (!text || box.current?.textContent !== '') return;
    box.current.textContent = text;
    // What is typed or pasted now stands for it, and not before it.
    if (document.activeElement === box.current) selectAll(box.current);
  }, [text]);
  useImperativeHandle(ref, () => ({ select: () => selectAll(box.current) }), []);
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    onSubmit(box.current?.innerText ?? '', provider || undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  return (
    <form className={css.form} onSubmit={submit} role="search" aria-label={i18n.t('lookup.title')}>
      <div
        ref={box}
        className={css.box}
        role="searchbox"
        tabIndex={0}
        contentEditable="plaintext-only"
        aria-multiline
        spellCheck={false}
        aria-label={i18n.t('lookup.box')}
        aria-placeholder={i18n.t('lookup.placeholder')}
        onInput={() => onText?.(box.current?.innerText ?? '')}
        onKeyDown={onKeyDown}
      />
      {choices && choices.length > 0 && (
        <select
          aria-label={i18n.t('lookup.provider')}
          value={provider}
          onChange={(event) => setProvider(event.target.value)}
        >
          <option value="">{i18n.t('lookup.anyProvider')}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <Button type="submit" look="primary" busy={busy}>
        {i18n.t('lookup.submit')}
      </Button>
      {children && <div className={css.actions}>{children}</div>}
    </form>
  );
}
