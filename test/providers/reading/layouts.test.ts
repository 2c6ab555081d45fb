import { describe, expect, test } from 'vitest';
import type { Json } from '../../../lib/call/call';
import { root } from '../../../lib/providers/reading/fields';
import { turnsOf } from '../../../lib/providers/reading/transcript';
import layouts from '../../fixtures/layouts.json';

/** A conversation as it was written, its turns as `speaker: words`, and the names that the call states. */
interface Layout {
  written: string;
  turns: string[];
  names?: { agent?: string; customer?: string };
}

describe.each(Object.entries(layouts as Record<string, Layout[]>))('%s', (_, some) => {
  test.each(some)('$written', ({ written, turns, names }) =>
    expect(turnsOf(root(written), names).map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual(turns),
  );
});

test('a time beside a label is kept, as written', () => {
  const turns = turnsOf(root('[00:01] Agent: Hello.\n00:04 User: Hi.\nAgent (0:07): Ok.\n[1.5 - 2]\nUser: Yes.'));
  expect(turns.map(({ at }) => at?.text)).toEqual(['00:01', '00:04', '0:07', '1.5 - 2']);
});

test('a tool is called by its name, also in its answer', () => {
  const calls: Json[] = [
    { role: 'assistant', content: null, tool_calls: [{ id: 'x', function: { name: 'get_slots', arguments: '{}' } }] },
    { role: 'tool', tool_call_id: 'x', content: 'none' },
  ];
  expect(turnsOf(root(calls)).map(({ speakerRaw }) => speakerRaw)).toEqual(['get_slots', 'get_slots']);
});
