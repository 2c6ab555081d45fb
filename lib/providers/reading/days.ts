import { fail } from '../../errors';

/** Epoch milliseconds of a day's time, in the user's own zone; of a whole time, itself. Throws `request-rejected` for what is no day. */
function epochOf(day: string | undefined, clock: string): number | undefined {
  if (!day) return undefined;
  const when = /^\d{11,}$/.test(day) ? Number(day) : Date.parse(/T/.test(day) ? day : `${day}T${clock}`);
  return Number.isNaN(when) ? fail('request-rejected', { said: day }) : when;
}

/** When a day of a filter begins: epoch milliseconds. */
export const beginOf = (day: string | undefined) => epochOf(day, '00:00:00.000');

/** The last millisecond of a day of a filter: epoch milliseconds. */
export const endOf = (day: string | undefined) => epochOf(day, '23:59:59.999');
