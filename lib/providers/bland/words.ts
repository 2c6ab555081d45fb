import type { ProviderWords } from '../provider';

/** The stages of `queue_status`, and who ended a call, by the vendor's reference of a call's details. */
export const words = {
  status: {
    new: { kind: 'in-progress', meaning: { en: 'The request for the call has been received.' } },
    allocated: { kind: 'in-progress', meaning: { en: 'The call is being dispatched.' } },
    started: { kind: 'in-progress', meaning: { en: 'The call is live.' } },
    complete: { kind: 'completed', meaning: { en: 'The call has ended.' } },
    complete_error: {
      kind: 'completed',
      meaning: { en: 'The call has ended; something failed after it, e.g. a webhook.' },
    },
    pre_queue_error: { kind: 'failed', meaning: { en: 'The request for the call failed before it was queued.' } },
    queue_error: { kind: 'failed', meaning: { en: 'The call failed while it was queued.' } },
    call_error: { kind: 'failed', meaning: { en: 'The call failed while it was live.' } },
  },
  endedBy: { assistant: { meaning: { en: 'The voice agent ended the call.' } } },
  actions: {
    'agent-action': { en: 'Action of the voice agent' },
    chosen_node_id: { en: 'Entered a node of the pathway' },
    transferred_to: { en: 'Transferred the call' },
    warm_transfer_call: { en: 'Transferred the call, speaking to the other side first' },
  },
} satisfies ProviderWords;
