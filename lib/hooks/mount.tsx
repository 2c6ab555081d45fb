import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { createQueryClient } from './queries';

/** Shows an extension page's root component in `#root`. */
export function mount(Root: ComponentType): void {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no #root.');
  document.documentElement.lang = browser.i18n.getUILanguage();
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <Root />
      </QueryClientProvider>
    </StrictMode>,
  );
}
