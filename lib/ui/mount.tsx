import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { UnlockContext } from '../../components/ui/UnlockContext';
import { ask } from '../messages';
import type { Preloaded } from '../storage/preload';
import { createQueryClient, fillCache } from './queryClient';

const unlock = (passphrase: string) => ask('unlock', { passphrase });

interface MountOptions {
  /** The page's own name, after the product's. */
  title?: string;
  /** What the page shows at once: it is not drawn before. For what takes a few milliseconds. */
  preloaded?: Promise<Preloaded>;
}

/** Shows an extension page's root component in `#root`, under the product's name and the page's own, if it has one. */
export function mount(Root: ComponentType, { title, preloaded }: MountOptions = {}): void {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no #root.');
  document.documentElement.lang = browser.i18n.getUILanguage();
  document.title = [title, i18n.t('productName')].filter(Boolean).join(' – ');
  const client = createQueryClient();
  const show = () =>
    createRoot(element).render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <UnlockContext value={unlock}>
            <Root />
          </UnlockContext>
        </QueryClientProvider>
      </StrictMode>,
    );
  if (!preloaded) return show();
  // What could not be preloaded is read, or its failure told, by the component that shows it.
  void preloaded
    .then(
      (read) => fillCache(client, read),
      () => {},
    )
    .then(show);
}
