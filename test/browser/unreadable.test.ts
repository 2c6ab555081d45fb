import { expect, it } from 'vitest';
import { barrierOf } from '../../lib/browser/unreadable';

it.each([
  ['https://crm.example.com/contacts/1', undefined],
  ['http://127.0.0.1:4000/', undefined],
  ['https://crm.example.com/files?name=a.pdf', undefined],
  ['http://crm.example.com/', 'insecure'],
  ['https://crm.example.com/files/offer.PDF', 'pdf'],
  ['chrome://extensions/', 'browser'],
  ['about:blank', 'browser'],
  ['', 'browser'],
  ['file:///tmp/calls.html', 'file'],
  ['https://chromewebstore.google.com/detail/x', 'store'],
  ['https://chrome.google.com/webstore/category/extensions', 'store'],
  ['https://chrome.google.com/', undefined],
  ['https://addons.mozilla.org/en-US/firefox/', 'store'],
  ['https://addons.mozilla.org.example.com/', undefined],
] as const)('%s: %s', (address, barrier) => {
  expect(barrierOf(address)).toBe(barrier);
});
