import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { apiAddress } from '../../lib/browser/origins';
import type { ConnectionInput } from '../../lib/messages';
import type { ProviderInfo } from '../../lib/call/providerInfo';
import type { Connection } from '../../lib/call/connection';
import { settingsLimits } from '../../lib/call/settingsLimits';
import { Button } from '../ui/Button';
import { accountName, checkInput } from './checkInput';
import { Field } from './Field';
import { GatewayFields } from './GatewayFields';
import { KeyHelp } from './KeyHelp';
import { Labelled } from './Labelled';
import { ProviderSelect } from './ProviderSelect';
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

/** Adds a connection, or changes one. A key that is left empty stays as it is. */
export function ConnectionForm({ providers, connection, busy, onSave, onCancel }: Props) {
  const [providerId, setProviderId] = useState(connection?.provider ?? providers[0]?.id ?? '');
  const [problems, setProblems] = useState<ReturnType<typeof checkInput>>({});
  const provider = providers.find((each) => each.id === providerId);
  const [chosenRegion, setRegion] = useState(connection?.region);
  const region = provider?.regions.find(({ id }) => id === chosenRegion) ?? provider?.regions[0];
  const fields = provider?.account ?? [];
  const sample = connection?.sample === true;
  // Whose address is not the provider's own is the company's gateway.
  const [isGateway, setGateway] = useState(connection?.baseUrl !== undefined);

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
      baseUrl: text('baseUrl').replace(/\/+$/, '') || undefined,
      account: sample
        ? connection.account
        : Object.fromEntries(fields.map(({ name }) => [name, text(accountName(name))])),
      zone: text('zone') || undefined,
      key: text('key') || undefined,
    };
    const hasKey = sample || connection?.keyEnd !== undefined;
    const keyStays = hasKey && originOf(input) === originOf(connection ?? input);
    const found = checkInput(input, { hasKey, keyStays, fields, isGateway: isGateway && !sample });
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
        {!connection && <ProviderSelect providers={providers} chosen={providerId} onChoose={setProviderId} />}
        {!sample && (
          <label className={css.field}>
            <span>{i18n.t('gateway.way')}</span>
            <select
              name="way"
              value={isGateway ? 'gateway' : 'provider'}
              onChange={(event) => setGateway(event.target.value === 'gateway')}
            >
              <option value="provider">{i18n.t('gateway.toProvider')}</option>
              <option value="gateway">{i18n.t('gateway.toGateway')}</option>
            </select>
          </label>
        )}
        {provider && !sample && !isGateway && <KeyHelp provider={provider} />}
        <Field
          name="label"
          label={i18n.t('settings.label')}
          value={connection?.label}
          hint={i18n.t('settings.labelHint')}
          longest={settingsLimits.label}
        />
        {!sample && (
          <>
            {isGateway ? (
              <GatewayFields connection={connection} problems={problems} />
            ) : (
              <Field
                name="key"
                label={i18n.t('settings.key')}
                secret
                problem={problems['key']}
                hint={
                  connection?.keyEnd
                    ? i18n.t('settings.keyKept', { end: connection.keyEnd })
                    : i18n.t('settings.keyHint')
                }
              />
            )}
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
            {provider && provider.regions.length > 1 && !isGateway && (
              <Labelled label={i18n.t('settings.region')} hint={i18n.t('settings.regionHint')}>
                {(names) => (
                  <select
                    {...names}
                    name="region"
                    value={region?.id}
                    onChange={(event) => setRegion(event.target.value)}
                  >
                    {provider.regions.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name ?? id}
                      </option>
                    ))}
                  </select>
                )}
              </Labelled>
            )}
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
