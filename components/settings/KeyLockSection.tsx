import { useState } from 'react';
import { i18n } from '#i18n';
import type { KeyLockSettings } from '../../lib/hooks/useKeyLock';
import { Button } from '../ui/Button';
import { Problem } from '../ui/Problem';
import { Section } from '../ui/Section';
import { UnlockForm } from '../ui/UnlockForm';
import { LockAfter } from './LockAfter';
import { PassphraseForm } from './PassphraseForm';
import { DeleteButton } from './DeleteButton';
import css from './settings.module.css';

/** The passphrase of the keys: set, lock, unlock, change, remove, or start over without it. */
export function KeyLockSection({ state, busy, failure, change, changed }: KeyLockSettings) {
  const [form, setForm] = useState<'change' | 'remove'>();
  if (!state) return null;
  const close = () => setForm(undefined);
  return (
    <Section title={i18n.t('keyLock.title')}>
      {!state.set && (
        <>
          <p className={css.hint}>{i18n.t('keyLock.hint')}</p>
          <PassphraseForm
            kind="set"
            busy={busy}
            onSubmit={({ passphrase, after }) => change({ set: { passphrase, after } })}
          />
        </>
      )}
      {state.set && (
        <>
          <p role="status">{i18n.t(state.locked ? 'keyLock.locked' : 'keyLock.unlocked')}</p>
          {state.locked ? (
            <UnlockForm onUnlocked={changed} />
          ) : (
            <LockAfter after={state.after} onChange={(after) => change({ after })} />
          )}
          <div className={css.buttons}>
            {!state.locked && <Button onClick={() => change('lock')}>{i18n.t('keyLock.lockNow')}</Button>}
            <Button onClick={() => setForm('change')} aria-expanded={form === 'change'}>
              {i18n.t('keyLock.change')}
            </Button>
            <Button onClick={() => setForm('remove')} aria-expanded={form === 'remove'}>
              {i18n.t('keyLock.remove')}
            </Button>
            <DeleteButton
              text={i18n.t('keyLock.forget')}
              title={i18n.t('keyLock.forget')}
              question={i18n.t('keyLock.forgetQuestion')}
              yes={i18n.t('keyLock.forgetYes')}
              onDelete={() => change('forget')}
            />
          </div>
          {form && (
            <PassphraseForm
              key={form}
              kind={form}
              busy={busy}
              onCancel={close}
              onSubmit={({ passphrase, current }) =>
                change(
                  form === 'remove' ? { remove: { current } } : { set: { passphrase, current, after: state.after } },
                  close,
                )
              }
            />
          )}
        </>
      )}
      {failure && <Problem failure={failure} />}
    </Section>
  );
}
