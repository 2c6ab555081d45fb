/** A page for measuring: its HTML, and every call ID it shows. */
export interface BenchPage {
  html: string;
  ids: string[];
}

/** Random numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words =
  `customer asked about the invoice and wants a new date before the end of next week because delivery was late again our agent
  promised an answer per mail catalog price renewal contract visit follow up discount warranty office team product catalogue
  please send recall interest budget approved logistics department voicemail left message no answer spoke with manager`.split(
    /\s+/,
  );

/**
 * Rows as CRMs show activities: 6 elements and 4 texts each, about 250 characters. Every tenth row shows a call ID of one of the
 * three shapes as pages do: "Call ID" in the line, a label in the element before, or a prefix in prose. Every eighth holds a decoy.
 */
export function benchPage(rows = 20_000, withIds = true, seed = 7): BenchPage {
  const random = seeded(seed);
  const int = (below: number) => Math.floor(random() * below);
  const pick = <T>(list: readonly T[]) => list[int(list.length)]!;
  const chars = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[int(alphabet.length)]).join('');
  const prose = (length: number) => {
    let text = pick(words);
    while (text.length < length) text += ` ${pick(words)}`;
    return text;
  };
  const hex = (length: number) => chars('0123456789abcdef', length);
  const base36 = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const makers = [
    () => `call_${chars(base36, 11)}${int(10)}`,
    () => `${4 + int(3)}${hex(23)}`,
    () => String(10_000 + int(9_000_000)),
  ];
  const decoys = [
    () => `order ${10_000 + int(9_000_000)}`,
    () => `+1 415 555 ${String(int(10_000)).padStart(4, '0')}`,
    () => hex(40),
    () => hex(23),
    () => `record ${hex(24)}`,
    () => `call_${chars('abcdefgh', 5)}`,
    () => 'call_to_action',
    () => `zip ${10_000 + int(89_999)}`,
    () => `$${1_000 + int(90_000)}.00`,
  ];
  const ids: string[] = [];
  const parts: string[] = [];
  for (let row = 0; row < rows; row++) {
    let [label, value, note] = ['Owner', prose(16), prose(170)];
    if (row % 8 === 3) note += ` ${pick(decoys)()} ${pick(words)}`;
    if (withIds && row % 10 === 0) {
      const shape = (row / 10) % 3;
      const id = makers[shape]!();
      ids.push(id);
      if (row % 20 === 0) [label, value] = [pick(['Call ID', 'Call log', 'call_log_id', 'Anruf-ID']), id];
      else
        note +=
          shape === 0 ? ` see ${id} again` : ` ${pick(['Call ID:', 'call log', 'call id'])} ${id}, ${pick(words)}`;
    }
    parts.push(
      `<div class="row"><b class="who">${prose(20)}</b><p class="note">${note}</p><div class="pair"><span>${label}</span><span>${value}</span></div></div>`,
    );
  }
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Activities</title><body><main id="list">${parts.join('')}</main></body></html>`;
  return { html, ids };
}
