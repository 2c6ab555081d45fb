/**
 * What a field's name says of its value: a secret as a whole, a secret if it looks like one, a URL whose path is the secret, HTTP
 * headers, or a recording's address.
 */
export type SecretKind = 'secret' | 'opaque' | 'url' | 'headers' | 'recording';

const squashed =
  /passw(or)?d|passphrase|passcode|accountsid|(db|database|smtp|mysql|postgres|redis|ftp|ssh|root|admin|user)pass$|apikey|credential|(private|access|account|signing|shared|encryption|encrypted|auth|subscription|secret|license|zapi)key|auth(entication)?value|authentication(token|key)|(api|app|client|consumer)secret|(csrf|xsrf|api)token/;
/** Written as one word, where `service_key` may be a key of another kind. */
const runTogether =
  /(?:webhook|hmac|signing|jwt|token|shared|user|auth|oauth|bot|totp|verification|session|server|account|service)secret$|(?:user|login|device|push|bot|id|webhook|verif\w{1,7}|app|client|oauth|jwt|service|page|hub|admin|security|id)tokens?$|(?:master|service|admin|security|session|server|client|webhook|hmac|jwt|deploy|app)key$|(?:bearer|basic|api|http)auth$|(?:user|login|admin|db|my|root)pwd$|(?:auth|session)cookies?$|(?:auth|access|recovery|backup)codes?$/;
const secretWords = new Set([
  'secret',
  'secrets',
  'pwd',
  'jwt',
  'bearer',
  'cookie',
  'cookies',
  'signature',
  'sig',
  'sas',
]);
const exactNames = new Set([
  'auth',
  'authentication',
  'authorization',
  'xapikey',
  'sessionid',
  'sessid',
  'pass',
  'phpsessid',
  'jsessionid',
]);
/** Words of a call's own subject, too: a clinic's token, a prior authorization, the bearer of a certificate. */
const ordinary =
  /^(tokens?|authori[sz]ations?|signatures?|sig|bearer|credential(s|ed|ing)?|cookies?|auth|authentication|secrets?|pass)$/;
const countWords =
  /^(total|prompt|completion|max|min|count|counts|input|output|usage|used|cached|estimated|limit|reasoning)$/;
/** What follows a secret's name where the value tells about the secret, and is none: `token_number`, `password_reset_requested`. */
const aboutWords =
  /^(number|numbers|no|status|state|requested|request|reset|required|requires|needed|type|count|hint|policy|strength|length|expir(y|es|ed|ation)|at|in|date|time|method|valid|verified|verification|changed|updated|created|sent|provided|received|enabled|supported|result|reason|question|level|scheme|algorithm|issue|problem|help|forgotten|lost|known|shared|used|given|missing|valid|working|available)$/;
const asking = /^(is|has|had|needs?|requires?|wants?|should|can|forgot|lost|uses?|knows?|shares?|gave|got|received)$/;
const visitWords =
  /^(queue|appointment|visit|opd|counter|patient|parking|waiting|prior|pre|holder|customer|insurance)$/;
/** Beside one of these a word of a call's subject is a program's: `X-Auth-Token`, `access_token`. */
const ofPrograms = /^(x|http|https|proxy|api|amz|access|refresh|csrf|xsrf|oauth|jwt)$/;
const technical = /^(http|https|proxy|x|api|amz|request|rest|server|header|env|raw)$/;
const mediaWords = new Set(['recording', 'recordings', 'audio', 'voicemail', 'media', 'pcap']);
const addressWords = new Set(['url', 'urls', 'uri', 'link', 'links', 'path', 'file', 'src', 'href', 'sas']);
/** What a program calls: a server behind a tool, a model of one's own. To have its address may be to be let in. */
const hookWords = new Set(['webhook', 'webhooks', 'hook', 'callback', 'server', 'model']);
const doorWords = new Set(['reset', 'magic', 'login', 'signin', 'activation', 'passwordless']);
const hookAddresses = new Set(['url', 'urls', 'uri', 'link', 'endpoint', 'address']);
/** Where a call is heard, steered or joined while it goes on, its own log, what an agent looked up, and links that were signed. */
const openWords = new Set(['listen', 'control', 'join', 'room', 'signed', 'presigned', 'log', 'logs', 'retrieved']);
const callAddress = /^(?:web)?call(?:url|sipuri)$/;

const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** What is in every name that tells something, whatever stands between its letters. */
const telling =
  /head|record|audio|voicemail|media|pcap|hook|server|model|listen|control|join|room|signed|log|retrieved|callurl|callsip|accountsid|callback|reset|magic|login|signin|activation|pass|key|cred|auth|token|secret|pwd|jwt|bearer|cookie|sig|sas|sess|code/;

/** The meaning of a field's name in any spelling: `webhook_url`, `authenticationValue`, `X-Api-Key`. */
export function kindOfName(name: string): SecretKind | undefined {
  if (name.length > 100 || !telling.test(name.toLowerCase().replace(/[^a-z0-9]+/g, ''))) return undefined;
  // A mark that keeps a variable from the model that talks, whatever the rest of its name says.
  if (/^secret__/i.test(name)) return 'secret';
  const words = wordsOf(name);
  const whole = words.join('');
  const some = (set: Set<string>) => words.some((word) => set.has(word));
  const last = words.at(-1) ?? '';
  if (last === 'headers' || last === 'header') return 'headers';
  if (whole === 'recording' || whole === 'recordings' || (some(mediaWords) && some(addressWords))) return 'recording';
  const isHook = (some(hookWords) && some(hookAddresses)) || /(webhook|callback)ur[li]/.test(whole);
  if (isHook && !secretWords.has(last)) return 'url';
  if (some(doorWords) && some(addressWords)) return 'url';
  if ((some(openWords) && hookAddresses.has(last)) || callAddress.test(whole)) return 'url';
  if (aboutWords.test(last) || asking.test(words[0] ?? '')) return undefined;
  // One word that runs together: `session_id` is a call's own.
  if (/sessid|sessionid/.test(whole) && words.length > 1)
    return words.some((word) => technical.test(word)) ? 'opaque' : undefined;
  const token = /^tokens?$/.test(last) || words.includes('token') || words.includes('tokens');
  if (token && words.some((word) => countWords.test(word))) return undefined;
  const isSecret =
    token ||
    squashed.test(whole) ||
    (words.length === 1 && runTogether.test(whole)) ||
    some(secretWords) ||
    exactNames.has(whole) ||
    /(?:access|refresh|auth|bearer|session)tokens?$/.test(whole);
  if (isSecret) return words.some((word) => visitWords.test(word)) ? 'opaque' : 'secret';
  // `total_tokens` counts what a model read; `access_token` opens a door.
  if (!/authori[sz]ation|credential/.test(whole)) return undefined;
  return words.some((word) => technical.test(word)) ? 'secret' : 'opaque';
}

/** What a member named only `url` is: what its owner is named, as in `server: { url }`. */
export const kindOfAddress = (owner: string, name: string) =>
  hookAddresses.has(name.toLowerCase()) ? kindOfName(`${owner}_${name}`) : undefined;

/** Whether a secret's name is also a word of ordinary talk, so that only what looks like a secret is one. */
export const isOrdinary = (name: string) => {
  const words = wordsOf(name);
  if (words.length === 1 && runTogether.test(words[0]!)) return true;
  if (words.some((word) => ofPrograms.test(word))) return false;
  return words.some((word) => ordinary.test(word)) && !squashed.test(words.join('').replace('credential', ''));
};

/** Whether a value looks as only a secret does. */
export const isOpaque = (value: string) =>
  /^(?:bearer|basic|token|digest|apikey)\s+\S{8,}$/i.test(value) ||
  (/^\S{16,}$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value));

const benignHeader =
  /^(accept(-.*)?|content-(type|length|encoding|language)|user-agent|cache-control|connection|date|origin|host)$/i;

/** Whether an HTTP header of this name never carries a secret. */
export const isBenignHeader = (name: string) => benignHeader.test(name.trim());
