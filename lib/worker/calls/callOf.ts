import type { Call, Json } from '../../call/call';
import type { CallRef } from '../../call/callRef';
import { providerById } from '../../providers';
import { wordKey } from '../../call/vendorWords';
import type { ProviderWords } from '../../providers/provider';
import { redact } from '../../redaction/redact';
import { inUiLanguage } from '../inUiLanguage';
import { inZone } from './inZone';

/**
 * A provider's reply as a call: redacted first, mapped second, so that nothing that shows or stores it needs to think of secrets.
 * @param zone IANA's name of the account's time zone, where its connection states one
 */
export function callOf(ref: CallRef, raw: Json, zone?: string): Call {
  const { toCall, words, isMonthFirst = false } = providerById(ref.provider);
  const { value, masked } = redact(raw);
  const call = inWords(toCall(ref.id, value), words);
  return { ref, ...(zone === undefined ? call : inZone(call, { zone, isMonthFirst })), masked };
}

/** Adds what the words mean that only this vendor has. */
function inWords<T extends Omit<Call, 'ref' | 'masked'>>(call: T, words: ProviderWords): T {
  const said = { status: call.status?.raw, endReason: call.endReason, endedBy: call.endedBy };
  const ofFamily = words.endReasonFamilies?.find(([family]) => family.test(call.endReason ?? ''))?.[1];
  const meanings = Object.entries(said).flatMap(([term, raw]) => {
    const own = named(words[term as keyof typeof said], wordKey(raw ?? ''))?.meaning;
    const meaning = own ?? (term === 'endReason' ? ofFamily : undefined);
    return meaning ? [[term, inUiLanguage(meaning)]] : [];
  });
  return {
    ...call,
    actions: call.actions.map((action) => {
      const typeName = named(words.actions, action.type);
      return typeName ? { ...action, typeName: inUiLanguage(typeName) } : action;
    }),
    ...(meanings.length > 0 && { meanings: Object.fromEntries(meanings) as Call['meanings'] }),
  };
}

const named = <W>(words: Record<string, W> | undefined, word: string): W | undefined =>
  words && Object.hasOwn(words, word) ? words[word] : undefined;
