import * as fc from 'fast-check';
import { hex, secret, words, phone, instant, seconds, members, type GeneratedReply } from './parts';

export const dialnexa: fc.Arbitrary<GeneratedReply> = fc
  .record({
    id: hex(14).map((digits) => `call_${digits}`),
    secrets: fc.tuple(secret, secret, secret),
    isCurrent: fc.boolean(),
    duration: seconds,
    at: instant,
    row: fc.record({
      agent_id: hex(12).map((digits) => `agent_${digits}`),
      status: fc.constantFrom(
        'created',
        'completed',
        'did_not_pick',
        'busy',
        'no_answer',
        'failed',
        'cancelled',
        'retry_expired',
      ),
      sentiment: fc.constantFrom('positive', 'neutral', 'negative', 'unknown'),
      end_reason: fc.constantFrom('agent_disconnected', 'user_disconnected', 'voicemail_detected', 'unknown'),
    }),
    analysis: members,
    said: fc.array(fc.tuple(fc.constantFrom('Agent', 'User'), words), { maxLength: 6 }),
    summary: words,
    numbers: fc.tuple(phone, phone),
  })
  .map(({ id, secrets, isCurrent, duration, at, row, analysis, said, summary, numbers }): GeneratedReply => {
    const [recording, key, bearer] = secrets;
    const lines = said.map(([who, text]) => `${who}: ${text}`);
    const url = `https://recordings.dialnexa.com/${recording}.mp3`;
    if (isCurrent) {
      const call = {
        id,
        ...row,
        from_number: numbers[0],
        to_number: numbers[1],
        call_direction: 'outbound',
        createdAt: at,
        duration,
        transcript: lines.join(' '),
        summary,
        postcallanalysis: analysis,
        recording_sas_url: `https://x.blob.core.windows.net/r/${id}?sv=2024&se=2026&sig=${recording}`,
        metadata: { api_key: key },
        notes: `Authorization: Bearer ${bearer}`,
      };
      return { id, raw: { call }, secrets };
    }
    const log = {
      id: `log_${id.slice(5)}`,
      call_id: id,
      ...row,
      duration_seconds: duration,
      recording_url: url,
      analysis,
      created_at: at,
      fallback_stt_transcriber_id: null,
    };
    const details = {
      ...log,
      transcript: lines.join('\n'),
      timeline: [{ event: 'call_started', timestamp: at }],
      metadata: { api_key: key, note: `curl -H "Authorization: Bearer ${bearer}"` },
    };
    return { id, raw: { log, details }, secrets };
  });
