/** Digits of a text, in order. */
const digitsOf = (text: string) => [...text.replace(/\D/g, '')].map(Number);

/** Payment cards, and Canada's SIN: ISO/IEC 7812-1 annex B. */
export function isLuhn(text: string): boolean {
  const digits = digitsOf(text).toReversed();
  const sum = digits.reduce((all, digit, at) => {
    const weighted = at % 2 ? digit * 2 : digit;
    return all + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return digits.length > 1 && sum % 10 === 0 && digits.some((digit) => digit !== digits[0]);
}

/** What is left of a number of any length when it is divided: `97` for IBANs and France's NIR. */
export const remainder = (digits: string, divisor: number) =>
  [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % divisor, 0);

/** ISO 13616: country and check digits go to the end, letters count from 10. */
export function isIban(text: string): boolean {
  const plain = text.replace(/[ -]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  const turned = plain.slice(4) + plain.slice(0, 4);
  return (
    remainder(
      turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
      97,
    ) === 1
  );
}

/** Verhoeff's tables, made of the symmetries of a pentagon. */
const turn = (a: number, b: number) =>
  a < 5 ? (b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)) : b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
const permute = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
const permuted = (digit: number, times: number): number =>
  times === 0 ? digit : permuted(permute[digit] ?? 0, times - 1);

/** India's Aadhaar: Verhoeff's check digit. */
export const isVerhoeff = (text: string) =>
  digitsOf(text)
    .toReversed()
    .reduce((check, digit, at) => turn(check, permuted(digit, at % 8)), 0) === 0;

/** Brazil's CPF: two check digits, each by weights that fall to 2. */
export function isCpf(text: string): boolean {
  const digits = digitsOf(text);
  const check = (length: number) => {
    const sum = digits.slice(0, length).reduce((all, digit, at) => all + digit * (length + 1 - at), 0);
    return ((sum * 10) % 11) % 10;
  };
  return digits.length === 11 && new Set(digits).size > 1 && check(9) === digits[9] && check(10) === digits[10];
}

/** Germany's tax ID: ISO 7064 mod 11,10. */
export function isSteuerId(text: string): boolean {
  const digits = digitsOf(text);
  const product = digits.slice(0, 10).reduce((before, digit) => (((digit + before) % 10 || 10) * 2) % 11, 10);
  return digits.length === 11 && digits[0] !== 0 && (11 - product) % 10 === digits[10];
}

/** Spain's DNI and NIE: the letter is the number mod 23. */
export const isDni = (text: string) => {
  const plain = text
    .replace(/[ -]/g, '')
    .toUpperCase()
    .replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[remainder(plain.slice(0, -1), 23)] === plain.at(-1);
};

/** China's resident ID: ISO 7064 mod 11,2. */
export const isResidentId = (text: string) =>
  [...text.toUpperCase()].reduce((rest, digit) => (rest * 2 + (digit === 'X' ? 10 : Number(digit))) % 11, 0) === 1;
