import { asFailure, CallFailure, type Failure } from '../../errors';
import type { Reply, Words } from '../provider';

/** Requests that complete a call: one that fails costs its details, not the call. */
export function completion() {
  const failed: { what: Words; failure: Failure }[] = [];
  return {
    /**
     * What the request for a part of the call brings; `undefined` where it failed. `what` names the part for the user. Throws
     * `canceled`, and what is no failure of a request.
     */
    async add<T>(what: Words, work: Promise<T>): Promise<T | undefined> {
      try {
        return await work;
      } catch (error) {
        const failure = asFailure(error);
        if (failure.code === 'canceled' || !(error instanceof CallFailure)) throw error;
        failed.push({ what, failure });
        return undefined;
      }
    },
    /** The first failure of each kind, with the scopes that any of the requests lacked. */
    failures(): Reply['failures'] {
      return [...Map.groupBy(failed, ({ failure }) => failure.code).values()].flatMap((alike) => {
        const scope = alike.flatMap(({ failure }) => failure.scope ?? []).join(', ');
        return alike
          .slice(0, 1)
          .map(({ what, failure }) => ({ what, failure: { ...failure, ...(scope && { scope }) } }));
      });
    },
  };
}
