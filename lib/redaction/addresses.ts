import { unescaped } from './encoded';
import { mask } from './mask';
import { isOpaque, kindOfName } from './names';

/** Hosts of which any address is a key: to have it is to be allowed to write there. */
const hookHost =
  /(?:^|\.)(?:webhook\.site|hooks\.slack\.com|hooks\.zapier\.com|hook\.(?:\w+\.)?(?:make|integromat)\.com|hook\.(?:\w+\.)?make\.celonis\.com|webhook\.office\.com|(?:m\.)?pipedream\.net|requestbin\.(?:com|net)|maker\.ifttt\.com|beeceptor\.com|webhooks\.integrately\.com|hooks\.airtable\.com|smee\.io|hkdk\.events|my\.webhookrelay\.com|hc-ping\.com|flow\.sokt\.io|sheetdb\.io|cronitor\.link|trigger\.macrodroid\.com|webhook\.workato\.com|hooks\.workato\.com|flow\.zoho\.\w+|webhooks?\.[\w-]+\.[\w.]+|hooks\.[\w-]+\.[\w.]+)$/i;
const hookAddress =
  /^script\.google\.com\/(?:a\/)?macros\/|^script\.googleusercontent\.com\/macros\/|^discord(?:app)?\.com\/api\/webhooks\/|^open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot|^oapi\.dingtalk\.com\/robot|^qyapi\.weixin\.qq\.com\/cgi-bin\/webhook|^events\.pagerduty\.com\/integration\/|^api\.svix\.com\/ingest\/|^services\.leadconnectorhq\.com\/hooks\/|^api\.telegram\.org\/(?:file\/)?bot|^connect\.pabbly\.com\/|^[\w.-]+\.bitrix24\.\w+\/rest\/\d|^chat\.googleapis\.com\/v1\/spaces|\/(?:sendwebhookdata|trigger)\/|\/workflows\/[^/?#]{1,100}\/triggers\/|\/with\/key\//i;
const hookPath = /\/(?:\w{1,20}[-_])?(?:web)?hooks?(?:[-_]\w{1,20})?\//i;
/** Words of what waits to be called, behind which a part that is long and made is the key. */
const waitingPath = /\/(?:catch|inbound|incoming|listener|ingest|heartbeat|ping|integration|robot|bot)\//i;
const recordingAddress =
  /^https?:\/\/recordings?\.|\/recordings?\/|bot\.call\.recording|\.(mp3|wav|ogg|oga|m4a|opus|flac)(?=$|[?#])/i;
/** Addresses that let in anyone who opens them: the secret is a part of the path. */
const doorPath =
  /reset|recover|passw|magic|invit|verif|activat|confirm|log-?in|sign-?in|signup|onetime|one-time|otl\/|unsubscribe|token|auth|sso|secret|share/i;
const signedName = /^(policy|expires|hash|x-(amz|goog)-.*|awsaccesskeyid|googleaccessid|key-pair-id)$/i;
const keyName = /^(key|code|k|t|otp|ticket|nonce|sid|session)$/i;
const signatureParts = /^(se|sp|sv|sr|st|spr|skoid|sktid|skt|ske|sks|skv)$/i;

/** Whether a path's part was made by a machine: letters and digits mixed within a word, a long number, or a long run without a break. */
const isMade = (part: string) =>
  /^\d{3,}$/.test(part) ||
  /^[A-Za-z]{20,}$/.test(part) ||
  part.split(/[-_.~]/).some((word) => /[A-Za-z]\d|\d[A-Za-z]/.test(word) && !/^(v\d+|\d+(st|nd|rd|th))$/i.test(word));
const isDoor = (part: string) => part.length >= 10 && isMade(part) && /[A-Za-z]/.test(part);

/** A URL of which only the scheme and host are left; user-info and path are masked. Whatever is no URL is masked whole. */
export function maskUrl(text: string): string {
  const url = URL.parse(text);
  if (!url) return text.trimStart().startsWith('/') ? `/${mask}` : mask;
  if (!url.host) return `${url.protocol}${mask}`;
  return `${url.protocol}//${url.username || url.password ? `${mask}@` : ''}${url.host}/${mask}`;
}

function isKey(url: URL, plain: string): boolean {
  if (url.username || url.password) return true;
  if (url.pathname + url.search + url.hash === '/') return false;
  if (recordingAddress.test(plain) || hookHost.test(url.hostname)) return true;
  if (hookAddress.test(url.host + url.pathname)) return true;
  const behind = (path: RegExp, isKeyPart: (part: string) => boolean) => {
    const found = path.exec(url.pathname);
    return (
      !!found &&
      url.pathname
        .slice(found.index + found[0].length)
        .split('/')
        .some(isKeyPart)
    );
  };
  if (behind(hookPath, isMade) || behind(waitingPath, isDoor)) return true;
  return doorPath.test(url.hash + url.pathname) && (url.pathname + url.hash).split(/[/#?&=]/).some(isDoor);
}

/**
 * A URL found in a text, with what is secret in it masked: all but the host, or single parameters. `hide` masks a text that stands
 * in a parameter.
 */
export function maskUrlInText(found: string, hide: (text: string) => string): string {
  const plain = found.replaceAll('\\/', '/').replaceAll(mask, '');
  const url = URL.parse(plain);
  if (!url) return found;
  if (isKey(url, plain)) return maskUrl(plain);
  const holdsSecret = (value: string) => {
    const text = unescaped(value);
    return /[^\w.-]/.test(text) && hide(text) !== text;
  };
  const signed = /[?&#;](sig|signature)=/i.test(plain);
  return found.replace(/([?&#;])([^=?&#;]{1,60})=([^&#;]+)/g, (whole, before: string, name: string, value: string) => {
    const kind = kindOfName(name);
    const secret =
      kind === 'secret' ||
      signedName.test(name) ||
      ((kind === 'opaque' || keyName.test(name)) && (isOpaque(value) || isDoor(value))) ||
      (signed && signatureParts.test(name)) ||
      holdsSecret(value);
    return secret ? `${before}${name}=${mask}` : whole;
  });
}
