import type { Json } from '../call/call';
import { isMembers } from '../call/jsonPointer';

/** Every name and text of a value, as far as `depth` levels down. The whole as JSON holds more, and takes longer to write. */
export function textsOf(value: Json, depth: number, texts: string[] = []): string[] {
  if (typeof value === 'string') texts.push(value);
  else if (depth < 0) return texts;
  else if (Array.isArray(value)) for (const item of value) textsOf(item, depth - 1, texts);
  else if (isMembers(value)) {
    for (const name of Object.keys(value)) {
      texts.push(name);
      textsOf(value[name] as Json, depth - 1, texts);
    }
  }
  return texts;
}
