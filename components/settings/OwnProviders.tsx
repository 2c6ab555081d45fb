import { type ChangeEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { AddedProvider, ProviderInfo } from '../../lib/call/providerInfo';
import { settingsLimits } from '../../lib/call/settingsLimits';
import { asFailure, type Failure } from '../../lib/errors';
import { Button } from '../ui/Button';
import { formatNumber } from '../ui/format';
import { Notice } from '../ui/Notice';
import { Problem } from '../ui/Problem';
import { Section } from '../ui/Section';
import { DeleteButton } from './DeleteButton';
import css from './settings.module.css';

interface Props {
  /** Those that the user described. */
  described: { id: string; name: string }[];
  /** All there are; one that is not among them cannot be read. */
  providers: ProviderInfo[];
  /** The user's organization says which connections there are. */
  locked: boolean;
  onAdd(text: string): Promise<AddedProvider>;
  onRemove(id: string): Promise<void>;
}

/** The providers that the user described, and the way to add one. */
export function OwnProviders({ described, providers, locked, onAdd, onRemove }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<{ file: string; problems: string[] }>();
  const [failure, setFailure] = useState<Failure>();
  const [done, setDone] = useState('');

  const attempt = async (work: () => Promise<string>) => {
    setRefused(undefined);
    setFailure(undefined);
    setDone('');
    await work().then(setDone, (error: unknown) => setFailure(asFailure(error)));
  };
  const add = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    void attempt(async () => {
      const said = await addedFrom(chosen, onAdd);
      input.value = '';
      if ('name' in said) return i18n.t('ownProviders.added', { name: said.name });
      setRefused({ file: chosen.name, problems: said.problems });
      return '';
    });
  };
  const remove = (id: string, name: string) =>
    void attempt(async () => {
      await onRemove(id);
      return i18n.t('ownProviders.removed', { name });
    });

  if (locked) return null;
  return (
    <Section title={i18n.t('ownProviders.title')}>
      <p className={css.hint}>{i18n.t('ownProviders.hint')}</p>
      {described.length > 0 && (
        <ul className={css.list} aria-label={i18n.t('ownProviders.title')}>
          {described.map(({ id, name }) => (
            <OwnProvider
              key={id}
              name={name}
              info={providers.find((each) => each.id === id)}
              onRemove={() => remove(id, name)}
            />
          ))}
        </ul>
      )}
      <div className={css.buttons}>
        <Button onClick={() => file.current?.click()}>{i18n.t('ownProviders.add')}</Button>
      </div>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={i18n.t('ownProviders.add')}
        onChange={add}
      />
      {refused && (
        <Notice role="alert" tone="negative">
          <p>{i18n.t('ownProviders.refused', { file: refused.file })}</p>
          <ul className={css.problems}>
            {refused.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {failure && <Problem failure={failure} onNext={() => file.current?.click()} />}
      <p role="status">{done}</p>
    </Section>
  );
}

async function addedFrom(file: File, onAdd: Props['onAdd']): Promise<AddedProvider> {
  const most = settingsLimits.description;
  const tooLarge = () => ({ problems: [i18n.t('ownProviders.tooLarge', { kilobytes: formatNumber(most / 1000) })] });
  return file.size > most ? tooLarge() : onAdd(await file.text());
}

function OwnProvider({ name, info, onRemove }: { name: string; info?: ProviderInfo; onRemove(): void }) {
  const title = i18n.t('ownProviders.removeTitle', { name });
  return (
    <li className={css.connection}>
      <div className={css.head}>
        <div className={css.name}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          {info ? (
            <span className={css.meta}>{info.regions.map(({ baseUrl }) => baseUrl).join(' · ')}</span>
          ) : (
            <span className={css.problem}>{i18n.t('ownProviders.unreadable')}</span>
          )}
        </div>
        <div className={css.buttons}>
          <DeleteButton
            text={i18n.t('settings.remove')}
            name={title}
            title={title}
            question={i18n.t('ownProviders.removeQuestion', { name })}
            yes={i18n.t('ownProviders.removeYes')}
            onDelete={onRemove}
          />
        </div>
      </div>
    </li>
  );
}
