import type { Call } from '../call/call';

/** What a call does not know of itself: how its provider and its connection are called on screen. */
export interface Names {
  provider: string;
  connection: string;
}

/** One way to take a call away as a file. */
export interface ExportFormat {
  id: string;
  /** File extension, without the dot. */
  extension: string;
  /** MIME type. */
  type: string;
  label: () => string;
  /** What stands between several calls in one file; absent where a file holds one. */
  between?: string;
  /** The file's text; `undefined` where the call has nothing this format can hold. */
  write: (call: Call, names: Names) => string | undefined;
}

/** A name for the file that every system accepts: `call-dialnexa-call_x9y3zp4mq7r1-transcript.csv`. */
export function fileName(
  { ref }: Pick<Call, 'ref'>,
  { id, extension }: Pick<ExportFormat, 'id' | 'extension'>,
): string {
  const part = id === extension ? '' : `-${id}`;
  const plain = `${ref.provider}-${ref.id}`.replace(/[^\w.-]+/g, '_').slice(0, 100);
  return `call-${plain}${part}.${extension}`;
}
