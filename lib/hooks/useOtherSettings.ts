import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readTemplate } from '../export/note';
import { ask } from '../messages';
import type { Language } from '../language/languages';
import { describedItem, hidePersonalDataItem, languageItem, noteItem } from '../storage/items';
import { useProviders } from './useProviders';
import { useProviderName } from './useProviderName';
import { setStored, useStored } from './useStored';

/** What the options page holds beside connections, and everything a click there does. */
export function useOtherSettings() {
  const client = useQueryClient();
  const stored = useStored(noteItem);
  const changed = (key: 'providers' | 'connections') => client.invalidateQueries({ queryKey: [key] });
  return {
    providers: useProviders(),
    providerName: useProviderName(),
    described: useStored(describedItem),
    addProvider: async (text: string) => {
      const added = await ask('addProvider', { text });
      await changed('providers');
      return added;
    },
    removeProvider: async (provider: string) => {
      await ask('removeProvider', { provider });
      await changed('providers');
      await changed('connections');
    },
    note: useMemo(() => readTemplate(stored), [stored]),
    saveNote: (parts: string[] | null) => void setStored(noteItem, parts),
    hidesPersonalData: useStored(hidePersonalDataItem),
    setHidesPersonalData: (on: boolean) => void setStored(hidePersonalDataItem, on),
    language: useStored(languageItem),
    setLanguage: (language: Language | null) => void ask('setLanguage', { language }).catch(() => {}),
    exportSettings: () => ask('exportSettings', {}),
    importSettings: async (text: string) => {
      const result = await ask('importSettings', { text });
      await changed('connections');
      return result;
    },
    clearAll: async () => {
      await ask('clearAll', {});
      await client.invalidateQueries();
    },
  };
}
