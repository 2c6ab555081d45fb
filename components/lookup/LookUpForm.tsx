import { Search } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type Ref, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import css from './LookUpForm.module.css';

interface Props {
  busy: boolean;
  ref?: Ref<HTMLTextAreaElement>;
  onSubmit(text: string): void;
}

/** The look-up box. A textarea, because a text field would glue the lines of a pasted column together; Enter submits. */
export function LookUpForm({ busy, ref, onSubmit }: Props) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  return (
    <form className={css.form} onSubmit={submit} role="search" aria-label={i18n.t('lookup.title')}>
      <Search className={css.icon} aria-hidden />
      <textarea
        ref={ref}
        role="searchbox"
        className={css.box}
        rows={1}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the box is what the popup is opened for
        autoFocus
        spellCheck={false}
        autoComplete="off"
        aria-label={i18n.t('lookup.box')}
        placeholder={i18n.t('lookup.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" look="primary" busy={busy}>
        {i18n.t('lookup.submit')}
      </Button>
    </form>
  );
}
