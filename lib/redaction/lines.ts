import { maskUrl as maskAddress } from './addresses';
import { mask } from './mask';
import { isOpaque, isOrdinary, kindOfName } from './names';

const quoted = /(\\{0,8}["'])([\w.-]{2,60})(\\{0,8}["']\s{0,8}(?::|=>?)\s{0,8}\\{0,8}["'])([^"'\\]+)/g;
const number = /(\\{0,8}["'])([\w.-]{2,60})(\\{0,8}["']\s{0,8}:\s{0,8})(\d[\d.]{2,40})/g;
/** One word that is a name, or the two by which a key is spoken of: `API key: …`, `client secret = …`, `password is …`. */
const named =
  /(?<![\w-])((?:(?:api|access|secret|private|client|auth|refresh|bearer|signing|app|account|security|encryption|master|admin|licen[cs]e)\s)?[A-Za-z_][\w-]{1,59})(\s{0,3}(?:=>|:=|[:=])\s{0,3}|\s(?:is|was|set\sto|is\sset\sto|changed\sto)\s|\s(?=[\w-]{20})|(?<=pass(?:word|wd|phrase|code))\s(?=\S{0,60}\d))/gi;
const xml =
  /(<|&lt;)([A-Za-z][\w:.-]{1,60})((?:\s[^<>]{0,200}?)?)(>|&gt;)(<!\[CDATA\[)?((?:(?!&lt;|\]\]>)[^<]){1,4000})(\]\]>)?(?=<\/|&lt;\/)/g;
const xmlName = /\s(?:key|name|id)=["']([\w.:-]{2,60})["']/i;
const xmlPair = /\b(key|name|id|type)=(["'])([\w.:-]{2,60})\2(\s{1,3}value=)(["'])([^"'<>]{1,2000})\5/gi;
const xmlPairTurned = /\b(value=)(["'])([^"'<>]{1,2000})\2(?=\s{1,3}(?:key|name|id|type)=(["'])([\w.:-]{2,60})\4)/gi;
/** A name, and its value in the next element, as Apple's lists of properties have them. */
const plist = /(<(?:key|name)>([\w .-]{2,60})<\/(?:key|name)>\s{0,40}<(?:string|value)>)([^<]{1,4000})(?=<\/)/g;
const xmlValue = /(<([A-Za-z][\w:.-]{1,60})\s(?:[^<>]{0,200}?\s)?value=)(["'])([^"'<>]{1,2000})\3/g;
const cookieSet = /\b(cookies?["']?\s{0,3}[:=]\s{0,3})\{[^{}\n]{0,200}["']\s{0,3}:[^{}\n]{1,2000}\}/gi;
const curlCookie = /\b(curl\b[^\n]{0,500}?\s(?:-b|--cookie)[\s=]{1,2}["']?)([^\s"'=]{1,100}=[^"'\n]{2,2000})/g;
const digest = /\b(authorization["']?\s{0,3}[:=]\s{0,3}["']?digest\s)[^\r\n]{1,4000}/gi;
const flag = /(?<![\w-])(--?[A-Za-z][\w-]{1,40})([=\s]\s{0,2})("[^"\n]{1,500}"|'[^'\n]{1,500}'|[^\s"'<>]{3,500})/g;
const user = /(?<![\w-])(-u|--user|--proxy-user|-U)([=\s]?\s{0,2}["']?)([\w$@.+-]{1,100}:)([^\s"'<>]{2,500})/g;
const program =
  /\b((?:sshpass|mysql\w{0,10}|mariadb|docker login|redis-cli|mongo\w{0,5})\b[^\n]{0,200}?\s-(?:p|a)\s?)([^\s"'-][^\s"']{2,200})/g;
const schemes = /\b(bearer|basic)\s+([\w.~+/=:-]{8,})/gi;
/** Tells `Bearer token123` from "the bearer certificate". */
/** `bearer bonds-2024`. */
const word = /^[a-z]+-\d{1,4}$/i;
const machine = /\d|[a-z][A-Z]|[._~+/]\w|=$|^\S{24,}$/;
/** What is said of a password. */
export const answers =
  /^(?:n\/a|not [a-z]{2,12}|forgot|forgotten|reset|required|unknown|none|same|changed|correct|wrong|incorrect|invalid|yes|no|expired)$/i;
const knownScheme =
  /^(?:token|bearer|basic|digest|api-?key|key|bot|ghost|sso-key|zoho-oauthtoken|klaviyo-api-key|sharedkey\w*|hmac[\w-]*|aws4[\w-]*)\s+[^\s"'\\,;]{8,}/i;
/** `Basic` is a word of sales, too: what follows has to be base64 of a user and a password. */
const credentials = (value: string) => {
  if (!/^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(value) || /^[a-z]+(?:-[a-z]+)*$/.test(value)) return false;
  const plain = value.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  return plain.length % 4 !== 1 && atob(plain).includes(':');
};

const lineBreak = /[\r\n"'`<>]|\\[nrt"']/;
const lineAt = (text: string, at: number) => {
  const line = text.slice(at, at + 4000);
  const end = line.search(lineBreak);
  return end < 0 ? line : line.slice(0, end);
};
const startsLine = (before: string) =>
  before === '' || /[\r\n"'`=&?{[(,;|>]\s{0,3}$|\\[nrt]$|-H\s$|--header\s$/.test(before);

/** How many characters behind `name: ` are a secret; 0 if none are. */
function secretLength(text: string, at: number, name: string, between: string, before: string): number {
  const kind = kindOfName(name);
  if (kind !== 'secret' && kind !== 'opaque') return 0;
  const opening = /^\\{0,8}["'`]/.exec(text.slice(at, at + 9))?.[0] ?? '';
  const line = lineAt(text, at + opening.length);
  const first = /^[^\s"'<>,;&\\]+/.exec(line)?.[0] ?? '';
  if (first === '' || first.startsWith(mask)) return 0;
  const whole = first.length + opening.length;
  const said = /\w/.test(between);
  const colon = between.includes(':') && !between.includes('=');
  if (/^(set-)?cookie2?$/i.test(name))
    return !said && /^[^\s=;,]{1,200}=/.test(line) ? line.trimEnd().length + opening.length : 0;
  if (/authorization$/i.test(name) && !said) {
    const [scheme] = /^[A-Za-z][\w-]{0,30}\s+(?=[^\s,;]*[\d=])[^\s,;]{6,}/.exec(line) ?? [];
    if (scheme && startsLine(before)) return line.trimEnd().length + opening.length;
    const known = knownScheme.exec(line)?.[0];
    if (known && /\d/.test(known)) return known.length + opening.length;
    return isOpaque(first) || (startsLine(before) && /\d/.test(first) && first.length >= 10) ? whole : 0;
  }
  const value = first.replace(/[.!?)]+$/, '');
  const length = value.length + opening.length;
  if (between.trim() === '' && /^pass/i.test(name))
    return value.length >= 6 && /\d/.test(value) && /[A-Za-z]/.test(value) ? length : 0;
  if (between.trim() === '') return isOpaque(value) && /[A-Za-z].*\d.*[A-Za-z].*\d/.test(value) ? length : 0;
  const end = at + opening.length + line.length;
  const isQuoted = opening !== '' && text.startsWith(opening.at(-1)!, end + (text[end] === '\\' ? 1 : 0));
  if (/^[a-z]+:\/\//i.test(value) || answers.test(isQuoted ? line : value)) return 0;
  // In quotes a password may hold spaces.
  if (isQuoted && kind === 'secret' && !isOrdinary(name)) return opening.length + line.length;
  if (kind === 'opaque') return isOpaque(value) ? length : 0;
  if (said)
    return value.length >= (isOrdinary(name) ? 16 : 6) && /\d/.test(value) && /[A-Za-z]/.test(value) ? length : 0;
  if (/tokens$/i.test(name) && /^\d+$/.test(value)) return 0;
  if (!colon) return first.length >= 3 || opening ? whole : 0;
  if (isOrdinary(name))
    return value.length >= 8 && /\d/.test(value) && (/[A-Za-z]/.test(value) || value.length >= 16) ? length : 0;
  const alone = startsLine(before) && line.trim() === first;
  return alone || opening || /\d|[a-z][A-Z]|[!@#$%^&*_+~=]|^\S{20,}$/.test(value) ? length : 0;
}

/** The values behind names in lines of headers, settings and speech. */
function maskNamed(text: string): string {
  let masked = '';
  let done = 0;
  for (const found of text.matchAll(named)) {
    const [all, name = '', between = ''] = found;
    if (found.index < done) continue;
    const at = found.index + all.length;
    const length = secretLength(text, at, name, between, text.slice(Math.max(0, found.index - 12), found.index));
    if (length === 0) continue;
    const opening = /^\\{0,8}["'`]/.exec(text.slice(at, at + 9))?.[0] ?? '';
    masked += text.slice(done, at) + opening + mask;
    done = at + length;
  }
  return masked + text.slice(done);
}

/** Stands in every text in which one of the expressions above finds something. */
const telling = /["'<=:-]|&lt;|bearer|basic|pass\w{2,6}\s|\s(?:is|was|to)\s|[\w-]{20}/i;

/** A text with what is named a secret in it masked: fragments of JSON, lines, XML, commands, and credentials behind their scheme. */
export function maskNamedValues(text: string): string {
  if (!telling.test(text)) return text;
  const isSecret = (name: string) => kindOfName(name) === 'secret';
  const hidden = text
    .replace(schemes, (whole, scheme: string, value: string) =>
      (/^basic$/i.test(scheme) ? credentials(value) : machine.test(value) && !word.test(value))
        ? `${scheme} ${mask}`
        : whole,
    )
    .replace(quoted, (whole, before: string, name: string, between: string, value: string) => {
      const kind = kindOfName(name);
      if (!kind || kind === 'headers' || (kind === 'opaque' && !isOpaque(value))) return whole;
      if (kind === 'secret' || kind === 'opaque') return `${before}${name}${between}${mask}`;
      return /^\S*[/:]\S*$/.test(value)
        ? `${before}${name}${between}${value.includes(mask) ? value : maskAddress(value)}`
        : whole;
    })
    .replace(number, (whole, before: string, name: string, between: string) =>
      isSecret(name) && !isOrdinary(name) ? `${before}${name}${between}"${mask}"` : whole,
    )
    .replace(digest, `$1${mask}`)
    .replace(xml, (whole, ...[begin, name, attributes, end, , value]: string[]) =>
      value!.trim() !== '' && (isSecret(name!.replace(/^.*:/, '')) || isSecret(xmlName.exec(attributes!)?.[1] ?? ''))
        ? `${begin}${name}${attributes}${end}${mask}`
        : whole,
    )
    .replace(plist, (whole, before: string, name: string) => (isSecret(name) ? `${before}${mask}` : whole))
    .replace(xmlPairTurned, (whole, before: string, quote: string, _value, _quote, name: string) =>
      isSecret(name) ? `${before}${quote}${mask}${quote}` : whole,
    )
    .replace(xmlValue, (whole, before: string, name: string, quote: string) =>
      isSecret(name.replace(/^.*:/, '')) ? `${before}${quote}${mask}${quote}` : whole,
    )
    .replace(cookieSet, `$1${mask}`)
    .replace(curlCookie, `$1${mask}`)
    .replace(xmlPair, (whole, key: string, quote: string, name: string, between: string, end: string) =>
      isSecret(name) ? `${key}=${quote}${name}${quote}${between}${end}${mask}${end}` : whole,
    )
    .replace(user, `$1$2$3${mask}`)
    .replace(program, `$1${mask}`)
    .replace(flag, (whole, name: string, between: string) =>
      isSecret(name.replace(/^-+/, '')) ? `${name}${between}${mask}` : whole,
    );
  return maskNamed(hidden);
}
