import { change, read } from '../../storage/item';
import { withLock } from '../../storage/lock';
import { readManaged, watchManaged } from '../../storage/managed';
import { managedKeysItem } from '../../storage/items';
import type { Policy } from '../../storage/policy';
import { policyItem } from '../../storage/policyItem';
import { syncSites } from '../browser/contentScripts';
import { restartReading } from '../browser/tabs';
import { forgetConnection, forgetWhatWasLearned } from '../connections';
import { providersReady } from '../described/ready';
import { endRequests } from '../requests/ends';
import { connectionsNamedIn } from './connectionsNamedIn';
import { isSameJson } from './isSameJson';

let ready: Promise<void> | undefined;

/** Resolves once the policy there is counts. What fails is tried again by whoever asks next. */
export const policyReady = (): Promise<void> =>
  (ready ??= applyPolicy().catch((error: unknown) => {
    ready = undefined;
    throw error;
  }));

/** Has the policy that the browser holds now count, and forgets what one before brought. */
export const applyPolicy = (): Promise<void> =>
  withLock('apply-policy', async () => {
    const [raw, before, keys] = await Promise.all([
      readManaged(),
      read(policyItem),
      read(managedKeysItem),
      providersReady(),
    ]);
    // What checks a policy is loaded where there is one: without it a worker starts sooner.
    const now = Object.keys(raw).length > 0 ? (await import('./toPolicy')).toPolicy(raw, keys) : policyItem.fallback;
    if (isSameJson(now, before)) return;
    await change(policyItem, () => now);
    await forgetOthers(before, now, connectionsNamedIn(raw));
    await syncSites();
    await restartReading();
  });

/** Forgets what was read through connections that are no more, or are others now, and of those that nobody names any more everything. */
async function forgetOthers(before: Policy, now: Policy, named: Set<string>): Promise<void> {
  for (const each of before.connections) {
    if (now.connections.some((other) => isSameJson({ ...other, label: '' }, { ...each, label: '' }))) continue;
    endRequests(each.id);
    await forgetWhatWasLearned(each.id);
  }
  const keys = Object.keys(await read(managedKeysItem));
  const gone = [...before.connections.map(({ id }) => id), ...keys].filter((id) => !named.has(id));
  for (const id of new Set(gone)) await forgetConnection(id);
}

/** Follows the policy while the browser runs. What fails is tried again by whoever asks next. */
export const registerPolicy = (): void =>
  watchManaged(() => {
    ready = undefined;
    void policyReady().catch(() => {});
  });
