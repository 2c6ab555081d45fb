import type { Call, Json } from '../../call/call';
import { parseJson } from '../../call/exactJson';
import { isMembers } from '../../call/jsonPointer';
import { type Field, isAbsent, text } from './fields';
import { listedTurns } from './listedTurns';
import { parseLiteral } from './parseLiteral';
import type { Names } from './speakers';
import { splitTurns } from './splitTurns';

type Turn = Call['transcripts'][number]['turns'][number];

interface Reading extends Names {
  /** The provider's times are seconds from the start. */
  seconds?: boolean;
}

/** What a text holds where it is a document by itself: JSON, JSON in JSON, a document a line, or what Python or JavaScript print. */
function documentIn(written: string, depth = 0): Json | undefined {
  const bare = written.replace(/^\s*```\w*\s*|\s*```\s*$/g, '').trim();
  if (!/^[[({"]|^[A-Z]\w*\(/.test(bare)) return undefined;
  try {
    const value = parseJson(bare);
    return typeof value === 'string' ? (depth < 3 ? (documentIn(value, depth + 1) ?? value) : value) : value;
  } catch {
    const lines = bare.split(/\n/).filter((line) => line.trim());
    const each =
      lines.length > 1 && lines.every((line) => /^\s*[{[(].*[)\]}],?\s*$/.test(line))
        ? lines.map((line) => line.replace(/,\s*$/, ''))
        : [];
    const found = each.map((line) => oneIn(line));
    if (found.length > 0 && found.every((one) => one !== undefined)) return found as Json[];
    return parseLiteral(bare) ?? parseLiteral(`[${bare}]`);
  }
}

function oneIn(line: string): Json | undefined {
  try {
    return parseJson(line);
  } catch {
    return parseLiteral(line);
  }
}

/** The turns of a conversation in whatever form it came: labelled text, a list, or either written into a text. */
export function turnsOf(field: Field, { seconds = false, ...names }: Reading = {}): Turn[] {
  if (isAbsent(field)) return [];
  const { value } = field;
  const found = typeof value === 'string' ? (documentIn(value) ?? value) : value;
  if (typeof found === 'object' && found !== null) {
    const turns = listedTurns(found, names, seconds);
    // A text that only looks like a document is shown as the text it is.
    return turns.length > 0 || typeof value !== 'string' || isMembers(found) || isEmpty(found)
      ? turns
      : splitTurns(value, names);
  }
  const conversation = typeof found === 'string' ? found : text(field);
  return conversation === undefined ? [] : splitTurns(conversation, names);
}

const isEmpty = (value: Json) => Array.isArray(value) && value.length === 0;

/** What was said, without labels and layout: equal for two forms of the same conversation. */
export const spokenText = (turns: Turn[]) =>
  turns
    .filter(({ speaker }) => speaker !== 'tool')
    .map((each) => each.text.replaceAll(/\s+/g, ''))
    .join('');
