import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { NotFound } from '../../../components/lookup/NotFound';
import type { Failure } from '../../../lib/errors';
import type { LookedUp } from '../../../lib/call/lookUp';

afterEach(cleanup);

const asked = (...failures: Failure[]): LookedUp => ({
  id: '50958',
  providers: ['dialnexa'],
  answer: {
    asked: failures.map((failure, index) => ({
      connection: `${index}`,
      label: `Line ${index}`,
      provider: 'dialnexa',
      failure,
    })),
  },
});

async function step(row: LookedUp, canEdit: boolean) {
  const onNext = vi.fn<Parameters<typeof NotFound>[0]['onNext']>();
  render(<NotFound row={row} providerName={() => 'DialNexa'} canEdit={canEdit} onNext={onNext} />);
  const button = screen.getByRole('button');
  await userEvent.click(button);
  expect(screen.getByRole('alert').contains(button)).toBe(true);
  const [call] = onNext.mock.calls;
  cleanup();
  return [button.textContent, call?.[0], call?.[1].code];
}

test('says who has no such call; what was typed can be changed, and where nothing was typed it can be asked again', async () => {
  const row = asked({ code: 'not-found' });
  expect(await step(row, true)).toEqual(['Edit', 'edit', 'not-found']);
  expect(await step(row, false)).toEqual(['Try again', 'retry', 'not-found']);
});

test('a failure that stands behind it decides the next step', async () => {
  expect(await step(asked({ code: 'not-found' }, { code: 'key-rejected' }), false)).toEqual([
    'Open settings',
    'options',
    'key-rejected',
  ]);
  expect(await step({ id: '1', providers: ['dialnexa'], failure: { code: 'no-connection' } }, false)).toEqual([
    'Open settings',
    'options',
    'no-connection',
  ]);
});
