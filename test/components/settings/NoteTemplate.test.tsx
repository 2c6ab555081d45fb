import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { NoteTemplate } from '../../../components/settings/NoteTemplate';

afterEach(cleanup);

type Props = Parameters<typeof NoteTemplate>[0];

function show(template: Props['template']) {
  const onChange = vi.fn<Props['onChange']>();
  render(<NoteTemplate template={template} locked={false} onChange={onChange} onReset={() => {}} />);
  return onChange;
}

test('parts are moved, taken out, and put in at the end', async () => {
  const onChange = show(['summary', 'status', 'agent']);
  await userEvent.click(screen.getByRole('button', { name: 'Move Agent up' }));
  expect(onChange).toHaveBeenLastCalledWith(['summary', 'agent', 'status']);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Summary' }));
  expect(onChange).toHaveBeenLastCalledWith(['agent', 'status']);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Transcript' }));
  expect(onChange).toHaveBeenLastCalledWith(['agent', 'status', 'transcript']);
});

test('the first part cannot move up, the last not down, one that is out not at all', () => {
  show(['summary', 'status']);
  const moves = screen.getAllByRole('button', { name: /^Move/ }).map((button) => button.getAttribute('aria-label'));
  expect(moves).toEqual(['Move Summary down', 'Move Status up']);
});
