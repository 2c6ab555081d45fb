/**
 * How call IDs of one provider look. `pattern` is the source of an expression that matches one whole ID (no anchors, no flags).
 * `prefix`: the ID says by itself that it is one. `bare`: any number or hex run may look like it; believed only with a label.
 */
export interface IdShape {
  kind: 'prefix' | 'bare';
  pattern: string;
}

/** The ID shapes of each provider, as the worker hands them to whoever reads text. */
export type ProviderIds = Record<string, IdShape[]>;
