import type { Connection } from '../../call/connection';
import { readManaged } from '../../storage/managed';
import { managedId } from '../../storage/policy';
import { readKey } from '../keys/keyStore';
import { readPolicy } from './readPolicy';

/** The key of a connection for this origin: the one that its policy has, else the one that was entered. Throws `locked`. */
export async function keyOf({ id, managed }: Connection, origin: string): Promise<string | undefined> {
  if (managed?.key !== 'byPolicy') return readKey(id, origin);
  const { connections = [] } = readPolicy(await readManaged()).policy;
  return connections.find((each) => managedId(each.id) === id)?.key;
}
