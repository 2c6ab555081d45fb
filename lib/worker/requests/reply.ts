import type { Json } from '../../call/call';
import { parseJson } from '../../call/exactJson';
import { CallFailure, fail, type Failure } from '../../errors';

/** Deeper JSON is refused: it would overflow the stack of what walks it. */
const depthCap = 100;

/** What went wrong where no reply, or no whole reply, came. `signal` is the request's own. */
export function networkFailure(error: unknown, signal: AbortSignal, host: string): Failure {
  if (signal.aborted) return { code: isTimeout(signal.reason) ? 'timed-out' : 'canceled', host };
  if (isTimeout(error)) return { code: 'timed-out', host };
  return { code: navigator.onLine === false ? 'offline' : 'unreachable', host };
}

const isTimeout = (reason: unknown) => reason instanceof DOMException && reason.name === 'TimeoutError';

/** Reads a reply to its end. Throws `too-large` beyond `sizeCap` bytes, `cut-off` when it breaks off. */
export async function readBody(
  response: Response,
  sizeCap: number,
  signal: AbortSignal,
  host: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.length;
      if (size > sizeCap) fail('too-large', { host });
      chunks.push(part.value);
    }
  } catch (error) {
    if (error instanceof CallFailure) throw error;
    const { code } = networkFailure(error, signal, host);
    throw new CallFailure({ code: code === 'unreachable' ? 'cut-off' : code, host });
  } finally {
    await reader?.cancel().catch(() => {});
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** A reply's body as JSON. Throws a `CallFailure` that says what it is instead. */
export function parseReply({ bytes, type }: { bytes: Uint8Array; type: string }, host: string): Json {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') fail('empty-body', { host });
  if (text.startsWith('<') || (type.includes('text/html') && !/^[[{]/.test(text))) fail('html', { host });
  if (walkBrackets(text).deepest > depthCap) fail('too-deep', { host });
  try {
    return parseJson(text);
  } catch {
    return fail(walkBrackets(text).endsOpen ? 'cut-off' : 'not-json', { host });
  }
}

/** Walks JSON text outside its strings: how deep it goes, and whether it stops with something still open. */
function walkBrackets(text: string): { deepest: number; endsOpen: boolean } {
  const open: number[] = [];
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 92) i++;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 91 || code === 123) deepest = Math.max(deepest, open.push(code));
    // In ASCII the closing bracket stands two behind its opening one.
    else if ((code === 93 || code === 125) && open.pop() !== code - 2) return { deepest, endsOpen: false };
  }
  return { deepest, endsOpen: inString || open.length > 0 };
}

/** The JSON of a reply that is a failure; `undefined` where there is none, or it is too deep to walk. */
export function readRefusal(bytes: Uint8Array): Json | undefined {
  const text = new TextDecoder().decode(bytes);
  if (walkBrackets(text).deepest > depthCap) return undefined;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
