import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Json, Turn } from '../../lib/call/call';
import { findEvidence } from '../../lib/evidence';
import { redact } from '../../lib/redaction/redact';
import { idsIn } from '../../lib/worker/calls/idsInText';

/** A text that users reported, and what must come of it. `src`: where it was reported. */
type Case = { expected: string; src: string } & (
  | { what: 'secret'; value: Json; hide?: string[]; keep?: string[] }
  | { what: 'paste'; text: string; ids: string[] }
  | { what: 'evidence'; name: string; value: Json; turns: string[]; want: string | null }
);

const folder = new URL('../fixtures/cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((file) => /^[rstu]-.*\.json$/.test(file))
  .map((file): [string, Case] => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case]);

const turnOf = (line: string): Turn => {
  const speaker = line.startsWith('A:') ? 'agent' : 'customer';
  return { speaker, speakerRaw: speaker, text: line.slice(3) };
};

function idsOf(text: string): string[] {
  try {
    return idsIn(text).map(({ id }) => id);
  } catch {
    return [];
  }
}

test.each(cases)('%s', (_, one) => {
  if (one.what === 'secret') {
    const shown = JSON.stringify(redact({ value: one.value }).value);
    for (const secret of one.hide ?? []) expect(shown).not.toContain(secret);
    for (const words of one.keep ?? []) expect(shown).toContain(words);
  } else if (one.what === 'paste') {
    expect(idsOf(one.text)).toEqual(one.ids);
  } else {
    const turns = one.turns.map(turnOf);
    const places = findEvidence([{ name: one.name, value: one.value, absent: false, pointer: '' }], turns)[0] ?? [];
    const said = places.map(({ turn, start, end }) => turns[turn]?.text.slice(start, end) ?? '');
    if (one.want === null) expect(said).toEqual([]);
    else expect(said.join('\n')).toContain(one.want);
  }
});
