import type { statusKinds } from '../../call/kinds';
import type { ProviderWords } from '../provider';

type Ending = [family: RegExp, kind: (typeof statusKinds)[number], meaning: string];

/**
 * How a call ended, by families of `endedReason`: there are some six hundred, and more with every release, made of who failed, which
 * service and why. The first family that fits counts. After docs.vapi.ai/calls/call-ended-reason.
 */
const endings: Ending[] = [
  [/^voicemail$/, 'voicemail', 'A voicemail or answering machine took the call.'],
  [/^customer-did-not-answer$/, 'no-answer', 'The customer did not pick up.'],
  [/-outbound-sip-(?:408|480)-/, 'no-answer', 'The customer’s phone was off or out of reach.'],
  [/^call\.forwarding\.no-answer$/, 'no-answer', 'Nobody picked up where the call was forwarded to.'],
  [/^customer-busy$/, 'busy', 'The customer’s line was busy.'],
  [/^call\.forwarding\.operator-busy$/, 'busy', 'The line was busy where the call was forwarded to.'],
  [/^manually-canceled$/, 'canceled', 'Somebody canceled the call, in the dashboard or through the API.'],
  [/^scheduled-call-deleted$/, 'canceled', 'The planned call was deleted before it was placed.'],
  [/-caller-hungup-before-call-connect$/, 'canceled', 'The caller hung up before the call was connected.'],
  [/^call-deleted$/, 'unknown', 'The record of the call was deleted.'],

  [/^customer-ended-call-before-warm-transfer$/, 'completed', 'The customer hung up before the call was transferred.'],
  [/^customer-ended-call-after-warm-tr/, 'completed', 'The customer hung up after a transfer was attempted.'],
  [/^customer-ended-call-during-transfer$/, 'completed', 'The customer hung up during a transfer.'],
  [/^customer-ended-call/, 'completed', 'The customer hung up.'],
  [/^assistant-(?:ended-call|said-end-call-phrase)/, 'completed', 'The voice agent ended the call.'],
  [/^assistant-forwarded-call$/, 'completed', 'The voice agent transferred the call.'],
  [/-returned-forwarding-phone-number$/, 'completed', 'The call was forwarded at once, without a voice agent.'],
  [/^silence-timed-out$/, 'completed', 'Nobody spoke for so long that the call was ended.'],
  [/^exceeded-max-duration$/, 'completed', 'The call reached the longest duration that is allowed.'],
  [/-completed(?:-call)?$/, 'completed', 'The telephone service reported the end of the call.'],
  [/^vonage-disconnected$/, 'completed', 'The telephone service disconnected the call.'],
  [/\.hook-executed-transfer$/, 'completed', 'A rule transferred the call.'],
  [/\.hook-executed-/, 'completed', 'A rule ended the call.'],

  [/-subscription-|-fraud-check-|-vapi-number-/, 'failed', 'The account or its plan does not allow the call.'],
  [/^call[.-]start[.-]/, 'failed', 'The call could not be started as it is set up.'],
  [/^assistant-(?:not|request|join)-/, 'failed', 'There was no voice agent to take the call.'],
  [/-microphone-permission$/, 'failed', 'The customer did not allow the microphone.'],
  [/-did-not-receive-customer-audio$/, 'failed', 'Nothing was heard of the customer.'],
  [/error-(?:warm-)?transfer-/, 'failed', 'The call could not be transferred.'],
  [/-misdialed$/, 'failed', 'The phone number is not valid.'],
  [
    /^(?:twilio|vonage|phone-call-provider)-|\bsip-|transport/,
    'failed',
    'The telephone service could not keep or make the connection.',
  ],
  [
    /-429-|quota|rate-limit|out-of-c|funds|payment|upgrade|limit-exceeded|paid-only/,
    'failed',
    'A service behind the voice agent refused: its quota or rate limit was used up.',
  ],
  [
    /-40[13]-|unauthorized|api-key|credentials|auth-failed/,
    'failed',
    'A service behind the voice agent refused: its key or the access to it is missing.',
  ],
  [/-llm-|llm-model|-model-/, 'failed', 'The language model failed.'],
  [/-transcriber-|-returning-/, 'failed', 'The recognition of speech failed.'],
  [/-voice-/, 'failed', 'The voice of the agent failed.'],
  [/vapifault|worker-|shutdown/, 'failed', 'Vapi’s own system failed.'],
  [/providerfault|^pipeline-/, 'failed', 'A service behind the voice agent failed.'],
  [/error|fault|failed|rejected|no-server|not-found|not-valid/, 'failed', 'The call broke off because of an error.'],
];

/** What an `endedReason` says of a call that is over. A reason of no known family says no more than that: `completed`. */
export const kindOfEnding = (reason: string) => endings.find(([family]) => family.test(reason))?.[1] ?? 'completed';

export const words: ProviderWords = {
  status: {
    ended: { kind: 'completed', meaning: { en: 'The call is over. Its end reason says how it went.' } },
    forwarding: { kind: 'in-progress', meaning: { en: 'The call is being forwarded.' } },
  },
  endReasonFamilies: endings.map(([family, , en]) => [family, { en }]),
  endedBy: {
    assistant: { meaning: { en: 'The voice agent ended the call.' } },
    customer: { meaning: { en: 'The customer ended the call.' } },
  },
  actions: {
    function: { en: 'Called a tool' },
    transfer: { en: 'Transferred the call' },
    node: { en: 'Went through a step of the workflow' },
  },
};
