import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { apiAddress, isApiAddress } from '../../lib/browser/origins';
import type { ConnectionInput } from '../../lib/messages';
import type { ProviderInfo } from '../../lib/call/providerInfo';
import type { Connection } from '../../lib/call/connection';
import { settingsLimits } from '../../lib/call/settingsLimits';
import { Button } from '../ui/Button';
import { Field } from './Field';
import { KeyHelp } from './KeyHelp';
import css from './settings.module.css';
import { ZoneField } from './ZoneField';

interface Props {
  providers: ProviderInfo[];
  /** The connection being changed; absent for a new one. */
  connection?: Connection;
  busy: boolean;
  onSave(input: ConnectionInput): void;
  onCancel?(): void;
}

/** The name of the text field for what an account needs beside its key. */
const accountName = (name: string) => `account.${name}`;

/** What is wrong with the form, by field in its order; empty when it can be saved. `keyStays`: the stored key is for this address. Addresses: https, or http on this machine. */
export function checkInput(
  input: ConnectionInput,
  hasKey: boolean,
  fields: ProviderInfo['account'] = [],
  keyStays = hasKey,
): Record<string, string> {
  const key = input.key?.trim() ?? '';
  const invalid = fields.filter(({ name, pattern }) => {
    const value = input.account?.[name];
    return value && !new RegExp(`^(?:${pattern})$`).test(value);
  });
  return {
    ...(!key && hasKey && !keyStays ? { key: i18n.t('settings.keyElsewhere') } : {}),
    ...(!key && !hasKey ? { key: i18n.t('settings.keyMissing') } : {}),
    ...(/\s|[^\x21-\x7e]/.test(key) ? { key: i18n.t('settings.keyInvalid') } : {}),
    ...Object.fromEntries(
      invalid.map(({ name, phrase }) => [accountName(name), i18n.t('settings.accountInvalid', { phrase })]),
    ),
    ...(input.baseUrl && !isApiAddress(input.baseUrl) ? { baseUrl: i18n.t('settings.baseUrlInvalid') } : {}),
  };
}

/** Adds a connection, or changes one. A key that is left empty stays as it is. */
export function ConnectionForm({ providers, connection, busy, onSave, onCancel }: Props) {
  const [providerId, setProviderId] = useState(connection?.provider ?? providers[0]?.id ?? '');
  const [problems, setProblems] = useState<ReturnType<typeof checkInput>>({});
  const provider = providers.find((each) => each.id === providerId);
  const [chosenRegion, setRegion] = useState(connection?.region);
  const region = provider?.regions.find(({ id }) => id === chosenRegion) ?? provider?.regions[0];
  const fields = provider?.account ?? [];
  const sample = connection?.sample === true;

  /** A key is kept for one origin. An address that is none is told by itself. */
  const originOf = (input: Pick<ConnectionInput, 'region' | 'baseUrl'>) => {
    const address = apiAddress(provider?.regions ?? [], input) ?? '';
    return URL.canParse(address) ? new URL(address).origin : undefined;
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const text = (name: string) => String(values.get(name) ?? '').trim();
    const input: ConnectionInput = {
      id: connection?.id ?? crypto.randomUUID(),
      provider: providerId,
      label: text('label'),
      region: text('region') || undefined,
      baseUrl: text('baseUrl') || undefined,
      account: sample
        ? connection.account
        : Object.fromEntries(fields.map(({ name }) => [name, text(accountName(name))])),
      zone: text('zone') || undefined,
      key: text('key') || undefined,
    };
    const hasKey = sample || connection?.keyEnd !== undefined;
    const keyStays = hasKey && originOf(input) === originOf(connection ?? input);
    const found = checkInput(input, hasKey, fields, keyStays);
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
          longest={settingsLimits.label}
        />
        {!sample && (
          <>
            <Field
              name="key"
              label={i18n.t('settings.key')}
              secret
              problem={problems['key']}
              hint={
                connection?.keyEnd ? i18n.t('settings.keyKept', { end: connection.keyEnd }) : i18n.t('settings.keyHint')
              }
            />
            {fields.map(({ name, label, hint }) => (
              <Field
                key={name}
                name={accountName(name)}
                label={label}
                value={connection?.account?.[name]}
                problem={problems[accountName(name)]}
                hint={hint}
              />
            ))}
            {provider && provider.regions.length > 1 && (
              <label className={css.field}>
                <span>{i18n.t('settings.region')}</span>
                <select name="region" value={region?.id} onChange={(event) => setRegion(event.target.value)}>
                  {provider.regions.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name ?? id}
                    </option>
                  ))}
                </select>
                <small className={css.hint}>{i18n.t('settings.regionHint')}</small>
              </label>
            )}
            <Field
              name="baseUrl"
              label={i18n.t('settings.baseUrl')}
              value={connection?.baseUrl}
              placeholder={region?.baseUrl}
              problem={problems['baseUrl']}
              hint={i18n.t('settings.baseUrlHint')}
            />
          </>
        )}
        <ZoneField zone={connection?.zone} />
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
