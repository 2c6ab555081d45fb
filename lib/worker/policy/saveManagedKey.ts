import { fail } from '../../errors';
import type { Connection } from '../../call/connection';
import { change, read } from '../../storage/item';
import { managedKeysItem } from '../../storage/items';
import { policyItem } from '../../storage/policyItem';
import { withConnections } from '../connections';
import { saveKey } from '../keys/keyStore';
import { originOf } from '../requests/api';
import { applyPolicy } from './apply';

const find = async (id: string): Promise<Connection> =>
  (await read(policyItem)).connections.find((each) => each.id === id) ?? fail('no-connection');

/**
 * Stores the user's own key for a connection that a policy brings without one. Throws `no-connection` for any other, `forbidden` where the
 * policy has the key, and `locked`.
 */
export async function saveManagedKey(id: string, entered: string): Promise<Connection> {
  await withConnections(async () => {
    const connection = await find(id);
    if (connection.managed?.key === 'byPolicy') fail('forbidden');
    const key = entered.trim();
    const origin = originOf(connection);
    await saveKey(id, origin, key);
    await change(managedKeysItem, (all) => ({ ...all, [id]: { origin, end: key.slice(-4) } }));
  });
  await applyPolicy();
  return find(id);
}
