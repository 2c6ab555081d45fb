import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { direction, i18n, language } from '#i18n';
import { UnlockContext } from '../../components/ui/UnlockContext';
import { takeLanguage } from '../browser/chosenLanguage';
import { ask } from '../messages';
import type { Preloaded } from '../storage/preload';
import { preloadStored } from '../hooks/useStored';
import { watch } from '../storage/item';
import { hidePersonalDataItem, languageItem, noteItem } from '../storage/items';
import { policyItem } from '../storage/policyItem';
import { createQueryClient, fillCache } from './queryClient';

const unlock = (passphrase: string) => ask('unlock', { passphrase });

/** What decides what may be shown and taken away. */
const decisive = [policyItem, hidePersonalDataItem, noteItem] as const;

interface MountOptions {
  /** The page's own name, after the product's. */
  title?(): string;
  /** What the page shows at once: it is not drawn before. For what takes a few milliseconds. */
  preloaded?: Promise<Preloaded>;
}

/** Shows an extension page's root component in `#root`, under the product's name and the page's own, if it has one. */
export function mount(Root: ComponentType, { title, preloaded }: MountOptions = {}): void {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no #root.');
  const client = createQueryClient();
  const show = () => {
    const { documentElement } = document;
    documentElement.lang = language();
    documentElement.dir = direction();
    document.title = [title?.(), i18n.t('productName')].filter(Boolean).join(' – ');
    createRoot(element).render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <UnlockContext value={unlock}>
            <Root />
          </UnlockContext>
        </QueryClientProvider>
      </StrictMode>,
    );
  };
  const known = preloadStored([languageItem, ...decisive]);
  // Everything on screen is said anew.
  watch(languageItem, (now) => void known.then(([shown]) => now !== shown && location.reload()));
  // What could not be preloaded is read, or its failure told, by the component that shows it.
  const filled = preloaded?.then(
    (read) => fillCache(client, read),
    () => {},
  );
  void Promise.all([filled, known.then(([chosen]) => takeLanguage(chosen))]).then(show, show);
}
