// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultNote, notePartKeys, partLabel, readTemplate, writeNote } from '../../lib/export/note';
import { emptyCall, fullCall, names, turn } from '../fixtures/exportedCalls';

test('plain text and HTML hold the same, in the order of the template', () => {
  const { text, html } = writeNote(fullCall, names, [
    'callId',
    'duration',
    'status',
    'started',
    'extracted',
    'actions',
  ]);
  expect(text).toBe(
    [
      'Call ID: 50958',
      'Duration: 3:12',
      'Status: No answer (did_not_pick)',
      'Started: 05/04/2026 14:46:15 (time zone not stated)',
      'Extracted data:',
      '- party_size: 2',
      '- token: ••••••',
      '- note: =HYPERLINK("x")',
      'Actions:',
      '- Send the address (SMS): Failed',
    ].join('\n'),
  );
  const page = new DOMParser().parseFromString(html, 'text/html');
  expect([...page.querySelectorAll('p')].map((each) => each.textContent)).toContain('Call ID: 50958');
  expect([...page.querySelectorAll('li')].map((each) => each.textContent)).toEqual([
    'party_size: 2',
    'token: ••••••',
    'note: =HYPERLINK("x")',
    'Send the address (SMS): Failed',
  ]);
});

test('provider text never becomes markup', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'b', '/', ' ', '\n', 'script') }),
      (text) => {
        const call = { ...emptyCall, summary: text, transcripts: [{ kind: 'original' as const, turns: [turn(text)] }] };
        const { html } = writeNote(call, names, ['summary', 'transcript']);
        const page = new DOMParser().parseFromString(html, 'text/html');
        const tags = [...page.body.querySelectorAll('*')].map((element) => element.localName);
        expect(tags.every((tag) => ['p', 'strong', 'ul', 'li', 'br'].includes(tag))).toBe(true);
        expect(page.body.textContent.replace(/\s/g, '')).toContain(text.trim().replace(/\s/g, ''));
      },
    ),
  );
});

test('what the provider did not state leaves no empty line', () => {
  expect(writeNote(emptyCall, names, [...notePartKeys]).text).toBe(
    'Call ID: 50958\nProvider: OmniDimension\nConnection: Support line',
  );
  expect(writeNote(fullCall, names, [])).toEqual({ text: '', html: '' });
});

test('a template of another version keeps what is known, once', () => {
  expect(readTemplate(['summary', 'mood', 'summary', 'to'])).toEqual(['summary', 'to']);
  expect(readTemplate(defaultNote)).toEqual(defaultNote);
  expect(readTemplate(undefined)).toEqual(defaultNote);
  for (const part of notePartKeys) expect(partLabel(part)).not.toBe('');
});
