import type { Json } from '../../call/call';
import type { Samples } from '../provider';
import replies from './samples.json';

// TypeScript gives list items of different shapes optional members, which JSON does not have.
const documented = replies as unknown as Record<string, Json>;
const list = '/v1/convai/conversations';

/** A row as the vendor's OpenAPI has it (ConversationSummaryResponseModel), from the documented conversation. */
function rowOf(id: string): Json {
  const { agent_id, status, metadata, analysis, transcript } = replies[`${list}/${id}` as keyof typeof replies];
  return {
    agent_id,
    conversation_id: id,
    start_time_unix_secs: metadata.start_time_unix_secs,
    call_duration_secs: metadata.call_duration_secs,
    message_count: transcript.length,
    status,
    termination_reason: metadata.termination_reason,
    call_successful: analysis.call_successful,
    transcript_summary: analysis.transcript_summary,
  };
}

export const samples: Samples = {
  ids: ['conv_7401k5m9x2p8ec3rqv6dtnhb0fzw'],
  documented,
  composed: (path) =>
    path === list ? { conversations: samples.ids.map(rowOf), next_cursor: null, has_more: false } : undefined,
};
