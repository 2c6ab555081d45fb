import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Deliveries } from '../../../../components/call/activity/Deliveries';
import { RevealProvider } from '../../../../components/call/values/RevealContext';
import type { Call } from '../../../../lib/call/call';
import { mask } from '../../../../lib/redaction/mask';
import { bareCall } from '../../../fixtures/call';

afterEach(cleanup);

type Delivery = Call['deliveries'][number];

const delivery = (name: string, rest: Partial<Delivery> = {}): Delivery => ({
  channel: 'webhook',
  name,
  details: [],
  pointer: `/sent/${name}`,
  ...rest,
});

function show(deliveries: Delivery[], call: Partial<Call> = {}) {
  render(
    <RevealProvider call={{ ...bareCall, ...call }} onReveal={async (pointer) => `behind ${pointer}`}>
      <Deliveries deliveries={deliveries} />
    </RevealProvider>,
  );
  return within(screen.getByRole('list', { name: 'Deliveries' })).getAllByRole('listitem');
}

test('what failed comes first, else the order is the provider’s', () => {
  const items = show([
    delivery('a', { succeeded: true }),
    delivery('b'),
    delivery('c', { succeeded: false }),
    delivery('d', { succeeded: false }),
    delivery('e', { succeeded: true }),
  ]);
  expect(items.map((item) => item.querySelector('h4')?.textContent)).toEqual(['c', 'd', 'a', 'b', 'e']);
});

test('an outcome that the provider did not state is not claimed', () => {
  const [item] = show([delivery('a', { status: 'queued' })]);
  expect(item?.textContent).toBe('aqueuedwebhook');
});

test('the provider’s word stands beside ours, unless they are the same', () => {
  const [failed, sent] = show([
    delivery('a', { succeeded: true, status: 'sent' }),
    delivery('b', { succeeded: false, status: 'FAILED' }),
  ]);
  expect(failed?.textContent).toBe('bFailedwebhook');
  expect(sent?.textContent).toBe('aDeliveredsentwebhook');
});

test.each([
  [200, 'accepted'],
  [302, 'the address has moved'],
  [400, 'the receiver refused it'],
  [401, 'the receiver did not let it in'],
  [403, 'the receiver did not let it in'],
  [404, 'nothing is at this address'],
  [410, 'nothing is at this address'],
  [429, 'the receiver got too many requests'],
  [500, 'the receiver had trouble on its side'],
  [599, 'the receiver had trouble on its side'],
])('HTTP %i: %s', (code, words) => {
  const [item] = show([delivery('a', { code })]);
  within(item!).getByText(`HTTP ${code} (${words})`);
});

test('what was sent where, and what came back, is all there; documents are laid out', () => {
  const [item] = show([
    delivery('a', {
      method: 'POST',
      url: 'https://example.com/in',
      at: { text: '2026-05-04 14:46:15' },
      error: 'Read timed out',
      response: { ok: false, tries: [1, 2] },
      payload: '<b>raw</b>',
      details: [{ name: 'user_id', value: 1234, absent: false, pointer: '/sent/a/user_id' }],
    }),
  ]);
  const text = item?.textContent;
  for (const each of [
    'POST',
    'https://example.com/in',
    '2026-05-04 14:46:15',
    'Read timed out',
    '<b>raw</b>',
    '1234',
  ]) {
    expect(text).toContain(each);
  }
  expect(item?.querySelector('pre')?.textContent).toBe(JSON.stringify({ ok: false, tries: [1, 2] }, null, 2));
  expect(item?.querySelector('b:not(:has(*))')?.textContent).toBe('Error');
});

test('an empty response is shown as empty, a missing one not at all', () => {
  const [, empty] = show([delivery('a'), delivery('b', { response: '' })]);
  within(empty!).getByText('Response');
  within(empty!).getByText('""');
  expect(screen.getAllByText('Response')).toHaveLength(1);
});

test('a masked address is revealed where it stands, a masked value that stands nowhere else below', async () => {
  const masked = `https://example.com/${mask}`;
  const [item] = show([delivery('a', { url: masked })], {
    raw: { sent: { a: { webhook_url: masked, hidden: { deep: mask } } } },
    masked: ['/sent/a/webhook_url', '/sent/a/hidden/deep'],
  });
  await userEvent.click(within(item!).getByRole('button', { name: 'Reveal /sent/a/webhook_url' }));
  await within(item!).findByText('behind /sent/a/webhook_url');
  const rest = within(item!).getByText('Masked values').closest('details')!;
  within(rest).getByText('/sent/a/hidden/deep');
  expect(within(rest).getAllByRole('button', { hidden: true })).toHaveLength(1);
});
