import { apiAddress } from '../../browser/origins';
import type { Connection } from '../../call/connection';
import { providerById } from '../../providers';
import { readManaged } from '../../storage/managed';
import { managedId } from '../../storage/policy';
import { readKey } from '../keys/keyStore';

/**
 * The key of a connection for this origin: the one that its policy has, else the one that was entered. `undefined` where the policy has
 * another address by now. Throws `locked`.
 */
export async function keyOf({ id, managed }: Connection, origin: string): Promise<string | undefined> {
  if (managed?.key !== 'byPolicy') return readKey(id, origin);
  const { readPolicy } = await import('./readPolicy');
  const { connections = [] } = readPolicy(await readManaged()).policy;
  const found = connections.find((each) => managedId(each.id) === id);
  const address = found && apiAddress(providerById(found.provider).regions, found);
  return address && new URL(address).origin === origin ? found.key : undefined;
}
