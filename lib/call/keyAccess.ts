import type { Failure } from '../errors';

/** Whether a key may read something that the product asks for. */
export interface KeyAccess {
  part: 'list' | 'call' | 'contact' | 'recording';
  /** What completes a call, in the user's language; absent for the whole part. */
  name?: string;
  /** `untried`: nothing was there to try it with. `unoffered`: the provider has no request for it. */
  result: 'read' | 'untried' | 'unoffered' | { failure: Failure };
}
