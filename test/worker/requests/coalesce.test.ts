// @vitest-environment node
import { expect, it, vi } from 'vitest';
import { coalesce } from '../../../lib/worker/requests/coalesce';

const never = () => new AbortController().signal;

it('runs equal requests once and answers all who asked', async () => {
  const start = vi.fn(async () => 'call');
  const answers = await Promise.all([coalesce('a', never(), start), coalesce('a', never(), start)]);
  expect(answers).toEqual(['call', 'call']);
  expect(start).toHaveBeenCalledOnce();
  await coalesce('a', never(), start);
  expect(start).toHaveBeenCalledTimes(2);
});

it('goes on while anybody waits, and stops when nobody does', async () => {
  let work: AbortSignal | undefined;
  const start = (signal: AbortSignal) =>
    new Promise<string>((_, reject) => {
      work = signal;
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  const [first, second] = [new AbortController(), new AbortController()];
  const one = coalesce('b', first.signal, start).catch(() => 'left');
  const two = coalesce('b', second.signal, start).catch(() => 'left');
  first.abort();
  expect(await one).toBe('left');
  expect(work?.aborted).toBe(false);
  second.abort();
  expect(await two).toBe('left');
  expect(work?.aborted).toBe(true);
});

it('hands a failure to all and forgets it', async () => {
  const start = vi.fn(async () => {
    throw new Error('down');
  });
  await expect(Promise.all([coalesce('c', never(), start), coalesce('c', never(), start)])).rejects.toThrow('down');
  expect(start).toHaveBeenCalledOnce();
  expect(await coalesce('c', never(), async () => 'up')).toBe('up');
});
