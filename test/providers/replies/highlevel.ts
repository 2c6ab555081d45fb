import * as fc from 'fast-check';
import type { Json } from '../../../lib/call/call';
import { hex, secret, words, phone, instant, seconds, members, optional, type GeneratedReply } from './parts';

const action = (own: string) =>
  fc.record(
    {
      actionId: hex(24),
      actionType: fc.constantFrom('CALL_TRANSFER', 'SMS', 'CUSTOM_ACTION', 'SOMETHING_NEW'),
      actionName: words,
      executedAt: instant,
      actionParameters: fc.constant({
        apiDetails: {
          url: `https://api.example.com/orders?token=${own}`,
          method: 'GET',
          authenticationRequired: true,
          authenticationValue: own,
          headers: [
            { key: 'Content-Type', value: 'application/json' },
            { key: 'X-Orders-Key', value: own },
          ],
        },
      }),
    },
    { requiredKeys: ['actionType', 'actionName', 'actionParameters'] },
  );

export const highlevel: fc.Arbitrary<GeneratedReply> = secret.chain((own) =>
  fc
    .record({
      log: fc.record(
        {
          id: hex(24),
          agentId: hex(24),
          isAgentDeleted: fc.boolean(),
          createdAt: instant,
          duration: seconds,
          trialCall: fc.boolean(),
          executedCallActions: fc.array(action(own), { minLength: 1, maxLength: 3 }),
          summary: words,
          transcript: fc
            .array(fc.tuple(fc.constantFrom('bot:', 'human: '), words), { maxLength: 6 })
            .map((lines) => lines.map((line) => line.join('')).join('\n')),
          contactId: hex(20),
          fromNumber: phone,
          translation: fc.oneof(
            fc.constant(null),
            fc.record({ translatedTranscript: words }),
            fc.record({ transcript: words, language: fc.constant('es') }),
            fc.record({ enabled: fc.boolean() }),
          ),
          extractedData: members,
          messageId: hex(20),
        },
        {
          requiredKeys: [
            'id',
            'agentId',
            'isAgentDeleted',
            'createdAt',
            'duration',
            'trialCall',
            'executedCallActions',
            'summary',
            'transcript',
          ],
        },
      ),
      message: fc.record(
        {
          direction: fc.constantFrom('inbound', 'outbound'),
          meta: fc.record({
            callStatus: fc.constantFrom('completed', 'answered', 'busy', 'voicemail'),
            callDuration: seconds.map(String),
          }),
        },
        optional,
      ),
    })
    .map(({ log, message }) => ({ id: log.id, raw: { log, message } as unknown as Json, secrets: [own] })),
);
