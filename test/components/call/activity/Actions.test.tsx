import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Actions } from '../../../../components/call/activity/Actions';
import type { Call } from '../../../../lib/call/call';

afterEach(cleanup);

type Action = Call['actions'][number];

const action = (name: string, rest: Partial<Action> = {}): Action => ({
  type: 'SOMETHING_NEW',
  name,
  parameters: [],
  pointer: `/${name}`,
  ...rest,
});

function show(actions: Action[]) {
  render(<Actions actions={actions} />);
  return within(screen.getByRole('list', { name: 'Actions' })).getAllByRole('listitem');
}

test('what failed comes first, else the order is the provider’s', () => {
  const items = show([action('a'), action('b', { succeeded: true }), action('c', { succeeded: false })]);
  expect(items.map((item) => item.querySelector('h4')?.textContent)).toEqual(['c', 'a', 'b']);
});

test('a known type is said in words beside the provider’s own; an unknown one stands alone', () => {
  const [known, unknown] = show([action('Send address', { type: 'SMS', typeName: 'Sent an SMS' }), action('b')]);
  expect(known?.textContent).toBe('Send addressSent an SMSSMS');
  expect(unknown?.textContent).toBe('bSOMETHING_NEW');
});

test('an action without a name is called by what it does, or said to have none', () => {
  const [known, unknown] = show([
    action('', { type: 'SMS', typeName: 'Sent an SMS', pointer: '/1' }),
    action('', { pointer: '/2' }),
  ]);
  expect(known?.textContent).toBe('Sent an SMSSMS');
  expect(unknown?.querySelector('h4')?.textContent).toBe('An action without a name');
});

test('a result of nothing is a result, a missing one is none', () => {
  const [none, nothing, zero] = show([action('a'), action('b', { result: null }), action('c', { result: 0 })]);
  expect(within(none!).queryByText('Result')).toBeNull();
  expect(within(nothing!).getByText('Result').parentElement?.textContent).toBe('Resultnull');
  expect(within(zero!).getByText('Result').parentElement?.textContent).toBe('Result0');
});

test('nothing is said of an outcome, a place or a time that the provider did not state; 0 is a time', () => {
  const [bare, whole] = show([
    action('a'),
    action('b', { succeeded: true, seconds: 0, offset: 0, turn: 0, id: 'x1', at: { text: '14:00' } }),
  ]);
  expect(bare?.textContent).toBe('aSOMETHING_NEW');
  expect(whole?.textContent).toBe('bSOMETHING_NEWx1Succeeded0:0014:00 zone?0sTurn 1');
});
