import { mask } from './mask';

/** What a field's name says of its value: a secret as a whole, a URL whose path is the secret, HTTP headers, or a recording's address. */
export type SecretKind = 'secret' | 'url' | 'headers' | 'recording';

const squashed =
  /passw(or)?d|passphrase|apikey|authorization|credential|(private|access|signing|shared|encryption|auth|subscription|secret)key|auth(entication)?value|authentication(token|key)/;
const secretWords = new Set(['secret', 'secrets', 'pwd', 'jwt', 'bearer', 'cookie', 'cookies', 'signature', 'sig']);
const exactNames = new Set(['auth', 'authentication', 'xapikey']);
const countWords =
  /^(total|prompt|completion|max|min|count|counts|input|output|usage|used|cached|estimated|limit|reasoning)$/;
const mediaWords = new Set(['recording', 'recordings', 'audio', 'voicemail', 'media']);
const addressWords = new Set(['url', 'urls', 'uri', 'link', 'links', 'path', 'file', 'src', 'href', 'sas']);
const hookWords = new Set(['webhook', 'webhooks', 'hook', 'callback']);
const hookAddresses = new Set(['url', 'urls', 'uri', 'link', 'endpoint', 'address']);

/** The meaning of a field's name in any spelling: `webhook_url`, `authenticationValue`, `X-Api-Key`. */
export function kindOfName(name: string): SecretKind | undefined {
  if (name.length > 100) return undefined;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const whole = words.join('');
  const some = (set: Set<string>) => words.some((word) => set.has(word));
  if (words.at(-1) === 'headers' || words.at(-1) === 'header') return 'headers';
  if (whole === 'recording' || whole === 'recordings' || (some(mediaWords) && some(addressWords))) return 'recording';
  if ((some(hookWords) && some(hookAddresses)) || /(webhook|callback)ur[li]/.test(whole)) return 'url';
  if (squashed.test(whole) || some(secretWords) || exactNames.has(whole)) return 'secret';
  // `total_tokens` counts what a model read; `access_token` opens a door.
  const token =
    words.includes('token') || words.includes('tokens') || /(access|refresh|auth|bearer|session)tokens?$/.test(whole);
  return token && !words.some((word) => countWords.test(word)) ? 'secret' : undefined;
}

const benignHeader =
  /^(accept(-.*)?|content-(type|length|encoding|language)|user-agent|cache-control|connection|date|origin|host)$/i;

/** Whether an HTTP header of this name never carries a secret. */
export const isBenignHeader = (name: string) => benignHeader.test(name.trim());

const hookHost =
  /(^|\.)(webhook\.site|hooks\.slack\.com|hooks\.zapier\.com|make\.com|integromat\.com|webhook\.office\.com|pipedream\.net|requestbin\.(com|net)|ifttt\.com|beeceptor\.com)$/i;
const hookPath = /\/(?:api\/)?(?:web)?hooks?(?:-test)?\/[^/?#]*\d|\/workflows\/[^/?#]{1,100}\/triggers\//i;
const recordingAddress =
  /^https?:\/\/recordings?\.|\/recordings?\/|bot\.call\.recording|\.(mp3|wav|ogg|oga|m4a|opus|flac)(?=$|[?#])/i;
const signedName = /^(key|policy|expires|hash|x-(amz|goog)-.*|awsaccesskeyid|googleaccessid|key-pair-id)$/i;
const signatureParts = /^(se|sp|sv|sr|st|spr|skoid|sktid|skt|ske|sks|skv)$/i;

/** A URL of which only the scheme and host are left; user-info and path are masked. Whatever is no URL is masked whole. */
export function maskUrl(text: string): string {
  const url = URL.parse(text);
  if (!url) return text.trimStart().startsWith('/') ? `/${mask}` : mask;
  if (!url.host) return `${url.protocol}${mask}`;
  return `${url.protocol}//${url.username || url.password ? `${mask}@` : ''}${url.host}/${mask}`;
}

function maskUrlInText(found: string): string {
  const plain = found.replaceAll('\\/', '/');
  const url = URL.parse(plain);
  if (!url) return found;
  const isHook = hookHost.test(url.hostname) || hookPath.test(url.pathname);
  if (isHook || url.username || url.password || recordingAddress.test(plain)) return maskUrl(plain);
  const signed = /[?&#;](sig|signature)=/i.test(plain);
  return found.replace(/([?&#;])([^=?&#;]{1,60})=([^&#;]+)/g, (whole, before: string, name: string) => {
    const secret = kindOfName(name) === 'secret' || signedName.test(name) || (signed && signatureParts.test(name));
    return secret ? `${before}${name}=${mask}` : whole;
  });
}

// Every run is bounded or made of classes that exclude what follows, so that no text takes more than linear time.
const shapes = [
  /\bsecret_key_[\w-]{4,}/gi,
  /(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g,
  /\bpit-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
  /\b(?:sk|rk|dnx|whsec|gh[opsu])_\w{6,}/g,
  /\bsk-[\w-]{16,}/g,
  /\bxox[a-z]-[\w-]{8,}/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\bAIza[\w-]{30,}/g,
  /\b[a-z0-9]{14}:[0-9a-f]{64}\b/g,
];
const urls = /\b[a-z][a-z0-9+]{1,20}:(?:\\?\/){2}(?:\\\/|[^\s"'<>\\])+/gi;
const schemes = /\b(bearer|basic)\s+([\w.~+/=:-]{8,})/gi;
const quoted = /(\\{0,8}["'])([\w.-]{2,60})(\\{0,8}["']\s{0,8}:\s{0,8}\\{0,8}["'])([^"'\\]+)/g;
const assigned = /\b([\w-]{2,40})=([^\s&"'<>;,]{3,})/g;
/** Tells `Bearer token123` from "the bearer certificate". */
const opaque = /\d|[a-z][A-Z]|[._~+/-]\w|=|^\S{20,}$/;

/** A text with the secrets masked that show by their shape: keys, tokens, signed and webhook URLs, `name=value` pairs. */
export function maskShapes(text: string): string {
  const isSecret = (name: string) => kindOfName(name) === 'secret';
  let masked = text
    .replace(urls, maskUrlInText)
    .replace(schemes, (whole, scheme: string, value: string) => (opaque.test(value) ? `${scheme} ${mask}` : whole));
  for (const shape of shapes) masked = masked.replace(shape, mask);
  return masked
    .replace(quoted, (whole, before: string, name: string, between: string, value: string) => {
      const kind = kindOfName(name);
      if (!kind || kind === 'headers') return whole;
      return `${before}${name}${between}${kind === 'secret' ? mask : maskUrl(value)}`;
    })
    .replace(assigned, (whole, name: string) => (isSecret(name) ? `${name}=${mask}` : whole));
}
