import { maskUrl, maskUrlInText } from './addresses';
import { maskEncoded } from './encoded';
import { maskNamedValues } from './lines';
import { mask } from './mask';
import { maskPrivateKeys } from './privateKeys';
import { replaceRuns } from './runs';
import { type KeyRules, maskKeys, rulesFor } from './shapes';

const url = /\b[a-z][a-z0-9+]{1,20}:(?:\\?\/){2}(?:\\\/|[^\s"'<>\\])/gi;
const urlEnd = /[\s"'<>]|\\(?!\/)/g;
/** A longer address is none that anybody opens: all but its host is masked. UTF-16 units. */
const longestUrl = 1 << 16;
/** So often one encoding may stand in another. */
const deepest = 3;

/** One or two short words: too little for an address or encoded text, and nothing in it is named. A key may be as short. */
const isShort = /^(?!.*(?:pass|bearer|basic))\w{1,15}(?: \w{1,15})?$/i;

/**
 * A text with the secrets masked that show by themselves: private keys, signed, webhook and reset addresses, keys by their shape,
 * values by their name, and all of these in text that is URL-encoded or base64. `rules` are those of a whole that the text is part of.
 */
export function maskShapes(text: string, rules: KeyRules = rulesFor(text), depth = 0): string {
  if (text.length < 32 && isShort.test(text)) return maskKeys(text, rules);
  const hide = (inside: string) => (depth < deepest ? maskShapes(inside, rulesFor(inside), depth + 1) : inside);
  const hideUrl = (found: string) => (found.length > longestUrl ? maskUrl(found) : maskUrlInText(found, hide));
  try {
    const plain = replaceRuns(maskPrivateKeys(text), url, urlEnd, hideUrl);
    return maskEncoded(maskNamedValues(maskKeys(plain, rules)), hide);
  } catch (error) {
    // An expression that needs more room than there is for it, in a text of megabytes: what cannot be read through is not shown.
    if (error instanceof RangeError) return mask;
    throw error;
  }
}
