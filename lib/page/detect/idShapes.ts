import { uuidPattern } from './uuid';

/** How call IDs look that can be told in a text. `pattern` is the source of an expression that matches one whole ID (no anchors, no flags). */
export type PatternShape =
  /** The ID says by itself that it is one: each begins with `prefix`, which ends in `_` or `-`. */
  | { kind: 'prefix'; prefix: string; pattern: string }
  /** Any number or hex run may look like it; believed only with a label. */
  | { kind: 'bare'; pattern: string };

/** A UUID: an ID of several vendors' calls, and of most other records. */
export const uuidShape: PatternShape = { kind: 'bare', pattern: uuidPattern };

/** How call IDs of one provider look. `opaque`: like nothing in particular, so that they are asked about only where the user names the provider. */
export type IdShape = PatternShape | { kind: 'opaque' };

/** The ID shapes of each provider, as the worker hands them to the pages. */
export type ProviderIds = Record<string, PatternShape[]>;

/** Whether a text is one whole ID of the given shapes. */
export const isId = (id: string, shapes: IdShape[]): boolean =>
  shapes.some((shape) => shape.kind !== 'opaque' && new RegExp(`^(?:${shape.pattern})$`).test(id));
