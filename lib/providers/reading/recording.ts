import type { Recording } from '../../call/call';
import { type Field, text } from './fields';

const loopback = new Set(['127.0.0.1', 'localhost']);

/**
 * An address that is safe to play, whole: https and without user-info; plain http only on this machine, where a company's own gateway
 * may run. `base` completes a path; without one a path is no address.
 */
function safeUrl(address: string, base?: string): string | undefined {
  const url = URL.parse(address, base);
  if (!url || url.username || url.password) return undefined;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  return isSafe ? url.href : undefined;
}

/** The recording a link field names. Works on masked links too: a mask keeps scheme, user-info's presence, and host. */
export function linkedRecording(link: Field, base?: string): Recording {
  const address = text(link);
  if (address === undefined) return { kind: 'none' };
  return { kind: safeUrl(address, base) ? 'link' : 'rejected', pointer: link.pointer };
}

/** The safe address a link field holds. */
export function recordingUrl(link: Field, base?: string): { url: string } | undefined {
  const url = safeUrl(text(link) ?? '', base);
  return url && text(link) ? { url } : undefined;
}
