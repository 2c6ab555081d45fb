/** Requests that wait at one provider, with one key. */
export interface Waiting {
  provider: string;
  /** The provider's own name. */
  name: string;
  /** The connections whose requests wait. */
  connections: string[];
  /** When the next of them leaves: milliseconds since 1970. */
  until: number;
  /** `asked`: the provider said so. `capped`: it asked for more than an hour. `limit`: more would break its limit. */
  why: 'asked' | 'capped' | 'limit';
}
