import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { NextStep } from '../../../lib/ui/takeStep';
import { Problem } from '../../../components/ui/Problem';

afterEach(cleanup);

test('a failure is an alert with its next step in it', async () => {
  const onNext = vi.fn<(step: NextStep) => void>();
  render(<Problem failure={{ code: 'key-rejected' }} context={{ provider: 'DialNexa' }} onNext={onNext} />);
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('DialNexa did not accept the key');
  await userEvent.click(within(alert).getByRole('button', { name: 'Open settings' }));
  expect(onNext).toHaveBeenCalledExactlyOnceWith('options');
});

test('the vendor’s words stay text', () => {
  render(<Problem failure={{ code: 'provider-said', said: '<img src=x onerror=alert(1)>' }} />);
  expect(screen.getByRole('alert').textContent).toContain('<img src=x onerror=alert(1)>');
  expect(document.querySelector('img')).toBeNull();
});
