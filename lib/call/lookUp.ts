import type { Failure } from '../errors';
import type { CallAnswer } from './callAnswer';
import type { Waiting } from './waiting';

export interface FoundId {
  id: string;
  /** Providers whose IDs look like it, by provider ID. */
  providers: string[];
}

/** One connection that was asked, and what it said. */
export interface Asked {
  provider: string;
  connection: string;
  label: string;
  failure: Failure;
}

export type LookUpAnswer = { found: CallAnswer } | { asked: Asked[] };

/** One row of a look-up: an ID, and what came of it so far. */
export interface LookedUp extends FoundId {
  answer?: LookUpAnswer;
  failure?: Failure;
  /** Whom it waits for, and until when. */
  waiting?: Waiting;
}
