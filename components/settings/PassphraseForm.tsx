import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { shortestPassphrase } from '../../lib/call/keyLock';
import { Button } from '../ui/Button';
import { Field } from './Field';
import { LockAfter } from './LockAfter';
import css from './settings.module.css';

interface Props {
  /** `change` wants the passphrase there is. */
  kind: 'set' | 'change' | 'remove';
  busy: boolean;
  onSubmit(given: { passphrase: string; current: string; after: number | null }): void;
  onCancel?(): void;
}

interface Problems {
  passphrase?: string;
  repeat?: string;
}

/** What is wrong with a new passphrase, by field; empty when it can be taken. */
function checkPassphrase(passphrase: string, repeat: string): Problems {
  if ([...passphrase].length < shortestPassphrase) return { passphrase: i18n.t('keyLock.tooShort') };
  return passphrase === repeat ? {} : { repeat: i18n.t('keyLock.unequal') };
}

/** Sets, changes or removes the passphrase of the keys. */
export function PassphraseForm({ kind, busy, onSubmit, onCancel }: Props) {
  const [problems, setProblems] = useState<Problems>({});
  const [after, setAfter] = useState<number | null>(60);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const text = (name: string) => String(values.get(name) ?? '');
    const found = kind === 'remove' ? {} : checkPassphrase(text('passphrase'), text('repeat'));
    setProblems(found);
    const [first] = Object.keys(found);
    if (first) (form.elements.namedItem(first) as HTMLElement).focus();
    else onSubmit({ passphrase: text('passphrase'), current: text('current'), after });
  };

  return (
    <form className={css.form} noValidate onSubmit={submit} aria-label={i18n.t(`keyLock.${kind}`)}>
      {kind !== 'set' && (
        <Field name="current" label={i18n.t('keyLock.current')} hint={i18n.t('keyLock.currentHint')} secret />
      )}
      {kind !== 'remove' && (
        <>
          <Field
            name="passphrase"
            label={i18n.t('keyLock.passphrase')}
            hint={i18n.t('keyLock.passphraseHint')}
            problem={problems.passphrase}
            secret
          />
          <Field name="repeat" label={i18n.t('keyLock.repeat')} hint="" problem={problems.repeat} secret />
        </>
      )}
      {kind === 'set' && <LockAfter after={after} onChange={setAfter} />}
      <div className={css.buttons}>
        <Button type="submit" look="primary" busy={busy}>
          {i18n.t(`keyLock.${kind}`)}
        </Button>
        {onCancel && <Button onClick={onCancel}>{i18n.t('settings.cancel')}</Button>}
      </div>
    </form>
  );
}
