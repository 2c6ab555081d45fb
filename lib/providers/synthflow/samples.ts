import type { Json } from '../../call/call';
import type { Samples } from '../provider';
import replies from './samples.json';

/** The pages of the documents end within the replies: what follows is missing here, too. The first is documented as a list. */
const documented = replies as Record<string, Json>;
const callsOf = (reply: { response: { calls: Json[] } }) => reply.response.calls;

export const samples: Samples = {
  ids: ['58bd0d3f-6982-4a6d-911e-1c11fbcc7dca', '1725527007259x327898249603432960'],
  documented,
  composed(path): Json | undefined {
    const calls = Object.values(replies).flatMap(callsOf);
    const listed = (rows: object) => ({ status: 'ok', response: { ...rows } });
    if (path === '/calls') return listed({ pagination: { total_records: calls.length, limit: 20, offset: 0 }, calls });
    // The documents show no agent's name.
    if (path === '/assistants/') return listed({ assistants: [{ model_id: 'f7181a86-5713-4d47-bb87-123d8199a29e' }] });
    return path.startsWith('/assistants/') ? listed({ assistants: [] }) : undefined;
  },
};
