import type { ProviderWords } from '../provider';

/** Why a call ended, in the order of the vendor's documents: also the choices of its list's filter. */
const endReason = {
  user_hangup: { meaning: { en: 'The customer hung up.' } },
  agent_hangup: { meaning: { en: 'The voice agent ended the call.' } },
  call_transfer: { meaning: { en: 'The voice agent transferred the call.' } },
  voicemail_reached: { meaning: { en: 'A voicemail answered, and the agent is set to act on that.' } },
  ivr_reached: { meaning: { en: 'A phone menu answered, and the agent is set to hang up then.' } },
  inactivity: { meaning: { en: 'Nobody spoke for so long that the call was ended.' } },
  max_duration_reached: { meaning: { en: 'The call reached its longest allowed duration.' } },
  concurrency_limit_reached: { meaning: { en: 'The account had too many calls at once.' } },
  no_concurrency_fallback: {
    meaning: { en: 'The account had too many calls at once, and no fallback took this one.' },
  },
  no_valid_payment: { meaning: { en: 'The account has no valid payment method.' } },
  scam_detected: { meaning: { en: 'The provider took the call for a scam.' } },
  dial_busy: { meaning: { en: 'The dialed number was busy.' } },
  dial_failed: { meaning: { en: 'Dialing failed for a reason that the phone network did not tell.' } },
  dial_no_answer: { meaning: { en: 'Nobody answered at the dialed number.' } },
  invalid_destination: { meaning: { en: 'The dialed number is not valid.' } },
  telephony_provider_permission_denied: { meaning: { en: 'The phone company refused the account’s sign-in.' } },
  telephony_provider_unavailable: { meaning: { en: 'The phone company could not be reached or failed.' } },
  sip_routing_error: { meaning: { en: 'The phone network found no way to the number.' } },
  marked_as_spam: { meaning: { en: 'The phone network blocked the call as spam.' } },
  user_declined: { meaning: { en: 'The customer declined the call.' } },
  error_llm_websocket_open: {
    meaning: { en: 'The connection to the agent’s own language model could not be opened.' },
  },
  error_llm_websocket_lost_connection: {
    meaning: { en: 'The connection to the agent’s own language model was lost.' },
  },
  error_llm_websocket_runtime: { meaning: { en: 'The agent’s own language model failed during the call.' } },
  error_llm_websocket_corrupt_payload: {
    meaning: { en: 'The agent’s own language model sent something that cannot be read.' },
  },
  error_no_audio_received: { meaning: { en: 'No sound arrived from the customer.' } },
  error_asr: { meaning: { en: 'Speech recognition failed.' } },
  error_retell: { meaning: { en: 'The provider’s system failed.' } },
  error_unknown: { meaning: { en: 'The call failed for a reason that the provider does not know.' } },
  error_user_not_joined: { meaning: { en: 'The customer never joined the call.' } },
  registered_call_timeout: { meaning: { en: 'The call was prepared and never started.' } },
  transfer_bridged: { meaning: { en: 'The customer was connected with the person the call was transferred to.' } },
  transfer_cancelled: { meaning: { en: 'The transfer was canceled.' } },
  manual_stopped: { meaning: { en: 'Somebody stopped the call from outside.' } },
  call_take_over: { meaning: { en: 'A person took over from the voice agent.' } },
};

export const endReasons = Object.keys(endReason);

export const words = {
  status: {
    registered: { kind: 'in-progress', meaning: { en: 'The call is prepared and has not begun.' } },
    not_connected: { kind: 'failed', meaning: { en: 'The call was never connected.' } },
    ongoing: { kind: 'in-progress', meaning: { en: 'The call is in progress.' } },
    ended: { kind: 'completed', meaning: { en: 'The call has ended.' } },
    error: { kind: 'failed', meaning: { en: 'The call failed.' } },
  },
  endReason: {
    ...endReason,
    // In older documents alone.
    machine_detected: { meaning: { en: 'A machine answered.' } },
    error_inbound_webhook: { meaning: { en: 'The account’s own server did not answer for the incoming call.' } },
  },
  actions: {
    node_transition: { en: 'Went to another step' },
    dtmf: { en: 'Key pressed' },
    sms: { en: 'Text message received' },
    injected: { en: 'Context added from outside' },
  },
} satisfies ProviderWords;
