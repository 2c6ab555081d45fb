import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PicturedCalls } from '../../../components/picture/PicturedCalls';
import type { Counted } from '../../../lib/call/figures';

// It is loaded when it is first shown: a busy machine takes a while to.
beforeAll(() => import('../../../components/picture/CallPicture'));
afterEach(cleanup);

type Row = Counted & { id: string };
const row = (id: string, kind: 'completed' | 'failed', duration: number): Row => ({
  id,
  status: { kind, raw: kind },
  duration,
});
const rows = [row('a', 'completed', 70), row('b', 'failed', 0), row('c', 'failed', 70), row('d', 'completed', 400)];

const list = (of: Row[]) => (
  <PicturedCalls label="Latest calls" of={of} callOf={(call) => call}>
    {(shown) => <output>{shown.map(({ id }) => id).join(' ')}</output>}
  </PicturedCalls>
);
const shown = (text: string) => screen.getByText(text, { selector: 'output' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

async function opened(of: Row[] = rows) {
  const view = render(list(of));
  const title = await screen.findByRole('heading', { name: 'Picture' });
  if (!screen.queryByRole('toolbar', { name: 'Status' })) await userEvent.click(title);
  await screen.findByRole('toolbar', { name: 'Status' });
  return view;
}

describe('the picture above a list', () => {
  it('narrows the list by a press on a part, and gives it back by the chip or by a second press', async () => {
    await opened();
    shown('a b c d');
    await userEvent.click(button('Failed: 2 calls'));
    shown('b c');
    expect(button('Failed: 2 calls').getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(button('1 min to 2 min: 1 call'));
    shown('c');
    screen.getByText('1 of 4 calls');
    await userEvent.click(button('Status: Failed, show the others too'));
    shown('a c');
    await userEvent.click(button('1 min to 2 min: 2 calls'));
    shown('a b c d');
    expect(screen.queryByText(/of 4 calls/)).toBeNull();
  });

  it('goes from part to part by arrow keys, and chooses by Enter and the space bar', async () => {
    await opened();
    const status = within(screen.getByRole('toolbar', { name: 'Status' }));
    const parts = status.getAllByRole('button');
    expect(parts.map((part) => part.getAttribute('tabindex'))).toEqual(['0', '-1']);
    parts[0]?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Failed: 2 calls');
    await userEvent.keyboard('{Enter}');
    shown('b c');
    await userEvent.keyboard(' ');
    shown('a b c d');
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(status.getByRole('button', { name: 'Completed: 2 calls' }));
  });

  it('says all its numbers in a table', async () => {
    await opened();
    const table = within(screen.getByRole('table', { name: 'Calls by part' }));
    const cells = (name: string | RegExp) =>
      within(table.getByRole('row', { name }))
        .getAllByRole('cell')
        .map(({ textContent }) => textContent);
    expect(cells(/^Completed/)).toEqual(['2', '50%']);
    expect(cells(/^0 s/)).toEqual(['1', '25%']);
    expect(table.queryByText('Cost')).toBeNull();
  });

  it('says so where a further page has none of the chosen calls, and shows them all again', async () => {
    const { rerender } = await opened();
    await userEvent.click(button('Failed: 2 calls'));
    rerender(list(rows.map(({ id }) => row(id, 'completed', 5))));
    screen.getByText('None of these calls is in all the parts you chose.');
    await userEvent.click(button('Show all calls'));
    shown('a b c d');
  });

  it('is left out where there is little or nothing to count', async () => {
    const { rerender } = render(list(rows.slice(0, 2)));
    shown('a b');
    rerender(list(['a', 'b', 'c'].map((id) => ({ id }))));
    await new Promise((resolve) => setTimeout(resolve, 100));
    shown('a b c');
    expect(screen.queryByRole('heading', { name: 'Picture' })).toBeNull();
  });
});
