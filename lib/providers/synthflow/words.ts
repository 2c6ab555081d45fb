import type { ProviderWords } from '../provider';

/** Statuses, reasons and sides by the vendor's OpenAPI document, and the words that only its examples have. */
export const words = {
  status: {
    registered: { kind: 'in-progress', meaning: { en: 'The call was registered and has not begun.' } },
    paused: { kind: 'in-progress', meaning: { en: 'The call is paused.' } },
    user_canceled: {
      kind: 'canceled',
      meaning: { en: 'The caller hung up within the first second, before the agent answered.' },
    },
    hangup_on_voicemail: { kind: 'voicemail', meaning: { en: 'A voicemail answered, and the voice agent hung up.' } },
    left_voicemail: { kind: 'voicemail', meaning: { en: 'A voicemail answered, and a message was left.' } },
    spam: { kind: 'failed', meaning: { en: 'The call was taken for spam.' } },
  },
  endReason: {
    human_pick_up_cut_off: { meaning: { en: 'A person picked up, and the call was cut off.' } },
    voicemail: { meaning: { en: 'A voicemail answered.' } },
    voicemail_cut_off: { meaning: { en: 'A voicemail answered, and the call was cut off.' } },
    voicemail_message_left: { meaning: { en: 'A voicemail answered, and a message was left.' } },
    agent_ended_call: { meaning: { en: 'The voice agent ended the call.' } },
    agent_goodbye: { meaning: { en: 'The voice agent said goodbye.' } },
    human_ended_call: { meaning: { en: 'The customer ended the call.' } },
    human_hangup: { meaning: { en: 'The customer hung up.' } },
    custom_end_call: { meaning: { en: 'A reason that the agent’s owner defined was given.' } },
    user_canceled: { meaning: { en: 'The caller hung up within the first second, before the agent answered.' } },
    timeout: { meaning: { en: 'The call took too long.' } },
    error: { meaning: { en: 'An error ended the call.' } },
    completed: { meaning: { en: 'The call took place and ended normally.' } },
  },
  endedBy: {
    caller: { meaning: { en: 'The side that called hung up.' } },
    callee: { meaning: { en: 'The side that was called hung up.' } },
  },
} satisfies ProviderWords;
