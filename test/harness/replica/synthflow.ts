import { synthflowAgents, synthflowCalls } from '../calls/synthflow';
import { wav } from '../wav';
import { documented } from './documented';
import { progress, type Answer, type DemoCall, type Row, type Vendor, type VendorReplica } from './vendor';

const failed = (status: number, description: string): Answer => ({
  status,
  body: { detail: { status: 'error', description, request_id: 'req_1', category: 'validation' } },
});

/** In a list the status and both sides have other names. */
function asRow({ status, phone_number_from, phone_number_to, ...row }: Row): Row {
  const isInbound = row.type_of_call === 'inbound';
  const [lead, agent] = isInbound ? [phone_number_from, phone_number_to] : [phone_number_to, phone_number_from];
  return {
    call_status: status ?? null,
    lead_phone_number: lead ?? null,
    agent_phone_number: agent ?? null,
    lead_name: row.name ?? null,
    labels: [],
    agents_used: [row.model_id ?? null],
    judge_results: null,
    ...row,
  };
}

/** Synthflow: one call comes as a list of one, lists are of one agent, sound is behind a redirect and a signature. */
function synthflow(key: string): Vendor {
  const now = progress();
  const samples = documented('synthflow').map(([path, reply]) => ({ path: `/v2${path}`, reply }));

  const page = (query: URLSearchParams, name: string, rows: Row[]): Answer => {
    const [limit, offset] = [Number(query.get('limit') ?? 20), Number(query.get('offset') ?? 0)];
    const pagination = { total_records: rows.length, limit, offset };
    return {
      status: 200,
      body: { status: 'ok', response: { pagination, [name]: rows.slice(offset, offset + limit) } },
    };
  };

  const isWanted = (query: URLSearchParams, row: Row) =>
    row.model_id === query.get('model_id') &&
    (!query.get('call_status') || row.call_status === query.get('call_status')) &&
    (!query.get('lead_phone_number') || row.lead_phone_number === query.get('lead_phone_number')) &&
    Number(row.start_time) >= Number(query.get('from_date') ?? 0) &&
    Number(row.start_time) <= Number(query.get('to_date') ?? Infinity) &&
    Number(row.duration) >= Number(query.get('duration_min') ?? 0) &&
    Number(row.duration) <= Number(query.get('duration_max') ?? Infinity);

  const one = (call: DemoCall): Answer => {
    const pagination = { total_records: 1, limit: 20, offset: 0 };
    return { status: 200, body: { status: 'ok', response: { pagination, calls: [now(call)] } } };
  };

  return ({ method, path, query, headers, origin }) => {
    if (path.startsWith('/signed/')) {
      if (headers.authorization) return failed(400, 'Only one auth mechanism allowed');
      return { status: 200, body: wav(), headers: { 'content-type': 'audio/wav' } };
    }
    if (headers.authorization !== `Bearer ${key}`) return failed(401, 'Invalid API key');
    if (method !== 'GET') return failed(404, `Cannot ${method} ${path}`);
    if (path === '/v2/assistants/') return page(query, 'assistants', synthflowAgents);
    const agent = /^\/v2\/assistants\/([^/]+)$/.exec(path)?.[1];
    if (agent) {
      const found = synthflowAgents.filter(({ model_id }) => model_id === agent);
      return found.length > 0 ? page(new URLSearchParams(), 'assistants', found) : failed(404, 'Agent not found');
    }
    if (path === '/v2/calls') {
      if (!query.get('model_id')) return failed(400, 'model_id is required');
      const rows = synthflowCalls.map((call) => asRow(now(call))).filter((row) => isWanted(query, row));
      return page(query, 'calls', rows);
    }
    const sample = samples.find((each) => each.path === path);
    if (sample) return { status: 200, body: sample.reply };
    const [, id, recording] = /^\/v2\/calls\/([^/]+)(\/recording)?$/.exec(path) ?? [];
    const call = synthflowCalls.find(({ row }) => row.call_id === id);
    if (!call) return failed(404, id ? 'Call not found' : 'No such route');
    if (!recording) return one(call);
    if (!call.row.recording_url) return failed(404, 'Recording not found');
    return { status: 302, body: Buffer.alloc(0), headers: { location: `${otherHost(origin)}/signed/${id}.wav` } };
  };
}

/** The same server under another name: another origin, to which a key must not go along. */
const otherHost = (origin: string) => origin.replace('127.0.0.1', 'localhost');

const key = 'sf-demo-replica-5e1b9a7c3d2f4806';
export const replica: VendorReplica = { key, base: '/v2', start: () => synthflow(key) };
