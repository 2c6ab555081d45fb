import type { Call } from '../../call/call';
import { kindOf, type VendorWords } from '../../call/vendorWords';
import { type Field, text } from './fields';

/** A provider's status: its own word, and our kind of it. `own`: words that only this provider uses. */
export function statusOf(field: Field, own?: Partial<VendorWords<unknown>>): Call['status'] {
  const raw = text(field);
  return raw === undefined ? undefined : { raw, kind: kindOf('status', raw, own) };
}

/** A provider's sentiment: its own word, and our kind of it. `own`: words that only this provider uses. */
export function sentimentOf(field: Field, own?: Partial<VendorWords<unknown>>): Call['sentiment'] {
  const raw = text(field);
  return raw === undefined ? undefined : { raw, kind: kindOf('sentiment', raw, own) };
}
