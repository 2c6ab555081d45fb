import { asFailure, CallFailure, type Failure } from '../../errors';
import type { Reply } from '../provider';

/** Requests that complete a call: one that fails costs its details, not the call. */
export function completion() {
  const failed: Failure[] = [];
  return {
    /** What the request brings; `undefined` where it failed. Throws `canceled`, and what is no failure of a request. */
    async add<T>(work: Promise<T>): Promise<T | undefined> {
      try {
        return await work;
      } catch (error) {
        const failure = asFailure(error);
        if (failure.code === 'canceled' || !(error instanceof CallFailure)) throw error;
        failed.push(failure);
        return undefined;
      }
    },
    /** The first failure, with the scopes that any of the requests lacked. */
    failures(): Reply['failures'] {
      const scope = failed.flatMap((each) => each.scope ?? []).join(', ') || undefined;
      return failed
        .slice(0, 1)
        .map((failure) => ({ what: 'details', failure: { ...failure, ...(scope && { scope }) } }));
    },
  };
}
