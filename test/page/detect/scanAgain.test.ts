import { expect, it } from 'vitest';
import { judgeOf } from '../../../lib/page/detect/judgeOf';
import { scanAdded, scanAgain, type ScanOptions } from '../../../lib/page/detect/scan';
import { idShapes } from '../../../lib/providers/idShapes';
import { labels } from '../../../lib/providers/labels';

const options: ScanOptions = {
  labels,
  judgeOf,
  openShadowRoot: () => null,
  rules: [{ provider: 'dialnexa', kind: 'pattern', pattern: 'T-(\\d{4})' }],
};

/** What a page shows, and what is found at the same places when they are judged again, in any order. */
function twice(html: string): [string[], string[]] {
  document.body.innerHTML = html;
  const found = scanAdded([document.body], idShapes, options);
  const again = scanAgain(found.toReversed(), idShapes, options);
  return [found, again].map((all) => all.map(({ id }) => id).sort()) as [string[], string[]];
}

it.each([
  [
    'a label and a pattern of the site in one text',
    '<p>Ticket T-4711 was closed. Call ID: 50958</p>',
    ['4711', '50958'],
  ],
  ['several IDs of one text', '<p>Call IDs: 50958, 50959 and 50960</p>', ['50958', '50959', '50960']],
  ['a field', '<label>Call ID <input value="50958"></label>', ['50958']],
  ['several IDs of one field', '<input value="Call ID: 50958, order 50959, Call ID: 50960">', ['50958', '50960']],
])('finds what is there still: %s', (_, html, ids) => {
  expect(twice(html)).toEqual([ids, ids]);
});

it('finds nothing where the label has changed', () => {
  document.body.innerHTML = '<dl><dt>Call ID</dt><dd>50958</dd></dl>';
  const found = scanAdded([document.body], idShapes, options);
  expect(found).toHaveLength(1);
  document.querySelector('dt')!.textContent = 'Order';
  expect(scanAgain(found, idShapes, options)).toEqual([]);
});

const table = `<table><thead><tr><th>Call ID</th><th>Note</th></tr></thead><tbody><tr><td>50958</td><td>a</td></tr>
  <tr><td>50959</td><td>b</td></tr></tbody></table>`;

it.each(['tr:last-child', 'tr:last-child td', 'tbody', 'table'])(
  'goes on where the page took away what it judges: %s',
  (gone) => {
    document.body.innerHTML = `${table}<p>Call ID: 61234</p>`;
    const found = scanAdded([document.body], idShapes, options);
    expect(found.map(({ id }) => id)).toEqual(['50958', '50959', '61234']);
    document.querySelector(`tbody ${gone}, ${gone}`)!.remove();
    expect(scanAgain(found, idShapes, options).map(({ id }) => id)).toContain('61234');
  },
);

it('reads on behind rows that stand in a shadow root, in nothing else', () => {
  document.body.innerHTML = '<div></div><p>Call ID: 61234</p>';
  const root = document.querySelector('div')!.attachShadow({ mode: 'open' });
  root.innerHTML = `<div role="row"><span role="columnheader">Call ID</span><span role="columnheader">Note</span></div>
    <div role="row"><span role="gridcell">50958</span><span role="gridcell">a</span></div>
    <div role="row"><span role="gridcell">50959</span><span role="gridcell">b</span></div>`;
  const open = { ...options, openShadowRoot: ({ shadowRoot }: Element) => shadowRoot };
  expect(scanAdded([document.body], idShapes, open).map(({ id }) => id)).toContain('61234');
});
