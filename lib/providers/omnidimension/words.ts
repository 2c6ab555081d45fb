import type { ProviderWords } from '../provider';

export const words: ProviderWords = {
  actions: { function_call: { en: 'Called a function' } },
};
