import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Lots } from '../../../components/ui/Lots';

afterEach(cleanup);

const drawItem = (name: string) => <li key={name}>{name}</li>;
const items = Array.from({ length: 1200 }, (_, index) => `item ${index}`);
const drawn = () => screen.getAllByText(/^item /).length;
async function settled(count: number): Promise<void> {
  await expect.poll(drawn, { timeout: 10_000 }).toBe(count);
}

test('a long list is drawn in lots, goes on at a press, and is whole on paper', async () => {
  render(
    <ul>
      <Lots of={items} render={drawItem} holder="item" />
    </ul>,
  );
  expect(drawn()).toBe(10);
  await settled(500);
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(drawn()).toBe(1200);
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(drawn()).toBe(500);
  await userEvent.click(screen.getByRole('button', { name: 'Show 500 more of 700' }));
  await settled(1000);
  await userEvent.click(screen.getByRole('button', { name: 'Show 200 more of 200' }));
  await settled(1200);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a usual list is drawn whole at once', () => {
  render(
    <ul>
      <Lots of={items.slice(0, 150)} render={drawItem} holder="item" />
    </ul>,
  );
  expect(drawn()).toBe(150);
});
