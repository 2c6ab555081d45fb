import { type FormEvent, useContext, useId, useState } from 'react';
import { i18n } from '#i18n';
import { asFailure, type Failure } from '../../lib/errors';
import { Button } from './Button';
import { describe } from './describe';
import { UnlockContext } from './UnlockContext';
import css from './UnlockForm.module.css';

/** Asks for the passphrase of the keys; calls back once they are unlocked. */
export function UnlockForm({ onUnlocked }: { onUnlocked(): void }) {
  const unlock = useContext(UnlockContext);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const problemId = useId();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const passphrase = String(new FormData(event.currentTarget).get('passphrase') ?? '');
    void unlock(passphrase)
      .then(onUnlocked, (error: unknown) => setFailure(asFailure(error)))
      .finally(() => setBusy(false));
  };

  return (
    <form className={css.form} onSubmit={submit}>
      {/* No password field: see docs/decisions/key-field.md. */}
      <input
        type="text"
        name="passphrase"
        className={css.secret}
        autoComplete="off"
        spellCheck={false}
        required
        aria-label={i18n.t('keyLock.passphrase')}
        aria-invalid={failure ? true : undefined}
        aria-describedby={problemId}
      />
      <Button type="submit" busy={busy}>
        {i18n.t('failure.unlock')}
      </Button>
      {failure && (
        <small id={problemId} role="alert">
          {describe(failure)}
        </small>
      )}
    </form>
  );
}
