/** Invented, not written by a person: `call_x9y3zp4mq7r1`, but not `call_status`, `call_2` or `call_recording`. */
export function looksMade(id: string): boolean {
  const tail = id.slice(id.search(/[_-]/) + 1);
  if (tail.length < 6) return false;
  return /\d/.test(tail) || /[a-z][A-Z]{2}|[bcdfghjklmnpqrstvwxz]{5}|q(?!u)|[jqvx][bcdfghjklmnpqrstvwxz]/.test(tail);
}
