import type { Json, Turn } from '../../call/call';
import { isMembers, type Members, ownMember } from '../../call/jsonPointer';
import { jsonText } from '../../call/jsonText';
import { type Names, type Speaker, speakerOf, withoutDoubt } from './speakers';
import { splitTurns, turn } from './splitTurns';

const roleNames =
  'role speaker speaker_role speakerRole participant_role participantRole participant_type participantType sender_type senderType sender from author participant party who user speaker_label speakerLabel speaker_name speakerName speaker_id speakerId name'.split(
    ' ',
  );
/** Members that say so only where they name a side. */
const kindNames = 'channel source message_type messageType type kind event'.split(' ');
const textNames =
  'content text message transcript utterance sentence value body said speech msg output_text words parts'.split(' ');
const toolNames = 'toolName tool_name tool function_name functionName function name'.split(' ');
const askedNames = 'toolArguments tool_arguments arguments args parameters params input'.split(' ');
const answeredNames =
  'content result results toolResult tool_result toolResponse tool_response output response text message value'.split(
    ' ',
  );
const listNames =
  'turns messages transcript transcripts conversation dialogue dialog utterances segments entries items history lines results transcript_object data'.split(
    ' ',
  );
const callNames = 'tool_calls toolCalls function_call functionCall'.split(' ');
const idNames = 'toolCallId tool_call_id call_id callId id'.split(' ');

const isStated = (value: Json | undefined): value is Json =>
  value !== undefined && value !== null && value !== false && value !== '';
const firstOf = (item: Members, names: string[]) => names.map((name) => ownMember(item, name)).find(isStated);

/** A word that names somebody: a text, a number, or the name within `{role}`, `{name}`, `{type}`. */
function wordOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim() || undefined;
  return isMembers(value) ? wordOf(firstOf(value, ['role', 'name', 'type', 'label'])) : undefined;
}

/** The words of a turn: a text, or the texts of its parts or single words. */
function wordsIn(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map(wordsIn).filter(Boolean);
    const isByWord = value.every((part) => isMembers(part) && ('word' in part || 'punctuated_word' in part));
    return parts.join(isByWord ? ' ' : '\n');
  }
  return isMembers(value)
    ? wordsIn(firstOf(value, ['text', 'content', 'parts', 'value', 'punctuated_word', 'word', 'transcript', 'message']))
    : '';
}

/** What a flag says of who speaks; that somebody is not the bot does not say who it is. */
const flagged: [names: string[], speaker: Speaker][] = [
  [['is_agent', 'isAgent', 'is_bot', 'isBot', 'from_bot', 'fromBot', 'is_ai', 'isAi'], 'agent'],
  [['is_user', 'isUser', 'is_customer', 'isCustomer', 'is_human', 'isHuman'], 'customer'],
];

/** The label in a member's name: `user_query`, `botMessage`. */
const keyLabel = (name: string) =>
  name.replace(
    /[\s_]?(?:quer(?:y|ies)|messages?|responses?|replies|reply|text|input|output|utterances?|said|request|speech|transcript|content)$/i,
    '',
  );

/** Who speaks in an item: the first of its words that names a side, else the first there is. */
function roleOf(item: Members, names: Names): { raw: string; speaker: Speaker } | undefined {
  const wordsAt = (members: string[]) => members.flatMap((name) => wordOf(ownMember(item, name)) ?? []);
  const words = wordsAt(roleNames);
  const sided = [...words, ...wordsAt(kindNames)].flatMap((raw) => ({
    raw,
    speaker: speakerOf(raw, names) ?? speakerOf(keyLabel(raw)) ?? 'unknown',
  }));
  const isSaid = wordsIn(firstOf(item, textNames)) !== '';
  const known =
    sided.find(({ speaker }) => speaker === 'tool' && !isSaid) ?? sided.find(({ speaker }) => speaker !== 'unknown');
  if (known) return known;
  for (const [flags, speaker] of flagged) {
    const name = flags.find((each) => ownMember(item, each) === true);
    if (name) return { raw: words[0] ?? name.replace(/^(?:is|from)_?/, ''), speaker };
  }
  return words[0] === undefined ? undefined : { raw: words[0], speaker: 'unknown' };
}

const keySpeaker = (name: string) => {
  const speaker = speakerOf(keyLabel(name));
  return speaker === 'agent' || speaker === 'customer' ? speaker : undefined;
};

interface Reader {
  names: Names;
  seconds: boolean;
  /** The tools' names by the IDs of their calls: their answers may state nothing else. */
  tools: Map<string, string>;
}

function toolTurns(item: Members, role: string, { tools }: Reader): Turn[] {
  const id = wordOf(firstOf(item, idNames));
  const inner = ownMember(item, 'function');
  const own = wordOf(firstOf(item, toolNames));
  const name = (own === role ? undefined : own) ?? (id === undefined ? undefined : tools.get(id)) ?? role;
  if (id !== undefined && name !== role) tools.set(id, name);
  const asked = firstOf(item, askedNames) ?? (isMembers(inner) ? firstOf(inner, askedNames) : undefined);
  const answered = firstOf(item, answeredNames);
  const said = [asked, answered].filter(isStated);
  return (said.length > 0 ? said : ['']).map((each) => turn(name, jsonText(each), 'tool'));
}

function turnsOfItem(item: Json, reader: Reader): Turn[] {
  const { names } = reader;
  if (typeof item === 'string') return splitTurns(item, names);
  if (Array.isArray(item)) {
    const [role, ...said] = item;
    const speaker = typeof role === 'string' ? speakerOf(role, names) : undefined;
    if (typeof role === 'string' && speaker && said.length > 0)
      return [turn(role, said.map(wordsIn).join('\n'), speaker)];
    return item.flatMap((each) => turnsOfItem(each, reader));
  }
  if (!isMembers(item)) return [];
  const role = roleOf(item, names);
  if (role?.speaker === 'tool') return toolTurns(item, role.raw, reader);
  const words = wordsIn(firstOf(item, textNames));
  const calls = callNames.flatMap((name) => ownMember(item, name) ?? []).filter(isMembers);
  const used = calls.flatMap((call) => toolTurns(call, 'tool', reader));
  const keyed = Object.entries(item).flatMap(([name, said]) => {
    const speaker = keySpeaker(name);
    return speaker && typeof said === 'string' && !roleNames.includes(name)
      ? [turn(keyLabel(name), said, speaker)]
      : [];
  });
  // `{"user": "Hi", "bot": "Hello"}`; in `{"user": "assistant", "text": "Hello"}` the user is a label.
  const both = Object.entries(item).flatMap(([name, said]) => {
    const speaker = keySpeaker(name);
    return speaker && typeof said === 'string' ? [turn(keyLabel(name), said, speaker)] : [];
  });
  if (words === '' && used.length === 0) return both;
  if (!role && keyed.length > 0) return keyed;
  return [...(words.trim() ? [turn(role?.raw ?? '', words, role?.speaker ?? 'unknown')] : []), ...used];
}

/**
 * The turns of a list of `{role, content}` in any of the spellings seen, of texts with labels, of pairs, or of an object around one.
 * `seconds`: their times are seconds from the start of the call.
 */
export function listedTurns(document: Json, names: Names, seconds: boolean): Turn[] {
  const reader: Reader = { names, seconds, tools: new Map() };
  return withoutDoubt(
    itemsIn(document, names)
      .flatMap((item) => timed(item, turnsOfItem(item, reader), seconds))
      .filter(({ text, speaker }) => text !== '' || speaker === 'tool'),
  );
}

/** The items of a document: of a list, of the list in an object, of an object numbered from 0, or an object that is one itself. */
function itemsIn(document: Json, names: Names): Json[] {
  if (Array.isArray(document)) return document;
  if (!isMembers(document)) return [];
  const inner = listNames
    .map((name) => ownMember(document, name))
    .find((value) => Array.isArray(value) || isMembers(value));
  if (inner !== undefined) return itemsIn(inner, names);
  const told = listNames
    .map((name) => ownMember(document, name))
    .find((value) => typeof value === 'string' && splitTurns(value, names).some(({ speakerRaw }) => speakerRaw));
  if (told !== undefined) return [told];
  const keys = Object.keys(document);
  return keys.length > 0 && keys.every((key) => /^\d+$/.test(key)) ? Object.values(document) : [document];
}

const secondsOf = (value: Json | undefined) => {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
};

function timed(item: Json, turns: Turn[], isTimed: boolean): Turn[] {
  if (!isTimed || !isMembers(item)) return turns;
  const [offset, endOffset] = [secondsOf(item.startTime), secondsOf(item.endTime)];
  return turns.map((each) => ({ ...each, offset, endOffset }));
}
