/** What can go wrong, each with a sentence of its own under `failure` in the locale files. */
export type FailureCode =
  | 'empty-text'
  | 'no-ids'
  | 'no-connection'
  | 'not-found'
  | 'key-missing'
  | 'key-rejected'
  | 'locked'
  | 'passphrase-wrong'
  | 'scope-missing'
  | 'no-access'
  | 'account-missing'
  | 'payment-required'
  | 'request-rejected'
  | 'rate-limited'
  | 'provider-down'
  | 'provider-said'
  | 'wrong-call'
  | 'host-permission'
  | 'unreachable'
  | 'offline'
  | 'timed-out'
  | 'cut-off'
  | 'not-json'
  | 'html'
  | 'empty-body'
  | 'too-large'
  | 'too-deep'
  | 'canceled'
  | 'recording-expired'
  | 'recording-type'
  | 'import-invalid'
  | 'import-too-large'
  | 'import-twice'
  | 'too-many-connections'
  | 'stored-newer'
  | 'forbidden'
  | 'worker-gone'
  | 'unexpected';

/**
 * A failure as data: it crosses messages and becomes one sentence with a next step on screen.
 * It never holds a key, a header, a URL query or a reply's body; `said` is the provider's own sentence, redacted and cut.
 */
export interface Failure {
  code: FailureCode;
  /** HTTP status, where a reply came. */
  status?: number;
  said?: string;
  /** Host that was asked, without path or query. */
  host?: string;
  /** ISO 8601: the provider asked not to be asked before then. */
  retryAt?: string;
  /** The scope or permission the vendor names. */
  scope?: string;
  /** What the account needs beside its key, in words: "a location ID". */
  field?: string;
}

/** The only error our own code throws on purpose. */
export class CallFailure extends Error {
  override name = 'CallFailure';
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

export const fail = (code: FailureCode, rest: Omit<Failure, 'code'> = {}): never => {
  throw new CallFailure({ code, ...rest });
};

const meanings: Record<number, FailureCode> = {
  401: 'key-rejected',
  402: 'payment-required',
  403: 'no-access',
  404: 'not-found',
  429: 'rate-limited',
};

/** What an HTTP status means where the vendor's words say nothing more precise. */
export const meaningOf = (status: number): FailureCode =>
  meanings[status] ?? (status >= 500 ? 'provider-down' : 'request-rejected');

/** Any thrown thing as a failure. An unforeseen error keeps nothing of its text, which might hold a secret. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof CallFailure) return thrown.failure;
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return { code: 'canceled' };
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') return { code: 'timed-out' };
  return { code: 'unexpected' };
}
