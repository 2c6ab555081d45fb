import { fail } from '../errors';

// A recording that only the worker can fetch, handed to one page from memory to memory: what passes through a database is on disk,
// and messages carry JSON alone. 60 MB take a second.

interface Sent {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

/** Longer than any copy within this machine takes: milliseconds. */
const patience = 15_000;

/** Sends a recording to the page that listens on a channel of this name. */
export function sendRecording(channel: string, recording: Sent): void {
  const open = new BroadcastChannel(channel);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target, and is of one origin
  open.postMessage(recording);
  open.close();
}

/**
 * Listens on a channel of its own while `ask` has the worker send a recording there, or name an address in its place. Throws
 * `worker-gone` when nothing comes.
 */
export async function receiveRecording<T extends object>(
  ask: (channel: string) => Promise<T | { sent: true }>,
): Promise<T | Blob> {
  const name = crypto.randomUUID();
  const channel = new BroadcastChannel(name);
  try {
    const received = new Promise<Sent>((resolve) => {
      channel.addEventListener('message', ({ data }: MessageEvent<Sent>) => resolve(data), { once: true });
    });
    const source = await ask(name);
    if (!('sent' in source)) return source;
    const timeout = AbortSignal.timeout(patience);
    const late = new Promise<undefined>((resolve) => timeout.addEventListener('abort', () => resolve(undefined)));
    const { bytes, type } = (await Promise.race([received, late])) ?? fail('worker-gone');
    return new Blob([bytes], { type });
  } finally {
    channel.close();
  }
}
