import type { Call } from '../../call/call';
import { type Field, first, isAbsent, items, number, parsed, text } from './fields';
import { isMembers } from '../../call/jsonPointer';
import { jsonText } from '../../call/jsonText';

type Turn = Call['transcripts'][number]['turns'][number];

const speakers: Record<string, Turn['speaker']> = {
  agent: 'agent',
  assistant: 'agent',
  ai: 'agent',
  bot: 'agent',
  llm: 'agent',
  user: 'customer',
  customer: 'customer',
  caller: 'customer',
  human: 'customer',
  tool: 'tool',
  function: 'tool',
  action_executed: 'tool',
};

export const turn = (speakerRaw: string, said: string): Turn => ({
  speaker: speakers[speakerRaw.trim().toLowerCase()] ?? 'unknown',
  speakerRaw,
  text: said.trim(),
});

/** How a provider writes a conversation into one text. */
export interface Notation {
  /** The words that name who speaks, each before a colon. */
  labels: string[];
  /** What stands between turns. A part without a label continues the turn before it. */
  breaks: RegExp;
  /** Whether a text in a single line may hold several turns: `Agent: Hello. User: Hi.` */
  oneLine?: boolean;
}

/** The turns of a labelled text; turns in which nothing is said are left out. */
export function splitTurns(conversation: string, { labels, breaks, oneLine }: Notation): Turn[] {
  const names = labels.join('|');
  const label = new RegExp(`^\\s*(${names})\\s*:`, 'i');
  // Within a line only the exact spelling counts: "the user: field" is speech.
  const isOneLine = oneLine && !conversation.trim().includes('\n');
  const parts = conversation.split(isOneLine ? new RegExp(`\\s(?=(?:${names}):\\s)`) : breaks);
  const spoken: { speaker: string; lines: string[] }[] = [];
  for (const part of parts) {
    const found = label.exec(part);
    if (found) spoken.push({ speaker: found[1] ?? '', lines: [part.slice(found[0].length).trim()] });
    else if (part.trim() === '') continue;
    else if (spoken.length) spoken.at(-1)?.lines.push(part.trim());
    else spoken.push({ speaker: '', lines: [part] });
  }
  return spoken.map(({ speaker, lines }) => turn(speaker, lines.join('\n'))).filter((each) => each.text !== '');
}

/** A list of turns, each `{role, content}` in one of the spellings seen. `seconds`: the provider's times are seconds from the start. */
function listedTurns(list: Field, notation: Notation, seconds: boolean): Turn[] {
  return items(list).flatMap((item) => {
    if (typeof item.value === 'string') return splitTurns(item.value, notation);
    const role = text(first(item, 'role', 'speaker', 'sender')) ?? '';
    const isTool = speakers[role.toLowerCase()] === 'tool';
    const said = isTool
      ? jsonText(first(item, 'content', 'toolArguments').value ?? '')
      : (text(first(item, 'content', 'text', 'message', 'transcript')) ?? '');
    const spoken = { ...turn(role, said), speakerRaw: (isTool && text(item, 'toolName')) || role };
    if (spoken.text === '' && !isTool) return [];
    if (!seconds) return [spoken];
    return [{ ...spoken, offset: number(item, 'startTime'), endOffset: number(item, 'endTime') }];
  });
}

/** The turns of a conversation in whatever form it came: labelled text, a list, or either as JSON in a text. */
export function turnsOf(field: Field, notation: Notation, seconds = false): Turn[] {
  const found = parsed(field);
  if (Array.isArray(found.value)) return listedTurns(found, notation, seconds);
  if (isMembers(found.value)) {
    const inner = first(found, 'turns', 'messages', 'transcript');
    return isAbsent(inner) || isMembers(inner.value) ? [] : turnsOf(inner, notation, seconds);
  }
  const conversation = text(found);
  return conversation === undefined ? [] : splitTurns(conversation, notation);
}

/** What was said, without labels and layout: equal for two forms of the same conversation. */
export const spokenText = (turns: Turn[]) =>
  turns
    .filter(({ speaker }) => speaker !== 'tool')
    .map((each) => each.text.replaceAll(/\s+/g, ''))
    .join('');
