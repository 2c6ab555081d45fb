import type { Envelope } from '../messages';

/** A page is told after so long that it has to wait on, and asks again: Chrome stops a worker that is asked nothing for 30 s. */
const hold = 20_000;
/** A page that has not asked again by then was closed. */
const grace = 10_000;

/** Work that a page waits for, by what it asked. */
interface Work {
  request: string;
  abort: AbortController;
  result: Promise<Envelope>;
  /** How many are told of it when it is done. */
  asking: number;
  forgetting?: ReturnType<typeof setTimeout>;
}

const works = new Map<string, Work>();

/**
 * The result of `start`, or after 20 s `waiting`. A page that then asks for the same `key` waits for the same work;
 * when none does within 10 s, it is aborted. `request` is the name to cancel it by.
 */
export async function resultOrWaiting(
  key: string,
  request: string,
  start: (signal: AbortSignal) => Promise<Envelope>,
): Promise<Envelope> {
  const work = works.get(key) ?? begin(key, request, start);
  clearTimeout(work.forgetting);
  work.asking++;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Promise<Envelope>((tell) => (timer = setTimeout(tell, hold, { waiting: true })));
  const envelope = await Promise.race([work.result, waiting]);
  clearTimeout(timer);
  const forget = () => {
    if (works.get(key) === work) works.delete(key);
    work.abort.abort();
  };
  if (--work.asking > 0) return envelope;
  if ('waiting' in envelope) work.forgetting = setTimeout(forget, grace);
  else forget();
  return envelope;
}

function begin(key: string, request: string, start: (signal: AbortSignal) => Promise<Envelope>): Work {
  const abort = new AbortController();
  const work = { request, abort, result: start(abort.signal), asking: 0 };
  works.set(key, work);
  return work;
}

/** Aborts the work that a page asked for under this name. */
export function cancel(request: string): void {
  for (const work of works.values()) {
    if (work.request === request) work.abort.abort(new DOMException('canceled', 'AbortError'));
  }
}
