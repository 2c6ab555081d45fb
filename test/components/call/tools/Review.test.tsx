import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Review } from '../../../../components/call/tools/Review';

afterEach(cleanup);

test('each press changes one thing and leaves the others alone', async () => {
  const onReview = vi.fn<Parameters<typeof Review>[0]['onReview']>();
  render(<Review review={{ flagged: true, note: 'Call back' }} onReview={onReview} />);
  await userEvent.click(screen.getByRole('button', { name: 'Reviewed' }));
  expect(onReview).toHaveBeenLastCalledWith({ reviewed: true });
  await userEvent.click(screen.getByRole('button', { name: 'Flagged', pressed: true }));
  expect(onReview).toHaveBeenLastCalledWith({ flagged: false });
});

test('a note is kept once it is left, trimmed', async () => {
  const onReview = vi.fn<Parameters<typeof Review>[0]['onReview']>();
  render(<Review review={{}} onReview={onReview} />);
  await userEvent.click(screen.getByRole('button', { name: 'Add a note' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Your note' }), ' Ask for Zoë ');
  await userEvent.tab();
  expect(onReview).toHaveBeenLastCalledWith({ note: 'Ask for Zoë' });
});
