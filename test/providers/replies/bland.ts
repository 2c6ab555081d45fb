import * as fc from 'fast-check';
import type { Json } from '../../../lib/call/call';
import {
  secret,
  words,
  phone,
  instant,
  seconds,
  fraction,
  members,
  optional,
  type GeneratedReply,
  uuid,
} from './parts';

export const bland: fc.Arbitrary<GeneratedReply> = fc
  .record({
    id: uuid,
    secrets: fc.tuple(secret, secret, secret, secret),
    start: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
    duration: seconds,
    row: fc.record(
      {
        batch_id: fc.option(uuid),
        to: phone,
        from: phone,
        completed: fc.boolean(),
        inbound: fc.boolean(),
        queue_status: fc.constantFrom(
          'new',
          'queued',
          'started',
          'complete',
          'completed',
          'call_error',
          'complete_error',
        ),
        status: fc.constantFrom('completed', 'failed', 'busy', 'no-answer', 'canceled', 'unknown'),
        answered_by: fc.constantFrom('human', 'voicemail', 'unknown', 'no-answer', null),
        error_message: fc.option(words),
        max_duration: fc.nat(60),
        record: fc.boolean(),
        summary: fc.option(words),
        price: fc.option(fraction),
        call_ended_by: fc.constantFrom('ASSISTANT', 'USER', null),
        analysis: fc.option(members),
        variables: fc.option(members),
        metadata: fc.option(members),
        disposition_tag: fc.option(words),
        pathway_tags: fc.array(words, { maxLength: 2 }),
        transferred_to: fc.option(phone),
        transferred_at: fc.option(instant),
        pre_transfer_duration: fc.option(fraction),
        post_transfer_duration: fc.option(fraction),
        warm_transfer_call: fc.option(
          fc.record({
            state: fc.constantFrom('STARTED', 'TIMED_OUT', 'CANCELLED', 'MERGED', 'NO_ANSWER'),
            proxy_agent_calls: fc.array(
              fc.record({ state: fc.constant('STARTED'), call_id: uuid, phone_number: phone }),
              {
                maxLength: 2,
              },
            ),
          }),
        ),
        citations: fc.option(
          fc.array(
            fc.record({
              variable_name: words,
              variable_type: fc.constant('string'),
              value: fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null)),
              cited_utterances: fc.array(fc.record({ start_time: fraction, end_time: fraction, transcript: words }), {
                maxLength: 1,
              }),
            }),
            { maxLength: 2 },
          ),
        ),
        is_proxy_agent_call: fc.boolean(),
        is_canary: fc.option(fc.boolean()),
      },
      optional,
    ),
    said: fc.array(fc.tuple(fc.constantFrom('user', 'assistant', 'robot', 'agent-action'), fc.nat(3600), words), {
      maxLength: 6,
    }),
    logs: fc.constantFrom('text', 'list', null),
  })
  .map(({ id, secrets, start, duration, row, said, logs }): GeneratedReply => {
    const [recording, hook, key, bearer] = secrets;
    const later = (after: number) => new Date(start.getTime() + after * 1000).toISOString().replace('Z', '+00:00');
    const request = {
      phone_number: row.to ?? '',
      webhook: `https://crm.example.com/in/${hook}`,
      encrypted_key: key,
      tools: [{ name: 'Look up', headers: { 'X-Own': key, authorization: `Bearer ${bearer}` } }],
      dynamic_data: [{ url: `https://api.example.com/?api_key=${key}`, headers: { authorization: bearer } }],
    };
    const node = {
      tag: { name: 'Intro', color: '#862727' },
      role: 'user',
      text: 'Hello?',
      decision: JSON.stringify({ 'Current Node Name': 'Intro' }),
      created_at: later(1),
      pathway_info: JSON.stringify({ 'Request Data': request }),
      chosen_node_id: '1',
    };
    const call = {
      call_id: id,
      c_id: id,
      ...row,
      call_length: duration / 60,
      corrected_duration: String(duration),
      created_at: later(-2),
      started_at: later(0),
      recording_url: `https://server.aws.dc5.bland.ai/v1/recordings/${id}:${recording}`,
      request_data: request,
      pathway_logs: logs === 'list' ? [node] : logs === 'text' ? JSON.stringify([node]) : null,
      concatenated_transcript: said.map(([user, , text]) => `${user}: ${text} \n `).join(''),
      transcripts: said.map(([user, after, text], index) => ({ id: index, user, text, created_at: later(after) })),
    };
    return { id, raw: call as Json, secrets };
  });
