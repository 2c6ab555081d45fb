import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../lib/call/call';
import { compareCalls } from '../../lib/compare/compareCalls';
import { findEvidence } from '../../lib/evidence';
import { exportFormats } from '../../lib/export';
import { escapeMarkdown } from '../../lib/export/markdown';
import { parseCallJson } from '../../lib/export/parseCallFile';
import { notePartKeys, writeNote } from '../../lib/export/note';
import { findIds } from '../../lib/page/detect/findIds';
import { providers } from '../../lib/providers';
import { idShapes, providerPages } from '../../lib/providers/idShapes';
import { labels } from '../../lib/providers/labels';
import { sampleApi } from '../../lib/providers/samples';
import { callOf } from '../../lib/worker/calls/callOf';

/** The first long word of a text. */
const word = (text: string) => /\p{L}{6,}/u.exec(text)?.[0];

describe.each(providers)('$name', (provider) => {
  const names = { provider: provider.name, connection: 'Support line' };
  const documented = (): Promise<Call[]> =>
    Promise.all(
      provider.samples.ids.map(async (id) => {
        const reply = await provider.getCall(sampleApi(provider), id);
        return callOf({ provider: provider.id, connection: 'c', id }, reply?.raw ?? null);
      }),
    );

  test('evidence: a word of a turn is found in that turn, and what nobody said in none', async () => {
    const spoken = (await documented()).map(({ transcripts }) => transcripts[0]?.turns ?? []);
    const asked = spoken.flatMap((turns) => {
      const at = turns.findIndex(
        ({ speaker, text }) => ['customer', 'agent'].includes(speaker) && word(text) !== undefined,
      );
      return at < 0 ? [] : [{ turns, at, said: word(turns[at]!.text)! }];
    });
    expect(asked).not.toEqual([]);
    for (const { turns, at, said } of asked) {
      const fact = (value: string) => ({ name: 'topic', value, absent: false, pointer: '' });
      const [found, none] = findEvidence([fact(said), fact('quixotically')], turns);
      expect(found?.map(({ turn, start, end }) => [turn, turns[turn]?.text.slice(start, end)])).toContainEqual([
        at,
        said,
      ]);
      expect(none).toEqual([]);
    }
  });

  test('exports: each format holds the call, JSON whole, the transcript’s CSV each turn', async () => {
    for (const call of await documented()) {
      const written = new Map(exportFormats.map(({ id, write }) => [id, write(call, names)]));
      expect(parseCallJson(written.get('json') ?? '')).toEqual(call);
      expect(written.get('md')).toContain(escapeMarkdown(call.ref.id));
      const rows = Papa.parse<Record<string, string>>(written.get('transcript') ?? '', {
        header: true,
        skipEmptyLines: true,
      });
      expect(rows.errors).toEqual([]);
      expect(rows.data).toHaveLength(call.transcripts[0]?.turns.length ?? 0);
    }
  });

  test('comparison: a call is the same as itself, and another is told apart', async () => {
    const [first, second = { ...first!, ref: { ...first!.ref, id: 'x' }, summary: 'Another.' }] = await documented();
    const differing = (a: Call, b: Call) => compareCalls([a, b], [names, names]).filter(({ differs }) => differs);
    expect(differing(first!, first!)).toEqual([]);
    expect(differing(first!, second)).not.toEqual([]);
  });

  test('note: every part that the call states is in it, as text and as HTML', async () => {
    for (const call of await documented()) {
      const { text, html } = writeNote(call, names, [...notePartKeys]);
      expect(text).toContain(call.ref.id);
      expect(text).toContain(names.connection);
      const shown = html.replaceAll(/<[^>]+>/g, '');
      for (const { name } of call.extracted.filter(({ absent }) => !absent)) {
        expect(text).toContain(name);
        expect(shown).toContain(name);
      }
    }
  });

  test('detection: each documented ID is found beside a label, and the provider is asked', () => {
    for (const id of provider.samples.ids) {
      const found = findIds(`${provider.name} call ID: ${id}`, idShapes, labels, providerPages);
      expect(found).toEqual([expect.objectContaining({ id, providers: expect.arrayContaining([provider.id]) })]);
    }
  });
});
