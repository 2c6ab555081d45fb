const grouped = /^[1-9]\d{0,2}([.,' _])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]0{1,2})?$/;
/** India groups by two above the thousands: `12,34,567`. */
const lakhs = /^[1-9]\d?(?:,\d\d)+,\d{3}(?:\.0{1,2})?$/;
const decimal = /^[1-9]\d*(?:\.0+|,0{1,2})$/;
/** Fifty with three places, or fifty thousand. */
const unclear = /^\d{1,3}\.000$/;
const address = /^(?:\d{1,2}|1\d\d|2[0-4]\d|25[0-5])(?:\.(?:\d{1,2}|1\d\d|2[0-4]\d|25[0-5])){3}$/;

/**
 * The digits of a number that is written in groups or with an empty fraction: `50,958`, `50 958.00`, `12,34,567`, `50958.0`. `undefined` for
 * what is no whole number in one of these forms, or may be another one.
 */
export function wholeNumber(text: string): string | undefined {
  if (unclear.test(text) || address.test(text)) return undefined;
  if (grouped.test(text) || lakhs.test(text)) return text.replace(/[.,]0{1,2}$/, '').replace(/\D/g, '');
  return decimal.test(text) ? /^\d+/.exec(text)![0] : undefined;
}
