import type { ProviderWords } from '../provider';

export const words: ProviderWords = {
  idLabels: ['omni', 'omnidim', 'omnidimension'],
  actions: { function_call: { en: 'Called a function' } },
};
