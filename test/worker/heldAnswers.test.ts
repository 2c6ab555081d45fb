// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Envelope } from '../../lib/messages';
import { cancel, resultOrWaiting } from '../../lib/worker/heldAnswers';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Work that is done when it is told, and knows whether it is still wanted. */
function work() {
  let finish: (envelope: Envelope) => void = () => {};
  const start = vi.fn(
    (signal: AbortSignal) =>
      new Promise<Envelope>((done) => {
        finish = done;
        signal.addEventListener('abort', () => done({ failure: { code: 'canceled' } }));
      }),
  );
  return { start, finish: (envelope: Envelope) => finish(envelope) };
}
const isWaiting = { waiting: true };

it('takes minutes, while the page asks again', async () => {
  const { start, finish } = work();
  for (let round = 0; round < 30; round++) {
    const held = resultOrWaiting('a', 'r', start);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await held).toEqual(isWaiting);
    await vi.advanceTimersByTimeAsync(1000);
  }
  const last = resultOrWaiting('a', 'r', start);
  finish({ ok: 'call' });
  expect(await last).toEqual({ ok: 'call' });
  expect(start).toHaveBeenCalledOnce();
});

it('keeps what came while nobody asked, for the one who asks again', async () => {
  const { start, finish } = work();
  const held = resultOrWaiting('b', 'r', start);
  await vi.advanceTimersByTimeAsync(20_000);
  await held;
  finish({ ok: 'call' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(await resultOrWaiting('b', 'r', start)).toEqual({ ok: 'call' });
  expect(start).toHaveBeenCalledOnce();
});

it('is given up when the page does not ask again', async () => {
  const { start } = work();
  void resultOrWaiting('c', 'r', start);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(start.mock.calls[0]?.[0].aborted).toBe(true);
  void resultOrWaiting('c', 'r', start);
  expect(start).toHaveBeenCalledTimes(2);
});

it('can be cancelled, also between two questions', async () => {
  const { start } = work();
  const held = resultOrWaiting('d', 'mine', start);
  await vi.advanceTimersByTimeAsync(20_000);
  await held;
  cancel('another');
  expect(start.mock.calls[0]?.[0].aborted).toBe(false);
  cancel('mine');
  expect(await resultOrWaiting('d', 'mine', start)).toEqual({ failure: { code: 'canceled' } });
});
