import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Skeleton } from '../../../components/ui/Skeleton';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('after four seconds it says who is being waited for, and not before', () => {
  render(<Skeleton waitingFor="DialNexa" />);
  act(() => void vi.advanceTimersByTime(3999));
  expect(screen.getByRole('status').textContent).not.toContain('DialNexa');
  act(() => void vi.advanceTimersByTime(1));
  expect(screen.getByRole('status').textContent).toBe('Still waiting for DialNexa…');
});
