import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { isApiAddress } from '../../lib/browser/origins';
import type { ConnectionInput } from '../../lib/messages';
import type { ProviderInfo } from '../../lib/call/providerInfo';
import type { Connection } from '../../lib/storage/settings';
import { Button } from '../ui/Button';
import css from './settings.module.css';

interface Props {
  providers: ProviderInfo[];
  /** The connection being changed; absent for a new one. */
  connection?: Connection;
  busy: boolean;
  onSave(input: ConnectionInput): void;
  onCancel?(): void;
}

/** What is wrong with the form, by field; empty when it can be saved. Addresses: https, or http on this machine. */
export function checkInput(input: ConnectionInput, hasKey: boolean): { key?: string; baseUrl?: string } {
  const key = input.key?.trim() ?? '';
  return {
    ...(!key && !hasKey ? { key: i18n.t('settings.keyMissing') } : {}),
    ...(/\s|[^\x21-\x7e]/.test(key) ? { key: i18n.t('settings.keyInvalid') } : {}),
    ...(input.baseUrl && !isApiAddress(input.baseUrl) ? { baseUrl: i18n.t('settings.baseUrlInvalid') } : {}),
  };
}

/** Adds a connection, or changes one. A key that is left empty stays as it is. */
export function ConnectionForm({ providers, connection, busy, onSave, onCancel }: Props) {
  const [providerId, setProviderId] = useState(connection?.provider ?? providers[0]?.id ?? '');
  const [problems, setProblems] = useState<ReturnType<typeof checkInput>>({});
  const provider = providers.find((each) => each.id === providerId);
  const sample = connection?.sample === true;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const text = (name: string) => String(values.get(name) ?? '').trim();
    const input: ConnectionInput = {
      id: connection?.id ?? crypto.randomUUID(),
      provider: providerId,
      label: text('label'),
      baseUrl: text('baseUrl') || undefined,
      locationId: text('locationId') || undefined,
      key: text('key') || undefined,
    };
    const found = checkInput(input, sample || connection?.keyEnd !== undefined);
    setProblems(found);
    const first = Object.keys(found)[0];
    if (first) (form.elements.namedItem(first) as HTMLElement).focus();
    else onSave(input);
  };

  return (
    <form
      className={css.form}
      noValidate
      onSubmit={submit}
      aria-label={connection ? i18n.t('settings.change', { label: connection.label }) : i18n.t('settings.add')}
    >
      {/* What is typed into a form that is about to be emptied would be lost. */}
      <fieldset className={css.fields} disabled={busy && !connection}>
        {!connection && (
          <label className={css.field}>
            <span>{i18n.t('settings.provider')}</span>
            <select name="provider" value={providerId} onChange={(event) => setProviderId(event.target.value)}>
              {providers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {provider && !sample && <KeyHelp provider={provider} />}
        <Field
          name="label"
          label={i18n.t('settings.label')}
          value={connection?.label}
          hint={i18n.t('settings.labelHint')}
        />
        {!sample && (
          <>
            <Field
              name="key"
              label={i18n.t('settings.key')}
              secret
              problem={problems.key}
              hint={
                connection?.keyEnd ? i18n.t('settings.keyKept', { end: connection.keyEnd }) : i18n.t('settings.keyHint')
              }
            />
            {provider?.needsLocation && (
              <Field
                name="locationId"
                label={i18n.t('settings.locationId')}
                value={connection?.locationId}
                hint={i18n.t('settings.locationHint')}
              />
            )}
            <Field
              name="baseUrl"
              label={i18n.t('settings.baseUrl')}
              value={connection?.baseUrl}
              placeholder={provider?.baseUrl}
              problem={problems.baseUrl}
              hint={i18n.t('settings.baseUrlHint')}
            />
          </>
        )}
      </fieldset>
      <div className={css.buttons}>
        <Button type="submit" look="primary" busy={busy}>
          {i18n.t('settings.save')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{i18n.t('settings.cancel')}</Button>}
      </div>
    </form>
  );
}

/** What key to create, which scopes to tick, and where. */
function KeyHelp({ provider }: { provider: ProviderInfo }) {
  const names = (optional: boolean) => provider.scopes.filter((scope) => scope.optional === optional);
  const key = `keyHelp.${provider.id}` as 'keyHelp.omnidimension';
  return (
    <div className={css.help}>
      <p>
        {i18n.t(key)}{' '}
        <a href={provider.keyPage} target="_blank" rel="noreferrer">
          {i18n.t('settings.keyPage', { provider: provider.name })}
        </a>
      </p>
      {provider.scopes.length > 0 && (
        <ul>
          {[...names(false), ...names(true)].map(({ name, optional }) => (
            <li key={name}>
              <code>{name}</code> {optional && <small>{i18n.t('settings.scopeOptional')}</small>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface FieldProps {
  name: string;
  label: string;
  hint: string;
  value?: string;
  placeholder?: string;
  problem?: string;
  /** Shows dots. Not a password field: password managers would offer to save an API key as the site's password. */
  secret?: boolean;
}

function Field({ name, label, hint, value, placeholder, problem, secret }: FieldProps) {
  const hintId = useId();
  return (
    <label className={css.field}>
      <span>{label}</span>
      <input
        type="text"
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        className={secret ? css.secret : undefined}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-describedby={hintId}
        aria-invalid={problem ? true : undefined}
      />
      <small id={hintId} className={problem ? css.problem : css.hint} role={problem ? 'alert' : undefined}>
        {problem ?? hint}
      </small>
    </label>
  );
}
