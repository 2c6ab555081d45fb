import { mask } from './mask';

const begin = /-{4,5}\s?BEGIN [A-Z0-9 ]{0,60}PRIVATE KEY(?: BLOCK)?\s?-{4,5}|PuTTY-User-Key-File-\d/g;
const end = /-{4,5}\s?END [A-Z0-9 ]{0,60}PRIVATE KEY(?: BLOCK)?\s?-{4,5}|Private-MAC: ?[0-9a-f]*/g;

/** A text with private keys (PEM, OpenSSH, PGP, PuTTY) masked whole; one without an end is masked to the end of the text. */
export function maskPrivateKeys(text: string): string {
  if (!text.includes('PRIVATE KEY') && !text.includes('PuTTY-')) return text;
  let masked = '';
  let done = 0;
  for (const { index } of text.matchAll(begin)) {
    if (index < done) continue;
    end.lastIndex = index;
    const last = end.exec(text);
    masked += text.slice(done, index) + mask;
    done = last ? end.lastIndex : text.length;
  }
  return masked + text.slice(done);
}
