import type { Json } from '../../call/call';
import type { CallFilter } from '../../call/providerInfo';
import { locationOf } from '../../crm/highlevel';
import { fail } from '../../errors';
import { isId } from '../../page/detect/idShapes';
import type { AccountField, Api, Provider, Query, Reply } from '../provider';
import { bearer } from '../reading/bearer';
import { completion } from '../reading/complete';
import { beginOf, endOf } from '../reading/days';
import { type Field, first, flag, items, number, root, text } from '../reading/fields';
import { numbered, pageOf, rowsOf } from '../reading/list';
import { rememberedName } from '../reading/rememberedName';
import { unlessUnknown } from '../reading/unlessUnknown';
import { ask, explain, otherId } from './ask';
import { toCall } from './call';
import { notes } from './notes';
import regions from './regions.json';
import { samples } from './samples';
import { actionTypes, words } from './words';

const ids: Provider['ids'] = [{ kind: 'bare', pattern: '[0-9a-f]{24}' }];

const filters: CallFilter[] = [
  { name: 'contactId', kind: 'text' },
  { name: 'agentId', kind: 'text' },
  { name: 'callType', kind: 'choice', choices: ['LIVE', 'TRIAL'] },
  { name: 'actionType', kind: 'choice', choices: actionTypes },
  { name: 'startDate', kind: 'date' },
  { name: 'endDate', kind: 'date' },
  { name: 'sortBy', kind: 'choice', choices: ['createdAt', 'duration'] },
  { name: 'sort', kind: 'choice', choices: ['descend', 'ascend'] },
];

const scopes = {
  calls: 'voice-ai-dashboard.readonly',
  agents: 'voice-ai-agents.readonly',
  messages: 'conversations/message.readonly',
};

/** The sub-account, without which the API answers nothing. */
const location: AccountField = {
  name: 'locationId',
  label: { en: 'Location ID' },
  phrase: { en: 'a location ID' },
  hint: {
    en: 'The sub-account, from the address of its pages, /location/…/. Left empty, the page you are on decides.',
  },
  pattern: '[\\w-]{1,64}',
  sample: 'sample',
  fromPage: locationOf,
};

/** What completes a log, as the user is told where it is missing. */
const parts = {
  message: { en: 'conversation message (status and direction)' },
  agent: { en: 'agent’s name' },
};

async function getCall(api: Api, id: string): Promise<Reply | undefined> {
  if (!isId(id, ids)) return undefined;
  const { locationId } = api.account;
  const path = `/voice-ai/dashboard/call-logs/${encodeURIComponent(id)}`;
  const log = await unlessUnknown(ask(api, { scope: scopes.calls, path, query: { locationId } }));
  if (log === undefined) return undefined;
  const record = root(log);
  if (text(first(record, 'id', '_id')) !== id) fail('wrong-call');

  const { add, failures } = completion();
  const [message, agent] = await Promise.all([
    add(parts.message, getMessage(api, record)),
    add(parts.agent, getAgent(api, record)),
  ]);
  return {
    raw: { log, ...(message !== undefined && { message }), ...(agent !== undefined && { agent }) },
    failures: failures(),
  };
}

/** The call's message in its conversation: the log itself has neither status nor direction. */
async function getMessage(api: Api, record: Field): Promise<Json | undefined> {
  const id = text(record, 'messageId');
  if (!id || !isId(id, otherId)) return undefined;
  return ask(api, { scope: scopes.messages, path: `/conversations/messages/${encodeURIComponent(id)}` });
}

/** The agent's name, asked once for each agent: the rest of its configuration is no part of the call. */
async function getAgent(api: Api, record: Field): Promise<Json | undefined> {
  const id = text(record, 'agentId');
  if (!id || !isId(id, otherId) || flag(record, 'isAgentDeleted') || text(record, 'agentName')) return undefined;
  const { locationId } = api.account;
  const agentName = await rememberedName(api, `agent/${id}`, async () =>
    text(
      root(
        await ask(api, {
          scope: scopes.agents,
          path: `/voice-ai/agents/${encodeURIComponent(id)}`,
          query: { locationId },
        }),
      ),
      'agentName',
    ),
  );
  return agentName ? { id, agentName } : undefined;
}

/** The API wants epoch milliseconds, and both dates or none. */
function dates({ startDate, endDate, ...rest }: Record<string, string>): Record<string, string | number> {
  if (!startDate && !endDate) return rest;
  return { ...rest, startDate: beginOf(startDate) ?? 0, endDate: endOf(endDate) ?? Date.now() };
}

/** One page of the location's logs, each as a reply of its own. */
async function askList(api: Api, query: Query) {
  const { locationId } = api.account;
  const path = '/voice-ai/dashboard/call-logs';
  const list = root(await ask(api, { scope: scopes.calls, path, query: { ...query, locationId } }));
  return {
    rows: rowsOf(items(list, 'callLogs'), ['id', '_id'], (log) => ({ log })),
    total: number(first(list, 'total', 'totalRecords')),
  };
}

export const highlevel: Provider = {
  id: 'highlevel',
  name: 'HighLevel Voice AI',
  regions: regions as Provider['regions'],
  account: [location],
  authorize: bearer,
  headers: { Version: '2021-04-15' },
  keyHelp: {
    en: 'In the sub-account, open Settings → Private Integrations, create one, tick these scopes, and paste its token here.',
  },
  keyPage: 'https://help.gohighlevel.com/support/solutions/articles/155000003054',
  scopes: [
    { name: scopes.calls, optional: false },
    { name: scopes.agents, optional: true },
    { name: scopes.messages, optional: true },
  ],
  words,
  samples,
  ids,
  labelWords: [],
  hosts: ['gohighlevel.com', 'leadconnectorhq.com', 'msgsndr.com'],
  // The log, its message and its agent.
  requestsPerCall: 3,
  // 100 requests in 10 seconds, for each app and location.
  limits: { concurrency: 4, requests: 100, interval: 10_000 },
  filters,
  getCall,
  toCall,
  async listCalls(api, chosen, cursor) {
    const [page, size] = [pageOf(cursor), 25];
    const { rows, total } = await askList(api, { ...dates(chosen), page, pageSize: size });
    return numbered(rows, { page, size, total });
  },
  async callsOf(api, { record }) {
    const contactId = record?.crm === 'highlevel' && record.object === 'contact' ? record.id : '';
    // A contact belongs to one location; a connection to another one knows nothing of it.
    if (!isId(contactId, otherId) || api.account.locationId !== record?.portal) return undefined;
    const size = 50;
    const listed = await askList(api, { contactId, sortBy: 'createdAt', sort: 'descend', page: 1, pageSize: size });
    const rows = listed.rows.filter(({ id, raw }) => (toCall(id, raw).contactId ?? contactId) === contactId);
    const newest = listed.rows.length >= size && listed.total !== size ? size : undefined;
    return { rows, searched: { by: 'contactId', values: [contactId], newest } };
  },
  async whoAmI(api) {
    return { calls: (await askList(api, { page: 1, pageSize: 1 })).total };
  },
  recording(raw, { locationId = '' }) {
    const id = text(root(raw), 'log', 'messageId');
    if (!id || !isId(id, otherId)) return undefined;
    const [message, place] = [encodeURIComponent(id), encodeURIComponent(locationId)];
    const path = `/conversations/messages/${message}/locations/${place}/recording`;
    return { request: { path, scope: scopes.messages } };
  },
  notes,
  explain,
};
