interface Scheduler {
  yield?(): Promise<void>;
}

/**
 * Lets the page run, and answers when it is our turn again. `scheduler.yield` where there is one; elsewhere a message, which unlike
 * a timer is not held back. `requestIdleCallback` made a scan take 14 times as long.
 */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => (port1.close(), resolve()), { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
