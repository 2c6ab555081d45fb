import { plainEntities } from '../../call/entities';

const breaks = /<br\s*\/?\s*>|<\/?(?:p|div|li|ul|ol)\b[^<>]{0,200}>|\r\n|[\n\r\u2028\u2029]/i;
const marks = /<\/?(?:speak|prosody|emphasis|say-as|break|b|strong|i|em|u|span)\b[^<>]{0,200}>|<\/v>/gi;

/** The lines of a conversation, without the marks of HTML and of speech synthesis; line breaks may be written out. */
export function linesOf(conversation: string): string[] {
  const decoded = plainEntities(conversation);
  const broken = /[\n\r]/.test(decoded) ? decoded : decoded.replaceAll(/\\r\\n|\\[nr]/g, '\n');
  return broken.replaceAll(marks, '').split(breaks);
}
