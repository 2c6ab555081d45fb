import type { Json } from '../../call/call';
import { stepsOf } from '../../call/jsonPointer';
import { wordKey } from '../../call/vendorWords';
import { fail } from '../../errors';
import { isId } from '../../page/detect/idShapes';
import type { Api, Listed, Provider, ProviderWords, Region, Reply } from '../provider';
import { completion } from '../reading/complete';
import { explainer } from '../reading/explain';
import { isAbsent, items, root } from '../reading/fields';
import { recordingUrl } from '../reading/recording';
import { unlessUnknown } from '../reading/unlessUnknown';
import { placed, pointed, textAt } from './places';
import { nextPage, pageMembers, requestOf, totalIn, wrapped } from './requests';
import type { Description } from './schema';
import { callIn, callMapper } from './toCall';

/** Pages of one transcript that are read. */
const mostPages = 4;

const wordsOf = <V, W>(words: Record<string, V>, word: (value: V) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(words).map(([raw, value]) => [wordKey(raw), word(value)]));

const wordsIn = ({ words }: Description): ProviderWords => ({
  status: wordsOf(words.status, (kind) => ({ kind })),
  sentiment: wordsOf(words.sentiment, (kind) => ({ kind })),
  endReason: wordsOf(words.endReason, (en) => ({ meaning: { en } })),
});

const tooLarge = async (): Promise<Json> => fail('too-large');

const isOpaque = ({ ids }: Description) => ids.some(({ kind }) => kind === 'opaque');

/** The replies of the transcript's own request, page by page, each as `add` has it: what cannot be read costs itself. */
async function askTranscript(
  api: Api,
  { transcript }: Description,
  id: string,
  add: (page: Promise<Json>) => Promise<Json | undefined>,
): Promise<Json[] | undefined> {
  if (!transcript?.request) return undefined;
  const pages: Json[] = [];
  let cursor: string | undefined;
  do {
    const isTooMuch = pages.length === mostPages;
    const asked = requestOf(transcript.request, id, pageMembers(transcript.paging, cursor));
    const page = await add(isTooMuch ? tooLarge() : api.request(asked));
    if (page === undefined) break;
    pages.push(page);
    const reply = root(page);
    cursor = nextPage(reply, transcript.paging, { cursor, count: items(pointed(reply, transcript.turns)).length });
  } while (cursor !== undefined);
  return pages;
}

async function askCall(api: Api, description: Description, id: string): Promise<Reply | undefined> {
  // A step of dots would lead to another path.
  if (/^\.\.?$/.test(id) || (!isOpaque(description) && !isId(id, description.ids))) return undefined;
  const call = await unlessUnknown(api.request(requestOf(description.get, id)));
  if (call === undefined) return undefined;
  if (textAt(callIn(root({ call }), description), description.fields.id) !== id) fail('wrong-call');
  const { add, failures } = completion();
  const transcript = await askTranscript(api, description, id, (page) => add({ en: 'transcript' }, page));
  return { raw: { call, ...(transcript && { transcript }) }, failures: failures() };
}

async function askList(
  api: Api,
  { list, get, fields }: Description,
  filters: Record<string, string>,
  cursor: string | undefined,
): Promise<Listed> {
  const request = requestOf(list, '', { ...filters, ...pageMembers(list.paging, cursor) });
  const reply = root(await api.request(request));
  const found = items(pointed(reply, list.rows));
  const total = totalIn(reply, list.total);
  const rows = found.flatMap((row) => {
    const call = pointed(row, list.call);
    const id = textAt(call, fields.id);
    return id === undefined ? [] : [{ id, raw: { call: wrapped(call.value ?? null, stepsOf(get.call)) } }];
  });
  return { rows, total, next: nextPage(reply, list.paging, { cursor, count: found.length, total }) };
}

/** The provider that a description is of. It asks by `GET` and `POST`, below the addresses of the description, and nothing else. */
export function describedProvider(description: Description): Provider {
  const { id, name, auth, regions, limits, transcript, recording } = description;
  const words = wordsIn(description);
  return {
    id,
    name,
    regions: regions as [Region, ...Region[]],
    account: [],
    authorize: (key) => ({ [auth.header.toLowerCase()]: auth.value.replace('{key}', () => key) }),
    headers: {},
    keyHelp: { en: description.keyHelp ?? `Ask whoever runs ${name} for a key and paste it here.` },
    keyPage: description.keyPage ?? '',
    scopes: [],
    words,
    samples: { ids: [], documented: {}, composed: () => undefined },
    ids: description.ids,
    labelWords: description.labelWords,
    hosts: description.hosts,
    requestsPerCall: transcript?.request ? 1 + (transcript.paging ? mostPages : 1) : 1,
    limits: { ...limits, interval: limits.seconds * 1000 },
    filters: description.list.filters,
    getCall: (api, wanted) => askCall(api, description, wanted),
    toCall: callMapper(description, words),
    listCalls: (api, filters, cursor) => askList(api, description, filters, cursor),
    async whoAmI(api) {
      return { calls: (await askList(api, description, {}, undefined)).total };
    },
    recording(raw) {
      const call = callIn(root(raw), description);
      if (!recording) return undefined;
      if ('link' in recording) return recordingUrl(placed(call, recording.link));
      const own = textAt(call, description.fields.id);
      const isThere = recording.where === undefined || !isAbsent(placed(call, recording.where));
      if (own === undefined || !isThere) return undefined;
      const { path, query } = requestOf({ method: 'GET', ...recording }, own);
      return { request: { path, query, mayRedirect: recording.mayRedirect } };
    },
    explain: explainer(['message', 'error', 'detail', 'error_description', 'title'], []),
  };
}
