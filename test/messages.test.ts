// @vitest-environment node
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ask } from '../lib/messages';

/** A worker that answers so, one after the other; `undefined` when it is stopped before it can. */
function worker(...answers: unknown[]) {
  const sent = vi.fn(async () => {
    const next = answers.length > 1 ? answers.shift() : answers[0];
    if (next === undefined) throw new Error('The message port closed before a response was received.');
    return next;
  });
  Object.assign(browser.runtime, { sendMessage: sent });
  return sent;
}
const waiting = { waiting: true };
const question = () => ask('findIds', { text: '50958' });

it('is asked again while it says that it takes longer, however often it is stopped on the way', async () => {
  const rounds = Array.from({ length: 20 }, () => [undefined, undefined, waiting]).flat();
  const sent = worker(...rounds, { ok: ['found'] });
  expect(await question()).toEqual(['found']);
  expect(sent).toHaveBeenCalledTimes(61);
});

it('is not asked for ever when it never comes to an answer', async () => {
  const sent = worker(undefined);
  await expect(question()).rejects.toMatchObject({ failure: { code: 'worker-gone' } });
  expect(sent).toHaveBeenCalledTimes(10);
});

it('is not asked again by who has stopped waiting', async () => {
  const abort = new AbortController();
  const sent = worker(waiting);
  sent.mockImplementationOnce(async () => {
    abort.abort();
    return waiting;
  });
  await expect(ask('findIds', { text: '50958' }, abort.signal)).rejects.toMatchObject({
    failure: { code: 'canceled' },
  });
  expect(sent).toHaveBeenCalledOnce();
});
