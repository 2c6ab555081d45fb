import type { Timestamp, Turn } from '../../call/call';
import { linesOf } from '../reading/linesOf';
import { splitTurns, turn } from '../reading/splitTurns';

/** The vendor's own labels at the beginning of a line, or stuck to the last word: marks of a conversation within what one side said. */
const mark = /(?:^|<br\s*\/?>|\n)\s*(?:LLM|user|bot|AI)\s*:/i;
const stuck = /[\p{Ll}\p{P}](?:LLM|USER):/u;

/**
 * What one side said in an interaction at a time, without the marks of a conversation that some have within (`LLM: Hello<br/>`). The
 * words of the other side behind its own mark are a turn of its own.
 */
export function spokenBy(label: 'user' | 'LLM', text: string, at: Timestamp | undefined): Turn[] {
  const isMarked = mark.test(text) || stuck.test(text);
  const plain = /[<&]/.test(text) ? linesOf(text).join('\n') : text;
  const turns = isMarked ? splitTurns(mark.exec(text)?.index === 0 ? text : `${label}: ${text}`) : [turn(label, plain)];
  return turns.map((each) => Object.assign(each, { at }));
}
