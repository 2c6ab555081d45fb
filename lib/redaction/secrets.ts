import { maskUrlInText } from './addresses';
import { maskEncoded } from './encoded';
import { maskNamedValues } from './lines';
import { maskPrivateKeys } from './privateKeys';
import { maskKeys } from './shapes';

const urls = /\b[a-z][a-z0-9+]{1,20}:(?:\\?\/){2}(?:\\\/|[^\s"'<>\\]){1,65536}/gi;
/** So often one encoding may stand in another. */
const deepest = 3;

/**
 * A text with the secrets masked that show by themselves: private keys, signed, webhook and reset addresses, keys by their shape,
 * values by their name, and all of these in text that is URL-encoded or base64.
 */
export function maskShapes(text: string, depth = 0): string {
  const hide = (inside: string) => (depth < deepest ? maskShapes(inside, depth + 1) : inside);
  const plain = maskPrivateKeys(text).replace(urls, (found) => maskUrlInText(found, hide));
  return maskEncoded(maskNamedValues(maskKeys(plain)), hide);
}
