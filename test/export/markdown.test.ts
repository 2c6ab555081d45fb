import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown, writeMarkdown } from '../../lib/export/markdown';
import { fullCall, names } from '../fixtures/exportedCalls';

test('a call as a document', () => {
  const text = writeMarkdown(fullCall, names);
  expect(text).toMatch(/^# Call 50958\n\n- \*\*Call ID:\*\* 50958\n/);
  expect(text).toContain('- **Summary:** Asked for \\<b\\>a table\\</b\\> \\& more.\\\n  Will call again.');
  expect(text).toContain('- **email:** (none)');
  expect(text).toContain('**Agent** (0:00): Hello, how may I help?');
});

test('escaping can be undone, and leaves no sign that marks anything up', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1 .)-+#*_`[]<>|~&!\\:\n') }), (text) => {
      const escaped = escapeMarkdown(text);
      const plain = text.replace(/^[ \t]+/gm, '').replace(/\n+/g, '\n');
      expect(escaped.replace(/\\([\s\S])/g, '$1')).toBe(plain);
      expect(escaped.replace(/\\[^\n]/g, 'x')).not.toMatch(/[*_`[\]<>|~&]|^\s*[-+#]|^\s*\d+[.)]/m);
    }),
  );
});
