import { omnidimensionAgents, omnidimensionCalls } from '../calls/omnidimension';
import {
  matches,
  pageNumber,
  progress,
  slice,
  type Answer,
  type DemoCall,
  type Row,
  type Vendor,
  type VendorReplica,
} from './vendor';
import { documented } from './documented';
import { wav } from '../wav';

const failed = (status: number, error: string, description: string): Answer => ({
  status,
  body: { error, error_description: description },
});

/**
 * OmniDimension as its API reference documents it, with what others saw live: an unknown ID is a 200 with nothing,
 * unknown parameters are ignored, the recording link needs no key.
 */
function omnidimension(key: string): Vendor {
  const now = progress();
  const samples = documented('omnidimension').flatMap(([, reply]) => rowsOf(reply));
  const calls: DemoCall[] = [...omnidimensionCalls, ...samples.map((row) => ({ row }))];

  return ({ method, path, query, headers, origin }): Answer => {
    if (path === '/web/content') return { status: 200, body: wav(), headers: { 'content-type': 'audio/x-wav' } };
    if (headers.authorization !== `Bearer ${key}`) return failed(401, 'unauthorized', 'Missing or invalid API key');
    if (method !== 'GET')
      return { ...failed(405, 'method_not_allowed', 'Method not allowed'), headers: { allow: 'GET' } };

    const withOrigin = (call: DemoCall): Row => {
      const row = now(call);
      const link = row.internal_recording_url;
      return typeof link === 'string' && link.startsWith('/') ? { ...row, internal_recording_url: origin + link } : row;
    };

    const id = /^\/api\/v1\/calls\/logs\/(\d+)$/.exec(path)?.[1];
    if (id) {
      const found = calls.filter((call) => String(call.row.id) === id).map(withOrigin);
      return { status: 200, body: { call_log_data: found, total_records: found.length } };
    }
    if (path === '/api/v1/calls/logs') {
      const wanted = calls.filter(
        ({ row }) =>
          matches(query, 'call_status', row.call_status) &&
          matches(query, 'agentid', omnidimensionAgents.find((agent) => agent.name === row.bot_name)?.id),
      );
      const newestFirst = wanted.toSorted((a, b) => Number(b.row.id) - Number(a.row.id));
      const page = slice(newestFirst, pageNumber(query, 'pageno', 1), pageNumber(query, 'pagesize', 30, 150));
      return { status: 200, body: { call_log_data: page.map(withOrigin), total_records: wanted.length } };
    }
    if (path === '/api/v1/agents') {
      return { status: 200, body: { bots: omnidimensionAgents, total_records: omnidimensionAgents.length } };
    }
    return failed(404, 'not_found', 'The requested resource was not found. See https://docs.omnidim.io');
  };
}

const key = 'demo-omnidimension-key-for-the-replica-1a2b';
export const replica: VendorReplica = { key, base: '/api/v1', start: () => omnidimension(key) };

function rowsOf(reply: unknown): Row[] {
  const rows = (reply as { call_log_data?: unknown } | null)?.call_log_data;
  return Array.isArray(rows) ? (rows as Row[]) : [];
}
