import type { Json } from '../../call/call';
import type { CallFilter } from '../../call/providerInfo';
import { fail } from '../../errors';
import { isId, uuidShape } from '../../page/detect/idShapes';
import type { Api, Listed, Provider, Query, Reply } from '../provider';
import { bearer } from '../reading/bearer';
import { completion } from '../reading/complete';
import { beginOf, endOf } from '../reading/days';
import { accepted, explainer } from '../reading/explain';
import { isAbsent, items, root, text } from '../reading/fields';
import { rowsOf } from '../reading/list';
import { recordingUrl } from '../reading/recording';
import { rememberedName } from '../reading/rememberedName';
import { unlessUnknown } from '../reading/unlessUnknown';
import { agentOf, callIn, signedLink, storedLink, takesKey, toCall } from './call';
import regions from './regions.json';
import { samples } from './samples';
import { words } from './words';

/** UUIDs of version 4 until the autumn of 2025, of version 7 since. */
const ids: Provider['ids'] = [uuidShape];

const filters: CallFilter[] = [
  { name: 'assistantId', kind: 'text' },
  { name: 'phoneNumberId', kind: 'text' },
  { name: 'createdAtGe', kind: 'date' },
  { name: 'createdAtLe', kind: 'date' },
];

// The vendor documents no bodies of refusals: they are those of its framework, and this sentence was seen.
const explain = explainer(
  ['message', 'error'],
  [
    [/invalid key/i, 'key-rejected'],
    [/call.*(not found|not exist)|(couldn.t|could not|cannot) (find|get) call/i, 'not-found'],
  ],
);

const ask = async (api: Api, path: string, query?: Query) => accepted(await api.get(path, query), explain);

async function getCall(api: Api, id: string): Promise<Reply | undefined> {
  if (!isId(id, ids)) return undefined;
  const call = await unlessUnknown(ask(api, `/call/${encodeURIComponent(id)}`));
  if (call === undefined) return undefined;
  if (text(root(call), 'id') !== id) fail('wrong-call');
  const { add, failures } = completion();
  const assistant = await add({ en: 'assistant’s name' }, getAssistant(api, call));
  return { raw: { call, ...(assistant !== undefined && { assistant }) }, failures: failures() };
}

/** The assistant's name, asked once for each where the call has its ID alone: the rest of its configuration is no part of the call. */
async function getAssistant(api: Api, call: Json): Promise<Json | undefined> {
  const { id, name } = agentOf(root(call));
  if (name || !id || id !== text(root(call), 'assistantId') || !isId(id, ids)) return undefined;
  const found = await rememberedName(api, `assistant/${id}`, async () => {
    const assistant = await unlessUnknown(ask(api, `/assistant/${encodeURIComponent(id)}`));
    return assistant === undefined ? undefined : text(root(assistant), 'name');
  });
  return found ? { id, name: found } : undefined;
}

/** The API wants ISO times. */
function times({ createdAtGe, createdAtLe, ...rest }: Record<string, string>): Query {
  const iso = (milliseconds: number | undefined) =>
    milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
  return { ...rest, createdAtGe: iso(beginOf(createdAtGe)), createdAtLe: iso(endOf(createdAtLe)) };
}

/** Where a page ended: the time of its last call, and the IDs of those that were created in that millisecond. */
function placeOf(cursor: string): { time: string; seen: string[] } {
  const [, time, seen] = /^(\d{4}-[\d:.TZ+-]+) ([\w,-]+)$/.exec(cursor) ?? [];
  return time && seen ? { time, seen: seen.split(',') } : fail('unexpected');
}

const size = 25;

/** One page of calls, newest first. The vendor has no pages: the next one is what was not created later than the last call of this one. */
async function listCalls(api: Api, chosen: Record<string, string>, cursor: string | undefined): Promise<Listed> {
  const { time, seen }: { time?: string; seen: string[] } = cursor === undefined ? { seen: [] } : placeOf(cursor);
  const limit = size + seen.length;
  const query = { ...times(chosen), ...(time && { createdAtLe: time }), limit };
  const listed = items(root(await ask(api, '/call', query)));
  const isNew = (id: string | undefined) => id !== undefined && !seen.includes(id);
  const fresh = listed.filter((row) => isNew(text(row, 'id')));
  const last = text(root(fresh.at(-1)?.value ?? null), 'createdAt');
  const together = listed.filter((row) => text(row, 'createdAt') === last).flatMap((row) => text(row, 'id') ?? []);
  return {
    rows: rowsOf(fresh, ['id'], (call) => ({ call })),
    next: listed.length >= limit && last ? `${last} ${together.join()}` : undefined,
  };
}

export const vapi: Provider = {
  id: 'vapi',
  name: 'Vapi',
  regions: regions as Provider['regions'],
  account: [],
  authorize: bearer,
  headers: {},
  keyHelp: {
    en: 'Open API Keys in the Vapi dashboard, add a key under Private API Keys and paste it here; a public key opens no calls. Vapi forgets calls after some time, on its pay-as-you-go plan after 14 days.',
  },
  keyPage: 'https://dashboard.vapi.ai/org/api-keys',
  scopes: [],
  words,
  samples,
  ids,
  labelWords: ['vapi'],
  hosts: ['vapi.ai'],
  // The call, and the name of its assistant.
  requestsPerCall: 2,
  // The vendor publishes no number: each organization sees its own in its settings.
  limits: { concurrency: 3, requests: 60, interval: 60_000 },
  filters,
  getCall,
  toCall,
  listCalls,
  async whoAmI(api) {
    await ask(api, '/call', { limit: 1 });
    return {};
  },
  recording(raw) {
    const call = callIn(raw);
    const signed = signedLink(call);
    if (!isAbsent(signed)) return recordingUrl(signed);
    const stored = storedLink(call);
    const id = text(call, 'id') ?? '';
    if (!takesKey(stored)) return recordingUrl(stored);
    if (!isId(id, ids)) return undefined;
    const isStereo = stored.pointer.toLowerCase().includes('stereo');
    // The answer is a redirect to a signed address.
    const path = `/call/${encodeURIComponent(id)}/${isStereo ? 'stereo' : 'mono'}-recording`;
    return { request: { path, mayRedirect: true } };
  },
  explain,
};
