import type { CallRef } from './call';

/** One string that is equal exactly when two refs are: for keys of maps, caches and lists. */
export const refKey = (ref: CallRef) => JSON.stringify([ref.provider, ref.connection, ref.id]);
