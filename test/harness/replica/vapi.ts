import { vapiAssistants, vapiCalls } from '../calls/vapi';
import { wav } from '../wav';
import { documented } from './documented';
import { progress, type Answer, type DemoCall, type Row, type Vendor, type VendorReplica } from './vendor';

const errors: Record<number, string> = { 400: 'Bad Request', 401: 'Unauthorized', 404: 'Not Found' };
const failed = (statusCode: number, message: string | string[]): Answer => ({
  status: statusCode,
  body: { message, error: errors[statusCode] ?? 'Error', statusCode },
});

const wrongKey = 'Invalid Key. Hot tip, you may be using the private key instead of the public key, or vice versa.';
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const equals = new Set(['id', 'assistantId', 'phoneNumberId']);
/** `createdAtGt` and seven more like it. */
const range = /^(createdAt|updatedAt)(Gt|Lt|Ge|Le)$/;
const holds: Record<string, (value: number, limit: number) => boolean> = {
  Gt: (value, limit) => value > limit,
  Lt: (value, limit) => value < limit,
  Ge: (value, limit) => value >= limit,
  Le: (value, limit) => value <= limit,
};

/** What is wrong with a list's query, as the vendor's framework would say it. */
function complaints(query: URLSearchParams): string[] {
  return [...query].flatMap(([name, value]) => {
    if (name === 'limit') {
      if (!/^\d+$/.test(value)) return ['limit must be a number conforming to the specified constraints'];
      return Number(value) > 1000 ? ['limit must not be greater than 1000'] : [];
    }
    if (equals.has(name)) return uuid.test(value) ? [] : [`${name} must be a UUID`];
    if (!range.test(name)) return [`property ${name} should not exist`];
    return Number.isNaN(Date.parse(value)) ? [`${name} must be a valid ISO 8601 date string`] : [];
  });
}

const isWanted = (row: Row, query: URLSearchParams) =>
  [...query].every(([name, value]) => {
    if (equals.has(name)) return row[name] === value;
    const [, member = '', comparison = ''] = range.exec(name) ?? [];
    return !comparison || holds[comparison]?.(Date.parse(String(row[member])), Date.parse(value));
  });

/**
 * Vapi, by its OpenAPI document: a private key as bearer, a bare list without pages, recordings behind a redirect to a signed address. How
 * it refuses is that of its framework; only what it says to a wrong key was seen.
 */
function vapi(key: string): Vendor {
  const now = progress();
  const samples = documented('vapi');
  const below = (folder: string) =>
    samples.filter(([path]) => path.startsWith(folder)).map(([, reply]) => reply as Row);
  const calls: DemoCall[] = [...vapiCalls, ...below('/call/').map((row) => ({ row }))];
  const assistants = [...vapiAssistants, ...below('/assistant/')];

  return ({ method, path, query, headers, origin }) => {
    if (path.startsWith('/signed/')) {
      const isSigned = query.get('X-Amz-Signature') === 'replica';
      return isSigned
        ? { status: 200, body: wav(), headers: { 'content-type': 'audio/wav' } }
        : failed(401, 'Unsigned');
    }
    if (headers.authorization !== `Bearer ${key}`) return failed(401, wrongKey);
    if (method !== 'GET') return failed(404, `Cannot ${method} ${path}`);

    const signed = (address: string) => `${origin}${address}?X-Amz-Expires=3600&X-Amz-Signature=replica`;
    const full = (call: DemoCall): Row => {
      const row = now(call);
      const artifact = row.artifact as Row | null | undefined;
      if (!artifact) return row;
      const links = Object.entries(artifact).map(([name, value]) => [
        name,
        typeof value === 'string' && value.startsWith('/signed/') ? signed(value) : value,
      ]);
      return { ...row, artifact: Object.fromEntries(links) as Row };
    };

    if (path === '/call') {
      const wrong = complaints(query);
      if (wrong.length > 0) return failed(400, wrong);
      const wanted = calls
        .filter(({ row }) => isWanted(row, query))
        .toSorted((a, b) => String(b.row.createdAt).localeCompare(String(a.row.createdAt)));
      return { status: 200, body: wanted.slice(0, Number(query.get('limit') ?? 100)).map(full) };
    }
    const [, kind, id = '', audio] = /^\/(call|assistant)\/([^/]+)(?:\/(mono|stereo)-recording)?$/.exec(path) ?? [];
    if (!kind) return failed(404, `Cannot GET ${path}`);
    if (!uuid.test(id)) return failed(400, ['id must be a UUID']);
    if (kind === 'assistant') {
      const assistant = assistants.find((each) => each.id === id);
      return assistant ? { status: 200, body: assistant } : failed(404, 'Assistant not found.');
    }
    const call = calls.find(({ row }) => row.id === id);
    if (!call) return failed(404, 'Call not found.');
    if (!audio) return { status: 200, body: full(call) };
    const isRecorded = /"[^"]*recording[^"]*"/i.test(JSON.stringify(call.row));
    if (!isRecorded) return failed(404, 'Artifact not found.');
    return { status: 302, body: Buffer.alloc(0), headers: { location: signed(`/signed/${id}-${audio}.wav`) } };
  };
}

/** The vendor's keys are UUIDs, as its call IDs are. */
const key = '8e0d4b6a-1c2f-4d3e-9b5a-7f6e5d4c3b2a';
export const replica: VendorReplica = { key, start: () => vapi(key) };
