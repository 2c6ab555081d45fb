import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { PersonalDataSection } from '../../../components/settings/PersonalDataSection';

afterEach(cleanup);

test('personal data is hidden from here on, or shown again', async () => {
  const onChange = vi.fn<(hides: boolean) => void>();
  render(<PersonalDataSection hides={false} forced={false} onChange={onChange} />);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Hide personal data' }));
  expect(onChange).toHaveBeenLastCalledWith(true);
});
