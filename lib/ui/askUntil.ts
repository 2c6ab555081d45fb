import { type Answer, ask, type MessageName, type Payload } from '../messages';

type Cancellable = { [N in MessageName]: Payload<N> extends { request: string } ? N : never }[MessageName];

/** Asks, and cancels the request in the worker when the signal aborts. */
export function askUntil<N extends Cancellable>(
  signal: AbortSignal,
  name: N,
  payload: Omit<Payload<N>, 'request'>,
): Promise<Answer<N>> {
  const request = crypto.randomUUID();
  signal.addEventListener('abort', () => void ask('cancel', { request }).catch(() => {}), { once: true });
  return ask(name, { ...payload, request } as Payload<N>, signal);
}
