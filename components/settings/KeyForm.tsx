import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import type { Connection } from '../../lib/call/connection';
import { Button } from '../ui/Button';
import { checkInput } from './checkInput';
import { Field } from './Field';
import css from './settings.module.css';

interface Props {
  connection: Connection;
  busy: boolean;
  onSave(key: string): void;
  onCancel(): void;
}

/** Takes the user's own key for a connection of which nothing else is theirs to change. */
export function KeyForm({ connection, busy, onSave, onCancel }: Props) {
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const box = event.currentTarget.elements.namedItem('key') as HTMLInputElement;
    const key = box.value.trim();
    const isGateway = connection.baseUrl !== undefined;
    const found = checkInput({ ...connection, key }, { hasKey: false, keyStays: false, fields: [], isGateway })['key'];
    setProblem(found);
    if (found) box.focus();
    else onSave(key);
  };
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={submit}
      aria-label={i18n.t('policy.keyFor', { label: connection.label })}
    >
      <Field
        name="key"
        label={i18n.t(connection.baseUrl ? 'gateway.token' : 'settings.key')}
        hint={i18n.t('policy.keyHint')}
        problem={problem}
        secret
      />
      <div className={css.buttons}>
        <Button type="submit" look="primary" busy={busy}>
          {i18n.t('settings.save')}
        </Button>
        <Button onClick={onCancel}>{i18n.t('settings.cancel')}</Button>
      </div>
    </form>
  );
}
