import gitleaks from './gitleaks.json';
import { wordsIn } from './keywords';
import { mask } from './mask';

/** Vendors' marks before `_` or `-`, some of them as expressions. */
const marks =
  'tskey tvly xai fc pcsk nfp rnd phx phc sbp hf gsk r8 re figd fig[op] vercel dckr_pat dckr_oat ntn secret shpt?[a-z]{2} sgp glpat pina CFPAT BBFF NRAK NRJS NRII PMAT sntry[a-z] tfp tok access rpa fw lsv2_[ps][tk] jina csk tgp_v1 e2b bb_live vc[a-z] ctx7sk'.split(
    ' ',
  );
/** What keys call themselves before `_` or `-`: `acme_live_…`, `foo-token-…`. */
const kinds = 'sk rk pat key apikey secret token api live test prod oauth auth'.split(' ');

const keywordsOf = (words: string[]) =>
  words.flatMap((word) => {
    const literal = word.replace(/\w\?.*|\[.*/, '').toLowerCase();
    return literal.length < word.length ? [literal] : [`${literal}_`, `${literal}-`];
  });

/**
 * Shapes that gitleaks does not have, or only at one exact length or beside the vendor's name, by the vendors' own documentation.
 * Every run is bounded or made of a class that excludes what follows, so that no text takes more than linear time.
 */
const own: [shape: RegExp, ...keywords: string[]][] = [
  // Providers of calls: OmniDimension, HighLevel, DialNexa, Retell, Bland.
  [/\bsecret_key_[\w-]{4,}/gi, 'secret_key_'],
  [/\bpit-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, 'pit-'],
  [/\b(?:dnx|whsec|gh[opsur]|sk|rk)_\w{6,}/g, 'dnx_', 'whsec_', 'gho_', 'ghp_', 'ghs_', 'ghu_', 'ghr_', 'sk_', 'rk_'],
  [/\bkey_[0-9a-f]{20,}/g, 'key_'],
  [/\borg_[0-9a-f]{40,}/g, 'org_'],
  [/(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?(?:\.[\w-]+){0,2}/g, 'eyj'],
  [/\bsk-[\w-]{16,}/g, 'sk-'],
  [/\bxox[a-z][.-][\w.-]{8,}/g, 'xox'],
  [/\b(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[0-9A-Z]{12,}/g, 'akia', 'asia', 'abia', 'acca', 'aroa', 'aida'],
  [/\bAIza[\w-]{30,}/g, 'aiza'],
  [/\b[a-z0-9]{14}:[0-9a-f]{64}\b/g, ':'],
  [/\bya29\.[\w.-]{10,}/g, 'ya29.'],
  [/\bGOCSPX-[\w-]{10,}/g, 'gocspx-'],
  [/(?<!\w)1\/\/0[\w-]{20,}/g, '1//0'],
  [/\bAQ\.[A-Z][\w-]{20,}/g, 'aq.'],
  [/\bSG\.[\w-]{8,}\.[\w-]{8,}/g, 'sg.'],
  [/\bpat-[a-z]{2}\d-[0-9a-f-]{20,}/gi, 'pat-'],
  [/\b(?:AT[A-Z]TT|ATBB)[\w=-]{16,}/g, 'tt', 'atbb'],
  [/\bAC[0-9a-f]{32}[:\s,;/]{1,3}[0-9a-f]{32}\b/g, 'ac'],
  [/\b[0-9a-f]{32}-us\d{1,2}\b/g, '-us'],
  [/\bkey-[0-9a-f]{32}\b/g, 'key-'],
  [/\b\d{8,10}:[\w-]{30,}/g, ':'],
  [/\b[MNO][\w-]{22,28}\.[\w-]{6}\.[\w-]{27,}/g, '.'],
  [/(?<![\w~.-])[\w~.]{3}\dQ~[\w~.-]{25,40}/g, 'q~'],
  [/\b(?:pk|sk|tk)\.eyJ[\w-]{10,}(?:\.[\w-]*)?/g, '.eyj'],
  [/\bEAA[A-Z]\w{20,}/g, 'eaa'],
  [/\bsl\.[\w-]{40,}/g, 'sl.'],
  [/\bsq0[a-z]{3}-[\w-]{20,}/g, 'sq0'],
  [/\brzp_(?:live|test)_\w{10,}/g, 'rzp_'],
  [/\bnvapi-[\w-]{16,}/g, 'nvapi-'],
  [new RegExp(`\\b(?:${marks.join('|')})[_-](?=[\\w-]{0,80}\\d)[\\w-]{16,}`, 'g'), ...keywordsOf(marks)],
  [
    new RegExp(
      `\\b(?:[A-Za-z0-9]{1,16}[_-]){0,2}(?:${kinds.join('|')})[_-](?:v\\d[_-])?(?=[A-Za-z]{0,40}\\d)(?=\\d{0,40}[A-Za-z])[A-Za-z0-9]{20,}`,
      'g',
    ),
    ...keywordsOf(kinds),
  ],
];

/** Behind such a prefix a key that was cut short is one still; a word is none. */
const prefixed = new RegExp(
  `(?<![A-Za-z0-9])(?:${gitleaks.prefixes.join('|')})(?=[A-Za-z_-]{0,20}\\d|[\\w-]{20})[\\w.~+/=|-]{8,}`,
  'g',
);

/** A shape, and words of which one is in whatever it finds, in lower case. */
interface Rule {
  shape: RegExp;
  keywords: string[];
}

const rules: Rule[] = [
  ...own.map(([shape, ...keywords]) => ({ shape, keywords })),
  { shape: prefixed, keywords: gitleaks.prefixes.map((prefix) => prefix.replaceAll('\\', '').toLowerCase()) },
  ...gitleaks.shapes.map(({ shape, keywords }) => ({ shape: new RegExp(shape, 'g'), keywords })),
  ...gitleaks.shapesInAnyCase.map(({ shape, keywords }) => ({ shape: new RegExp(shape, 'gi'), keywords })),
];

const besides = gitleaks.besides.map(({ words, value, keywords }) => ({
  source: words,
  words: new RegExp(`^(?:${words})$`, 'i'),
  value: new RegExp(`^(?:${value})$`, 'i'),
  keywords,
}));

/** A vendor's name, and what is assigned to it. */
const besideAny = (words: string[]) =>
  new RegExp(
    `(${words.join('|')})([ \\t\\w.-]{0,20}[\\s'"]{0,3}(?:\\|\\||[=>:,]|:{1,3}=)[\`'"\\s=>]{0,5})([\\w=.:~%/+-]{10,250})`,
    'gi',
  );
const madeBesides = new Map<string, RegExp>();

/** The expression for these vendors, made once: a reply mentions few. */
function besideOf(words: string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const name = words.join('|');
  const made = madeBesides.get(name) ?? besideAny(words);
  if (madeBesides.size > mostMade) madeBesides.clear();
  madeBesides.set(name, made);
  return made;
}
const mostMade = 100;

/** The rules that can find something in a text. */
export interface KeyRules {
  shapes: RegExp[];
  beside?: RegExp;
}

/** The rules of which `text` holds a keyword: all others find nothing in it, nor in a part of it. */
export function rulesFor(text: string): KeyRules {
  const isIn = wordsIn(text);
  const present = <R extends { keywords: string[] }>(all: R[]) => all.filter(({ keywords }) => keywords.some(isIn));
  return {
    shapes: present(rules).map(({ shape }) => shape),
    beside: besideOf([...new Set(present(besides).map(({ source }) => source))]),
  };
}

/** Every rule, whatever the text. */
export const allRules: KeyRules = {
  shapes: rules.map(({ shape }) => shape),
  beside: besideOf([...new Set(besides.map(({ source }) => source))]),
};

/** A text with the keys masked that are known by their shape, or by their shape beside their vendor's name. */
export function maskKeys(text: string, { shapes, beside }: KeyRules): string {
  let masked = text;
  for (const shape of shapes) masked = masked.replace(shape, mask);
  if (!beside) return masked;
  return masked.replace(beside, (whole, word: string, between: string, found: string) => {
    const value = found.replace(/[.:]+$/, '');
    const isKey = /\d/.test(value) && besides.some((each) => each.words.test(word) && each.value.test(value));
    return isKey ? `${word}${between}${mask}` : whole;
  });
}
