import { mask } from './mask';
import { replaceRuns } from './runs';

const base64 = /[A-Za-z0-9+/_-]{16}/g;
/** Two equal signs belong to it at most. */
const base64End = /[^A-Za-z0-9+/_=-]|(?<==)[^=]|(?<===)=/g;
const run = /[^\s"'<>\\]/g;
const runEnd = /[\s"'<>\\]/g;
/** Text has no control characters but breaks and tabs. A few in a hundred may be what another encoding left. */
// oxlint-disable-next-line no-control-regex -- binary data is told by them
const binary = /[\0-\x08\x0e-\x1f\ufffd]/;

/** What base64 (or base64url) holds, if it is text; UTF-16 as text too. */
function textIn(found: string): string | undefined {
  const plain = found.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const whole = plain.length % 4 === 1 ? plain.slice(0, -1) : plain;
  const bytes = Uint8Array.from(atob(whole), (each) => each.charCodeAt(0));
  const text = new TextDecoder().decode(bytes.filter((each) => each !== 0));
  return binary.test(text) ? undefined : text;
}

/** The text that percent signs hide; what is no valid escape stays. */
export const unescaped = (found: string) =>
  found.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });

/**
 * A text with the encoded runs masked in which `hide` finds a secret: base64 as a whole, URL-encoded text decoded with its secret
 * masked. `hide` decides how deep one may stand in another.
 */
export function maskEncoded(text: string, hide: (text: string) => string): string {
  const opened = text.includes('%')
    ? replaceRuns(text, run, runEnd, (found) => {
        if (!/%[0-9a-f]{2}/i.test(found)) return found;
        const plain = unescaped(found);
        const hidden = hide(plain);
        return hidden === plain ? found : hidden;
      })
    : text;
  return replaceRuns(opened, base64, base64End, (found) => {
    const plain = textIn(found);
    return plain === undefined || hide(plain) === plain ? found : mask;
  });
}
