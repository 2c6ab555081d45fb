/** Texts of a MiB made to be slow to search, as expressions: written where they are read, they need not cross a protocol. */
export const hostileTexts: Record<string, string> = {
  digits: `'1'.repeat(1 << 20)`,
  'hex letters': `'a'.repeat(1 << 20)`,
  'hex, 23 at a time': `('a1'.repeat(11) + 'b ').repeat(44000)`,
  'hex, 25 at a time': `('a1'.repeat(12) + 'b ').repeat(42000)`,
  'call_ and nothing': `'call_ '.repeat(180000)`,
  call_call_call_: `'call_'.repeat(210000)`,
  'one long call_': `'call_' + 'a1'.repeat(1 << 19)`,
  spaces: `' '.repeat(1 << 20)`,
  'labels only': `'call id '.repeat(140000)`,
  'labels glued': `'callid'.repeat(180000)`,
  'labels and numbers': `'call id: 50958 '.repeat(70000)`,
  'numbers only': `'50958 '.repeat(180000)`,
  URLs: `'https://example.com/calls/50958?id=1 '.repeat(29000)`,
  'quotes and brackets': `'"(['.repeat(360000)`,
};
