import { highlevelAgents, highlevelCalls, highlevelMessages } from '../calls/highlevel';
import { wav } from '../wav';
import { documented } from './documented';
import { contactNotes, noteScopes } from './highlevelNotes';
import {
  matches,
  pageNumber,
  rateLimit,
  slice,
  type Answer,
  type Row,
  type Vendor,
  type VendorReplica,
} from './vendor';

const scopes = ['voice-ai-dashboard.readonly', 'voice-ai-agents.readonly', 'conversations/message.readonly'] as const;
type Scope = (typeof scopes)[number];

const versions = new Set(['v3', '2023-02-21', '2021-07-28', '2021-04-15']);
/** Those that the contacts API documents. */
const contactVersions = new Set(['v3', '2021-07-28']);
const listParameters = [
  'locationId',
  'agentId',
  'contactId',
  'callType',
  'startDate',
  'endDate',
  'actionType',
  'sortBy',
  'sort',
  'page',
  'pageSize',
  'timezone',
  'direction', // undocumented, accepted
];

const errors: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
};
const failed = (statusCode: number, message: string | string[]): Answer => ({
  status: statusCode,
  body: { statusCode, message, error: errors[statusCode] ?? 'Error' },
});

/**
 * HighLevel, as strict as it is: token, Version header, scope, then the location, then every query parameter.
 * 100 requests in 10 seconds. `granted`: the scopes ticked for the token (all, when left out).
 */
function highlevel(key: string, locationId: string, granted: readonly string[] = [...scopes, ...noteScopes]): Vendor {
  const limit = rateLimit(100, 10_000);
  const samples = new Map(documented('highlevel'));
  const notes = contactNotes(failed);

  const routes: [RegExp, Scope, allowed: string[], (id: string, query: URLSearchParams) => Answer][] = [
    [
      /^\/voice-ai\/dashboard\/call-logs$/,
      'voice-ai-dashboard.readonly',
      listParameters,
      (_, query) => listCalls(query),
    ],
    [
      /^\/voice-ai\/dashboard\/call-logs\/([^/]+)$/,
      'voice-ai-dashboard.readonly',
      ['locationId'],
      (id) => {
        if (id === locationId) return failed(400, 'Invalid call ID');
        const call = highlevelCalls.find(({ row }) => row.id === id)?.row;
        return call ? { status: 200, body: call } : failed(404, 'Call log not found');
      },
    ],
    [
      /^\/voice-ai\/agents(?:\/([^/]+))?$/,
      'voice-ai-agents.readonly',
      ['locationId', 'page', 'pageSize', 'query'],
      (id, query): Answer => {
        const agent = highlevelAgents.find((each) => each.id === id);
        if (id) return agent ? { status: 200, body: { ...agent, locationId } } : failed(404, 'Agent not found');
        const [page, pageSize] = [pageNumber(query, 'page', 1), pageNumber(query, 'pageSize', 10)];
        return {
          status: 200,
          body: { total: highlevelAgents.length, page, pageSize, agents: slice(highlevelAgents, page, pageSize) },
        };
      },
    ],
    [
      /^\/conversations\/messages\/([^/]+)$/,
      'conversations/message.readonly',
      [],
      (id) => {
        const message = highlevelMessages.find((each) => each.id === id);
        return message ? { status: 200, body: { ...message, locationId } } : failed(404, 'Message not found');
      },
    ],
    [
      /^\/conversations\/messages\/([^/]+)\/locations\/[^/]+\/recording$/,
      'conversations/message.readonly',
      [],
      (id) => {
        const message = highlevelMessages.find((each) => each.id === id) as { meta?: Row } | undefined;
        if (message?.meta?.callStatus !== 'completed') return failed(404, 'Recording not found');
        const headers = { 'content-type': 'audio/x-wav', 'content-disposition': 'Attachment; filename=audio.wav' };
        return { status: 200, body: wav(), headers };
      },
    ],
  ];

  return ({ method, path, query, headers, body }) => {
    const token = headers.authorization?.replace(/^Bearer /, '');
    if (token !== key) {
      return failed(401, token?.startsWith('pit-') ? 'Invalid Private Integration token' : 'Invalid JWT');
    }
    const version = headers.version;
    if (!version) return failed(401, 'version header was not found.');
    if (!versions.has(String(version))) return failed(401, 'version header is invalid');

    const { exceeded, remaining } = limit();
    const limits = {
      'x-ratelimit-limit-daily': '200000',
      'x-ratelimit-daily-remaining': '199000',
      'x-ratelimit-interval-milliseconds': '10000',
      'x-ratelimit-max': '100',
      'x-ratelimit-remaining': String(remaining),
    };

    const answer = (): Answer => {
      if (exceeded) return failed(429, 'Too Many Requests');
      if (path.startsWith('/contacts/') && !contactVersions.has(String(version)))
        return failed(401, 'version header is invalid');
      const ofNotes = notes(method, path, body, granted);
      if (ofNotes) return ofNotes;
      const route = method === 'GET' && routes.find(([pattern]) => pattern.test(path));
      if (!route) return failed(404, `Cannot ${method} ${path}`);
      const [pattern, scope, allowed, respond] = route;
      if (!granted.includes(scope)) return failed(401, 'The token is not authorized for this scope.');

      const location = /\/locations\/([^/]+)\//.exec(path)?.[1] ?? query.get('locationId');
      if (!location && allowed.includes('locationId')) return failed(400, 'LocationId is missing in query');
      if (location && location !== locationId) return failed(403, 'The token does not have access to this location.');
      const unknown = [...query.keys()].filter((name) => !allowed.includes(name));
      if (unknown.length > 0)
        return failed(
          422,
          unknown.map((name) => `property ${name} should not exist`),
        );
      if (Number(query.get('pageSize')) > 50) return failed(422, ['pageSize cannot exceed 50']);

      const sample = samples.get(path);
      if (sample !== undefined) return { status: 200, body: sample };
      return respond(pattern.exec(path)?.[1] ?? '', query);
    };

    const { headers: own, ...rest } = answer();
    return { ...rest, headers: { ...limits, ...own } };
  };
}

const key = 'pit-0de30000-0000-4000-8000-00000000c0de';
const account = { locationId: 'LOC123456789ABCDEF' };
export const replica: VendorReplica = {
  key,
  account,
  start: ({ highlevelScopes }) => highlevel(key, account.locationId, highlevelScopes),
};

function listCalls(query: URLSearchParams): Answer {
  const [start, end] = [query.get('startDate'), query.get('endDate')];
  if (Boolean(start) !== Boolean(end)) return failed(422, ['startDate and endDate must be given together']);
  const wanted = highlevelCalls
    .map(({ row }) => row)
    .filter(
      (row) =>
        matches(query, 'agentId', row.agentId) &&
        matches(query, 'contactId', row.contactId) &&
        matches(query, 'callType', row.trialCall ? 'TRIAL' : 'LIVE') &&
        (!start ||
          !end ||
          (Date.parse(String(row.createdAt)) >= Number(start) && Date.parse(String(row.createdAt)) <= Number(end))) &&
        (!query.get('actionType') ||
          (row.executedCallActions as Row[]).some((action) => matches(query, 'actionType', action.actionType))),
    );
  const direction = query.get('sort') === 'ascend' ? 1 : -1;
  const weight = (row: Row) =>
    query.get('sortBy') === 'duration' ? Number(row.duration) : Date.parse(String(row.createdAt));
  const sorted = wanted.toSorted((a, b) => direction * (weight(a) - weight(b)));
  const [page, pageSize] = [pageNumber(query, 'page', 1), pageNumber(query, 'pageSize', 10)];
  return { status: 200, body: { total: wanted.length, page, pageSize, callLogs: slice(sorted, page, pageSize) } };
}
