import { launchExtension, type LaunchOptions, type RunningExtension } from '../../harness/extension';
import { connectByMessage } from '../../harness/steps';
import type { Replica } from '../../harness/replica';

export interface TestBrowser extends RunningExtension {
  /** IDs of the connections by provider; empty without a replica. */
  connections: Record<string, string>;
  /** Adds the three connections; `openBrowser` did so already when it was given a replica. */
  connect(replica: Replica): Promise<Record<string, string>>;
}

/**
 * A browser with the extension in a fresh profile, connected to the replica when there is one.
 * End each test with `expect(browser.problems).toEqual([])`, and close the browser.
 */
export async function openBrowser({
  replica,
  ...options
}: LaunchOptions & { replica?: Replica } = {}): Promise<TestBrowser> {
  const extension = await launchExtension(options);
  const connect = async (to: Replica) => {
    const page = await extension.options();
    const connections = await connectByMessage(page, to);
    await page.close();
    return connections;
  };
  return { ...extension, connect, connections: replica ? await connect(replica) : {} };
}
