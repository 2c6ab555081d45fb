import { useQuery } from '@tanstack/react-query';
import { i18n } from '#i18n';
import type { SayingCall } from '../call/sayings';
import { cachedCallsWith } from '../storage/callCache';
import { hidePersonalDataItem } from '../storage/items';
import { useStored } from './useStored';

/** What came of searching the calls read in this browser session for words. */
export interface FoundWords {
  words: string;
  calls: SayingCall[];
  /** How many calls were searched. */
  among: number;
}

/** The longest text that is taken for words: a longer one is something pasted. */
const longest = 200;

/** The words that a text asks for by itself, as "said: refund" does; `undefined` for any other text. */
export function askedWords(text: string): string | undefined {
  const prefix = i18n.t('words.prefix').toLowerCase();
  const asked = text.trim();
  if (!asked.toLowerCase().startsWith(prefix)) return undefined;
  return asked.slice(prefix.length).replace(/\s+/g, ' ').trim() || undefined;
}

/** A text without an ID as words; `undefined` for a column or a page of text. */
export function plainWords(text: string): string | undefined {
  const words = text.trim();
  return words && words.length <= longest && !words.includes('\n') ? words.replace(/\s+/g, ' ') : undefined;
}

async function search(words: string, hidesPersonalData: boolean): Promise<FoundWords> {
  const [{ fold }, { findSayings }, { hidePersonalDataOf }] = await Promise.all([
    import('../call/textSearch'),
    import('../call/sayings'),
    import('../redaction/personalData'),
  ]);
  // As JSON spells them.
  const wanted = fold(JSON.stringify(words).slice(1, -1));
  const { calls, among } = await cachedCallsWith((json) => fold(json).includes(wanted));
  const shown = hidesPersonalData ? calls.map((call) => hidePersonalDataOf({ ...call, raw: null })) : calls;
  return { words, calls: findSayings(shown, words), among };
}

/** Searches for words, once for each time they are submitted. Only what the session holds is read, and nothing is stored. */
export function useWords(words: string | undefined, run: number | undefined) {
  const hides = useStored(hidePersonalDataItem);
  return useQuery({
    queryKey: ['words', words, run, hides],
    queryFn: () => search(words ?? '', hides),
    enabled: words !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
}
