import type { Json } from '../../call/call';
import { asFailure, CallFailure, fail, type Failure } from '../../errors';
import { accepted, explainer } from '../reading/explain';
import { type Field, first, flag, items, number, root, text } from '../reading/fields';
import { toCall } from './call';
import { callPage, isId, knownFilters } from '../reading/list';
import type { Api, Provider, Reply } from '../provider';
import type { CallFilter } from '../../call/providerInfo';

const ids: Provider['ids'] = [{ kind: 'bare', pattern: '[0-9a-f]{24}' }];
/** Contact, message and location IDs: 20 characters live, 24 hex digits in the documents. */
const otherId = [{ pattern: '[A-Za-z0-9_-]{10,40}' }];

const actionTypes = [
  'CALL_TRANSFER',
  'DATA_EXTRACTION',
  'IN_CALL_DATA_EXTRACTION',
  'WORKFLOW_TRIGGER',
  'SMS',
  'APPOINTMENT_BOOKING',
  'CUSTOM_ACTION',
  'KNOWLEDGE_BASE',
];

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

// Sentences the API was seen to answer; most come with status 401, whatever they mean.
const explain = explainer(
  ['message', 'error', 'detail'],
  [
    [/not authorized for this scope/i, 'scope-missing'],
    [/location is not accessible|does not have access to this location/i, 'no-access'],
    [/locationid is missing/i, 'location-missing'],
    [/version header/i, 'request-rejected'],
    [/invalid jwt|private integration token|invalid token|token (is|has) (invalid|expired)/i, 'key-rejected'],
  ],
);

/** Asks, and names the scope the request needs where the key lacks it. */
async function ask(api: Api, scope: string, path: string, query?: Record<string, string | number>): Promise<Json> {
  try {
    return accepted(await api.get(path, query), explain);
  } catch (error) {
    const failure = asFailure(error);
    throw failure.code === 'scope-missing' ? new CallFailure({ ...failure, scope }) : error;
  }
}

const locationOf = (api: Api) => api.locationId || fail('location-missing');

async function getCall(api: Api, id: string): Promise<Reply | undefined> {
  if (!isId(id, ids)) return undefined;
  const locationId = locationOf(api);
  let log: Json;
  try {
    log = await ask(api, scopes.calls, `/voice-ai/dashboard/call-logs/${encodeURIComponent(id)}`, { locationId });
  } catch (error) {
    if (asFailure(error).code === 'not-found') return undefined;
    throw error;
  }
  const record = root(log);
  if (text(first(record, 'id', '_id')) !== id) fail('wrong-call');

  const failed: Failure[] = [];
  const complete = async (work: Promise<Json | undefined>) => {
    try {
      return await work;
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'canceled' || !(error instanceof CallFailure)) throw error;
      failed.push(failure);
      return undefined;
    }
  };
  const [message, agent] = await Promise.all([
    complete(getMessage(api, record)),
    complete(getAgent(api, record, locationId)),
  ]);
  const scope = failed.flatMap((each) => each.scope ?? []).join(', ') || undefined;
  return {
    raw: { log, ...(message !== undefined && { message }), ...(agent !== undefined && { agent }) },
    failures: failed.slice(0, 1).map((failure) => ({ what: 'details', failure: { ...failure, scope } })),
  };
}

/** The call's message in its conversation: the log itself has neither status nor direction. */
async function getMessage(api: Api, record: Field): Promise<Json | undefined> {
  const id = text(record, 'messageId');
  if (!id || !isId(id, otherId)) return undefined;
  return ask(api, scopes.messages, `/conversations/messages/${encodeURIComponent(id)}`);
}

/** The agent's name, asked once for each agent: the rest of its configuration is no part of the call. */
async function getAgent(api: Api, record: Field, locationId: string): Promise<Json | undefined> {
  const id = text(record, 'agentId');
  if (!id || !isId(id, otherId) || flag(record, 'isAgentDeleted') || text(record, 'agentName')) return undefined;
  const remembered = await api.memory.get(`agent/${id}`);
  if (remembered) return { id, agentName: remembered };
  const agent = await ask(api, scopes.agents, `/voice-ai/agents/${encodeURIComponent(id)}`, { locationId });
  const agentName = text(root(agent), 'agentName');
  if (!agentName) return undefined;
  await api.memory.set(`agent/${id}`, agentName);
  return { id, agentName };
}

/** The API wants epoch milliseconds, and both dates or none; a day ends with its last millisecond, in the person's own zone. */
function dates({ startDate, endDate, ...rest }: Record<string, string>): Record<string, string | number> {
  if (!startDate && !endDate) return rest;
  const milliseconds = (day: string | undefined, clock: string, open: number) => {
    if (!day) return open;
    const when = /^\d{11,}$/.test(day) ? Number(day) : Date.parse(/T/.test(day) ? day : `${day}T${clock}`);
    return Number.isNaN(when) ? fail('request-rejected', { said: day }) : when;
  };
  return {
    ...rest,
    startDate: milliseconds(startDate, '00:00:00.000', 0),
    endDate: milliseconds(endDate, '23:59:59.999', Date.now()),
  };
}

/** The log rows of a list, each as a reply of its own. */
const rowsOf = (list: Field, connection: string) =>
  items(list, 'callLogs').flatMap((row) => {
    const id = text(first(row, 'id', '_id'));
    return id ? [{ ref: { provider: 'highlevel', connection, id }, raw: { log: row.value ?? null } }] : [];
  });

const askList = async (api: Api, query: Record<string, string | number>) =>
  root(await ask(api, scopes.calls, '/voice-ai/dashboard/call-logs', { ...query, locationId: locationOf(api) }));
const totalOf = (list: Field) => number(first(list, 'total', 'totalRecords'));

export const highlevel: Provider = {
  id: 'highlevel',
  name: 'HighLevel Voice AI',
  baseUrl: 'https://services.leadconnectorhq.com',
  keyPage: 'https://help.gohighlevel.com/support/solutions/articles/155000003054',
  scopes: [
    { name: scopes.calls, optional: false },
    { name: scopes.agents, optional: true },
    { name: scopes.messages, optional: true },
  ],
  needsLocation: true,
  headers: { Version: '2021-04-15' },
  ids,
  hosts: ['gohighlevel.com', 'leadconnectorhq.com', 'msgsndr.com'],
  // The log, its message and its agent.
  requestsPerCall: 3,
  // 100 requests in 10 seconds, for each app and location.
  limits: { concurrency: 4, requests: 80, interval: 10_000 },
  filters,
  getCall,
  toCall,
  async listCalls(api, connection, chosen, page) {
    const size = 25;
    const list = await askList(api, { ...dates(knownFilters(chosen, filters)), page, pageSize: size });
    return callPage({ page, size, total: totalOf(list), rows: rowsOf(list, connection) }, toCall);
  },
  async callsOf(api, connection, { contactId, locationId }) {
    // A contact belongs to one location; a connection to another one knows nothing of it.
    if (!contactId || !isId(contactId, otherId) || api.locationId !== locationId) return undefined;
    const size = 50;
    const list = await askList(api, { contactId, sortBy: 'createdAt', sort: 'descend', page: 1, pageSize: size });
    const listed = rowsOf(list, connection);
    const rows = listed.filter(({ ref, raw }) => {
      const stated = toCall(ref, raw).contactId;
      return stated === undefined || stated === contactId;
    });
    const { calls } = callPage({ page: 1, size, rows }, toCall);
    const newest = listed.length >= size && totalOf(list) !== size ? size : undefined;
    return { calls, searched: { by: 'contactId', values: [contactId], newest } };
  },
  async whoAmI(api) {
    return { calls: totalOf(await askList(api, { page: 1, pageSize: 1 })) };
  },
  recording(raw) {
    const id = text(root(raw), 'log', 'messageId');
    if (!id || !isId(id, otherId)) return undefined;
    const message = encodeURIComponent(id);
    return {
      path: (locationId) => `/conversations/messages/${message}/locations/${encodeURIComponent(locationId)}/recording`,
    };
  },
  explain,
};
