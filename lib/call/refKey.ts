import type { CallRef } from './callRef';

/** One string that is equal exactly when two refs are: for keys of maps, caches and lists. */
export const refKey = (ref: CallRef) => JSON.stringify([ref.provider, ref.connection, ref.id]);

/** The ref that a key was made of; `undefined` for what is no such key. */
export function readRefKey(key: string): CallRef | undefined {
  try {
    const [provider, connection, id] = JSON.parse(key) as unknown[];
    const isRef = [provider, connection, id].every((each) => typeof each === 'string');
    return isRef ? ({ provider, connection, id } as CallRef) : undefined;
  } catch {
    return undefined;
  }
}
