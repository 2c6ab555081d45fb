import gitleaks from './gitleaks.json';
import { mask } from './mask';

/**
 * Shapes that gitleaks does not have, or only at one exact length or beside the vendor's name, by the vendors' own documentation.
 * Every run is bounded or made of a class that excludes what follows, so that no text takes more than linear time.
 */
const own = [
  // Providers of calls: OmniDimension, HighLevel, DialNexa, Retell, Bland.
  /\bsecret_key_[\w-]{4,}/gi,
  /\bpit-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
  /\b(?:dnx|whsec|gh[opsur]|sk|rk)_\w{6,}/g,
  /\bkey_[0-9a-f]{20,}/g,
  /(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?(?:\.[\w-]+){0,2}/g,
  /\bsk-[\w-]{16,}/g,
  /\bxox[a-z][.-][\w.-]{8,}/g,
  /\b(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[0-9A-Z]{12,}/g,
  /\bAIza[\w-]{30,}/g,
  /\b[a-z0-9]{14}:[0-9a-f]{64}\b/g,
  /\bya29\.[\w.-]{10,}/g,
  /\bGOCSPX-[\w-]{10,}/g,
  /(?<!\w)1\/\/0[\w-]{20,}/g,
  /\bAQ\.[A-Z][\w-]{20,}/g,
  /\bSG\.[\w-]{8,}\.[\w-]{8,}/g,
  /\bpat-[a-z]{2}\d-[0-9a-f-]{20,}/gi,
  /\b(?:AT[A-Z]TT|ATBB)[\w=-]{16,}/g,
  /\bAC[0-9a-f]{32}[:\s,;/]{1,3}[0-9a-f]{32}\b/g,
  /\b[0-9a-f]{32}-us\d{1,2}\b/g,
  /\bkey-[0-9a-f]{32}\b/g,
  /\b\d{8,10}:[\w-]{30,}/g,
  /\b[MNO][\w-]{22,28}\.[\w-]{6}\.[\w-]{27,}/g,
  /(?<![\w~.-])[\w~.]{3}\dQ~[\w~.-]{25,40}/g,
  /\b(?:pk|sk|tk)\.eyJ[\w-]{10,}(?:\.[\w-]*)?/g,
  /\bEAA[A-Z]\w{20,}/g,
  /\bsl\.[\w-]{40,}/g,
  /\bsq0[a-z]{3}-[\w-]{20,}/g,
  /\bnvapi-[\w-]{16,}/g,
  /\b(?:tskey|tvly|xai|fc|pcsk|nfp|rnd|phx|phc|sbp|hf|gsk|r8|re|figd|fig[op]|vercel|dckr_pat|dckr_oat|ntn|secret|shpt?[a-z]{2}|sgp|glpat|pina|CFPAT|BBFF|NRAK|NRJS|NRII|PMAT|sntry[a-z]|tfp|tok|access|rpa|fw|lsv2_[ps][tk])[_-](?=[\w-]{0,80}\d)[\w-]{16,}/g,
  // Whatever calls itself a key: `acme_live_…`, `foo-token-…`.
  /\b(?:[A-Za-z0-9]{1,16}[_-]){0,2}(?:sk|rk|pat|key|apikey|secret|token|api|live|test|prod|oauth|auth)[_-](?:v\d[_-])?(?=[A-Za-z]{0,40}\d)(?=\d{0,40}[A-Za-z])[A-Za-z0-9]{20,}/g,
];

/** Behind such a prefix a key that was cut short is one still; a word is none. */
const prefixed = new RegExp(
  `(?<![A-Za-z0-9])(?:${gitleaks.prefixes.join('|')})(?=[A-Za-z_-]{0,20}\\d|[\\w-]{20})[\\w.~+/=|-]{8,}`,
  'g',
);
const shapes = [
  ...own,
  prefixed,
  ...gitleaks.shapes.map((source) => new RegExp(source, 'g')),
  ...gitleaks.shapesInAnyCase.map((source) => new RegExp(source, 'gi')),
];

const besides = gitleaks.besides.map(([words, value]) => ({
  words: new RegExp(`^(?:${words})$`, 'i'),
  value: new RegExp(`^(?:${value})$`, 'i'),
}));
/** A vendor's name, and what is assigned to it. */
const beside = new RegExp(
  `(${[...new Set(gitleaks.besides.map(([words]) => words))].join('|')})([ \\t\\w.-]{0,20}[\\s'"]{0,3}(?:\\|\\||[=>:,]|:{1,3}=)[\`'"\\s=>]{0,5})([\\w=.:~%/+-]{10,250})`,
  'gi',
);

/** A text with the keys masked that are known by their shape, or by their shape beside their vendor's name. */
export function maskKeys(text: string): string {
  let masked = text;
  for (const shape of shapes) masked = masked.replace(shape, mask);
  return masked.replace(beside, (whole, word: string, between: string, found: string) => {
    const value = found.replace(/[.:]+$/, '');
    const isKey = /\d/.test(value) && besides.some((each) => each.words.test(word) && each.value.test(value));
    return isKey ? `${word}${between}${mask}` : whole;
  });
}
