import type { Call, Json } from '../call/call';
import { isCpf, isDni, isIban, isLuhn, isResidentId, isSteuerId, isVerhoeff, remainder } from './checkDigits';
import { mask } from './mask';

/** What is told by its form, and by its check digits where it has some. Runs are bounded: linear time for any text. */
const forms: [form: RegExp, holds?: (text: string) => boolean][] = [
  [/(?<![\p{L}\d_.+-])[\p{L}\d_.+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/gu],
  [
    /\b[\w-]{1,30}(?:\s(?:dot|underscore|dash|hyphen)\s[\w-]{1,30}){0,5}\sat(?:\sthe\srate)?(?:\sof)?\s[\w-]{1,30}(?:\sdot\s[a-z]{2,12}){1,3}\b/gi,
  ],
  [/\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}\b/g, isIban],
  [/(?<![\d.-])\d(?:[ -]?\d){12,18}(?![\d])/g, isLuhn],
  [/\b(?!000|666|9)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}\b/g],
  [/\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi],
  [/(?<![\d-])[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}(?![\d-])/g, isVerhoeff],
  [/\b[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]\b/g],
  [/\b\d{3}\.\d{3}\.\d{3}-\d{2}\b|\b\d{11}\b/g, (text) => isCpf(text) || isSteuerId(text)],
  [/\b(?:\d{8}|[XYZ]-?\d{7})[ -]?[A-HJ-NP-TV-Z]\b/gi, isDni],
  [/\b[1-9]\d{5}(?:19|20)\d{9}[\dX]\b/gi, isResidentId],
  [/\b\d{3}[ -]\d{3}[ -]\d{3}\b/g, isLuhn],
  [
    /\b[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}\b/g,
    (text) => {
      const digits = text.replace(/\D/g, '');
      return 97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13));
    },
  ],
  [/\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/gi],
  [/(?<![\w+])\+\d(?:[ ().-]{0,3}\d){6,14}(?!\d)/g],
  [/(?<![\w.-])00[1-9](?:[ ().-]{0,2}\d){7,13}(?!\d)/g],
  [/(?<![\w.-])(?:1[ .-])?(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])/g],
  [/(?<![\w.-])\(?0\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?![\w-])/g],
  [/(?<![\w.-])[6-9]\d{4}[ -]?\d{5}(?![\w-])/g],
];

const digit = '(?:\\d|zero|one|two|three|four|five|six|seven|eight|nine|oh|o|nought)';
const spokenDigit = `(?:(?:double|triple)\\s)?${digit}`;
/** Seven digits said one by one are a number of somebody's: a card, a phone, an ID. */
const spoken = new RegExp(`\\b${spokenDigit}(?:[\\s,.-]{1,3}(?:and\\s)?${spokenDigit}){6,24}\\b`, 'gi');
const codeWord = '\\b(?:code|otp|one[- ]time (?:pass(?:word|code)|pin)|passcode|pin(?: number)?)\\b';
const code = new RegExp(
  `(${codeWord}[^\\n?!\\d]{0,24}?\\s?[:#]?\\s?)\\b(${spokenDigit}(?:[\\s,.-]{0,3}${spokenDigit}){3,8})\\b`,
  'gi',
);
const codeBefore = /\b(\d{4,8})(?= is your (?:\w{1,20} ){0,4}(?:code|otp|pin|passcode)\b)/gi;

/**
 * A text with personal data masked: payment cards, IBANs, national IDs, e-mail addresses, phone numbers, and one-time codes, written
 * or said. Names of people stay.
 */
export function hidePersonalData(text: string): string {
  let hidden = text;
  for (const [form, holds] of forms) {
    hidden = hidden.replace(form, (found) => (holds && !holds(found) ? found : mask));
  }
  return hidden.replace(code, `$1${mask}`).replace(codeBefore, mask).replace(spoken, mask);
}

/** Identities, pointers and times: what a call is found and laid out by. */
const kept = new Set(['ref', 'pointer', 'masked', 'kind', 'unit', 'startedAt', 'at', 'triggeredAt', 'availableAt']);

function hideIn(value: Json): Json {
  if (typeof value === 'string') return hidePersonalData(value);
  // A phone number may be a number.
  if (typeof value === 'number') return value >= 1e9 && hidePersonalData(`+${value}`) === mask ? mask : value;
  if (Array.isArray(value)) return value.map(hideIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, hideIn(member)]));
}

/** The call with personal data masked wherever it is said; its identity, its times and the order of everything stay. */
export function hidePersonalDataOf(call: Call): Call {
  const hide = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== 'object' || value === null) return typeof value === 'string' ? hidePersonalData(value) : value;
    const members = Object.entries(value).map(([name, member]) => {
      if (kept.has(name)) return [name, member];
      return [name, name === 'value' || name === 'payload' || name === 'response' ? hideIn(member) : hide(member)];
    });
    return Object.fromEntries(members) as Json;
  };
  const { raw, metrics, ...said } = call;
  return { ...(hide(said as Json) as unknown as Call), metrics, raw: hideIn(raw) };
}
