import type { Page } from 'playwright-core';
import { buildForE2e } from '../test/harness/buildForE2e';
import { startCrm } from '../test/harness/crm';
import { launchExtension, type RunningExtension } from '../test/harness/extension';
import { startReplica, type Replica } from '../test/harness/replica';
import { connectByForm, enableSite } from '../test/harness/steps';

/** Whether a browser can show its windows here. */
export const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const interrupt = new AbortController();
/** What was started, the newest last. */
const started: (() => Promise<void>)[] = [];

let ending = false;

/** Ends everything that was started, once: closing the browser is itself an event that ends the program. */
export async function end(code: number): Promise<never> {
  if (ending) return await new Promise<never>(() => {});
  ending = true;
  for (const close of started.splice(0).reverse()) await close().catch(() => {});
  process.exit(code);
}

/** Runs something; where it fails because the program ends, waits for that end. */
export async function untilEnd<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (ending) return await new Promise<never>(() => {});
    throw error;
  }
}

/** Runs one step; when it fails, says which and why in one sentence and ends. */
export async function step<T>(what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await untilEnd(run);
  } catch (error) {
    console.error(`${what} failed: ${error instanceof Error ? error.message : String(error)}`);
    return await end(1);
  }
}

/** Builds the extension; a signal that ends the program ends that too. */
export const build = () => buildForE2e(interrupt.signal);

/** The extension in a browser, connected to replicas of the providers' APIs, with the demo CRM open in a tab. */
export interface Product {
  extension: RunningExtension;
  replica: Replica;
  options: Page;
  crm: Page;
}

/** Builds and starts the whole product. Ends the program where a step fails, and with everything started at a signal. */
export async function startProduct(headless: boolean): Promise<Product> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      interrupt.abort();
      void end(0);
    });
  }

  console.log('Building the extension …');
  await step('Building the extension', build);

  const replica = await step('Starting the replicas', () => startReplica());
  started.push(() => replica.close());
  const site = await step('Starting the demo CRM', startCrm);
  started.push(() => site.close());

  const extension = await step('Starting the browser', () => launchExtension({ headless }));
  started.push(() => extension.close());

  const options = await step('Opening the settings', () => extension.options());
  await step('Connecting the extension to the replicas', () => connectByForm(options, replica));
  await step('Enabling the demo CRM', () => enableSite(options, site.url));

  const crm = await step('Opening the demo CRM', async () => {
    const tab = await extension.context.newPage();
    await tab.goto(site.url);
    return tab;
  });
  return { extension, replica, options, crm };
}
