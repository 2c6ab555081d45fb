import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { WordResults } from '../../../components/lookup/WordResults';
import type { SayingCall } from '../../../lib/call/sayings';

afterEach(cleanup);

const ref = { provider: 'omnidimension', connection: 'a', id: '50958' };
const sought = { words: 'cafe', transcript: 0, turn: 4 };
const found: SayingCall = {
  ref,
  call: {},
  sayings: [{ speaker: 'Customer', text: 'Hello. The Café, please.', at: 11, sought }],
  count: 3,
};

it('shows the sentence with the words marked, and opens the call at that turn', async () => {
  const onOpen = vi.fn<() => void>();
  render(<WordResults words="cafe" calls={[found]} among={12} onOpen={onOpen} />);
  expect(screen.getByRole('status').textContent).toBe('“cafe” in 1 of 12 calls read in this session');
  const list = within(screen.getByRole('list', { name: 'Calls with these words' }));
  expect(list.getByText('Café').tagName).toBe('MARK');
  list.getByText('2 more places');
  await userEvent.click(list.getByRole('button', { name: 'Call 50958, Customer: The Café, please.' }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(ref, [ref], sought);
});

it('says among how many calls there was nothing, or that none was read', () => {
  const { rerender } = render(<WordResults words="cafe" calls={[]} among={1} onOpen={() => {}} />);
  expect(screen.getByRole('status').textContent).toContain('“cafe” is in none of the 1 call read in this session');
  rerender(<WordResults words="cafe" calls={[]} among={0} onOpen={() => {}} />);
  expect(screen.getByRole('status').textContent).toContain('look up a call first');
});
