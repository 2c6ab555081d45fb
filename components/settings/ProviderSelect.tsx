import { useState } from 'react';
import { i18n } from '#i18n';
import type { ProviderInfo } from '../../lib/call/providerInfo';
import { Labelled } from './Labelled';
import css from './settings.module.css';

interface Props {
  providers: ProviderInfo[];
  chosen: string;
  onChoose(id: string): void;
}

/** So many are seen at a glance. */
const mostUnsearched = 5;

/** Letters and digits alone: “eleven labs” finds ElevenLabs. */
const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Chooses a provider; a long list is narrowed by a part of its name. */
export function ProviderSelect({ providers, chosen, onChoose }: Props) {
  const [text, setText] = useState('');
  const named = (words: string) => providers.filter(({ name }) => plain(name).includes(plain(words)));
  const found = named(text);
  const shown = found.length > 0 ? found : providers;

  const narrow = (words: string) => {
    setText(words);
    const left = named(words);
    if (left[0] && !left.some(({ id }) => id === chosen)) onChoose(left[0].id);
  };
  return (
    <>
      {providers.length > mostUnsearched && (
        <Labelled
          label={i18n.t('settings.findProvider')}
          hint={
            found.length === 0 ? i18n.t('settings.noSuchProvider') : text && shown.map(({ name }) => name).join(' · ')
          }
          isLive
        >
          {(names) => (
            <input
              {...names}
              type="search"
              value={text}
              autoComplete="off"
              onChange={(event) => narrow(event.target.value)}
              // The form is not done yet.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          )}
        </Labelled>
      )}
      <label className={css.field}>
        <span>{i18n.t('settings.provider')}</span>
        <select name="provider" value={chosen} onChange={(event) => onChoose(event.target.value)}>
          {shown.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
