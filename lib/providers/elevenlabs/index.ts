import type { Json } from '../../call/call';
import { isMembers } from '../../call/jsonPointer';
import type { CallFilter } from '../../call/providerInfo';
import { fail } from '../../errors';
import { isId } from '../../page/detect/idShapes';
import type { Api, Provider, Query, Reply } from '../provider';
import { completion } from '../reading/complete';
import { beginOf, endOf } from '../reading/days';
import { explainer } from '../reading/explain';
import { at, type Field, flag, items, number, root, text } from '../reading/fields';
import { rowsOf } from '../reading/list';
import { unlessUnknown } from '../reading/unlessUnknown';
import { toCall } from './call';
import regions from './regions.json';
import { samples } from './samples';
import { words } from './words';

/** 28 characters, in mid-2025 26 of a ULID. */
const ids: Provider['ids'] = [{ kind: 'prefix', prefix: 'conv_', pattern: 'conv_[0-9a-z]{24,32}' }];

const path = '/v1/convai/conversations';
const scope = 'convai_read';
const statuses = ['initiated', 'in-progress', 'processing', 'done', 'failed'];
const yesOrNo = ['true', 'false'];

const filters: CallFilter[] = [
  { name: 'agent_id', kind: 'text' },
  { name: 'user_id', kind: 'text' },
  { name: 'call_successful', kind: 'choice', choices: ['success', 'failure', 'unknown'] },
  { name: 'exclude_statuses', kind: 'choice', choices: statuses },
  { name: 'call_start_after_unix', kind: 'date' },
  { name: 'call_start_before_unix', kind: 'date' },
  { name: 'call_duration_min_secs', kind: 'number' },
  { name: 'call_duration_max_secs', kind: 'number' },
  { name: 'termination_reasons', kind: 'text' },
  { name: 'evaluation_params', kind: 'text' },
  { name: 'data_collection_params', kind: 'text' },
  { name: 'tool_names', kind: 'text' },
  { name: 'tool_names_errored', kind: 'text' },
  { name: 'rating_min', kind: 'number' },
  { name: 'rating_max', kind: 'number' },
  { name: 'has_feedback_comment', kind: 'choice', choices: yesOrNo },
  { name: 'main_languages', kind: 'text' },
  { name: 'tag_ids', kind: 'text' },
  { name: 'branch_id', kind: 'text' },
  { name: 'text_only', kind: 'choice', choices: yesOrNo },
  { name: 'sort_direction', kind: 'choice', choices: ['desc', 'asc'] },
];

const meaningOfWords = explainer(
  ['message', 'msg', 'detail'],
  [
    [/missing the permission|missing_permissions/i, 'scope-missing'],
    [/api key/i, 'key-rejected'],
    [/quota/i, 'payment-required'],
    // What an unknown ID is answered with is not documented: 404, or a 400 or 422 that says so.
    [/not found|does not exist/i, 'not-found'],
  ],
);

/** `detail` is a text, an object, or a list of what does not validate. */
const explain: Provider['explain'] = (status, body) => {
  const { value } = at(root(body ?? null), 'detail');
  if (!Array.isArray(value)) return meaningOfWords(status, isMembers(value) ? value : body);
  return meaningOfWords(status, { msg: items(root(value)).map((each) => text(each, 'msg') ?? '') });
};

const ask = (api: Api, below = '', query?: Query) => api.request({ method: 'GET', path: path + below, query, scope });

/** One page of the list, newest first, each row as a reply of its own. */
async function askList(api: Api, query: Query) {
  const list = root(await ask(api, '', query));
  return {
    rows: rowsOf(items(list, 'conversations'), ['conversation_id'], (listed) => ({ listed })),
    next: flag(list, 'has_more') ? text(list, 'next_cursor') : undefined,
  };
}

async function getCall(api: Api, id: string): Promise<Reply | undefined> {
  if (!isId(id, ids)) return undefined;
  const conversation = await unlessUnknown(ask(api, `/${encodeURIComponent(id)}`));
  if (conversation === undefined) return undefined;
  const record = root(conversation);
  if (text(record, 'conversation_id') !== id) fail('wrong-call');
  const { add, failures } = completion();
  const row = await add({ en: 'sentiment' }, getRow(api, record, id));
  return { raw: { conversation, ...(isMembers(row) && row) }, failures: failures() };
}

/** The row of the list: the conversation itself has no sentiment. Looked for among those of its agent that began within the same second. */
async function getRow(api: Api, record: Field, id: string): Promise<Json | undefined> {
  const start = number(record, 'metadata', 'start_time_unix_secs');
  const agent = text(record, 'agent_id');
  if (text(record, 'status') !== 'done' || start === undefined || agent === undefined) return undefined;
  const { rows } = await askList(api, {
    agent_id: agent,
    call_start_after_unix: start - 1,
    call_start_before_unix: start + 1,
    page_size: 100,
  });
  return rows.find((row) => row.id === id)?.raw;
}

/** The API wants seconds since 1970. */
function inSeconds({ call_start_after_unix, call_start_before_unix, ...rest }: Record<string, string>): Query {
  const seconds = (milliseconds: number | undefined) =>
    milliseconds === undefined ? undefined : Math.floor(milliseconds / 1000);
  return {
    ...rest,
    call_start_after_unix: seconds(beginOf(call_start_after_unix)),
    call_start_before_unix: seconds(endOf(call_start_before_unix)),
  };
}

export const elevenlabs: Provider = {
  id: 'elevenlabs',
  name: 'ElevenLabs Agents',
  regions: regions as Provider['regions'],
  account: [],
  authorize: (key) => ({ 'xi-api-key': key }),
  headers: {},
  keyHelp: {
    en: 'Create a key under Developers → API Keys in your ElevenLabs account and paste it here. A restricted key needs read access to ElevenLabs Agents.',
  },
  keyPage: 'https://elevenlabs.io/app/settings/api-keys',
  scopes: [{ name: scope, optional: false }],
  words,
  samples,
  ids,
  labelWords: ['elevenlabs', 'eleven~labs'],
  hosts: ['elevenlabs.io'],
  // The conversation, and its row in the list.
  requestsPerCall: 2,
  // The vendor publishes no number for reading conversations.
  limits: { concurrency: 4, requests: 100, interval: 60_000 },
  filters,
  getCall,
  toCall,
  async listCalls(api, chosen, cursor) {
    return askList(api, { ...inSeconds(chosen), summary_mode: 'include', page_size: 30, cursor });
  },
  async whoAmI(api) {
    // Tells whether the key may read conversations; whose it is takes another scope.
    await askList(api, { page_size: 1 });
    return {};
  },
  recording(raw) {
    const conversation = at(root(raw), 'conversation');
    const id = text(conversation, 'conversation_id') ?? '';
    if (!flag(conversation, 'has_audio') || !isId(id, ids)) return undefined;
    return { request: { path: `${path}/${encodeURIComponent(id)}/audio`, scope } };
  },
  explain,
};
