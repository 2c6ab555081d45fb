import type { MessageName } from '../../messages';
import { read } from '../../storage/item';
import type { Forbiddable, Lockable } from '../../storage/policy';
import { policyItem } from '../../storage/policyItem';

/** The part of the settings that a message changes, or what it does, as a policy may take it from the user. */
const wants: Partial<Record<MessageName, Lockable | Forbiddable>> = {
  saveConnection: 'connections',
  removeConnection: 'connections',
  addSamples: 'connections',
  addProvider: 'connections',
  removeProvider: 'connections',
  readOnce: 'sites',
  saveRules: 'sites',
  exportSettings: 'export',
  reveal: 'reveal',
};

/** Whether the policy there is takes from the user what a message asks for. */
export async function isForbidden(name: MessageName): Promise<boolean> {
  const wanted = wants[name];
  if (wanted === undefined) return false;
  const { locked, forbidden } = await read(policyItem);
  return [...locked, ...forbidden].includes(wanted);
}
