import type { Page } from 'playwright-core';
import type { RunningExtension } from '../../harness/extension';

/** Stops the worker as the browser does when it thinks it idle: at once, whatever it is doing. `page` is any of the extension's. */
export async function stopWorkerOf({ context }: Pick<RunningExtension, 'context'>, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
