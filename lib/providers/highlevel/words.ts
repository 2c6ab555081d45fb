import type { ProviderWords } from '../provider';

/** The actions that the vendor's documents enumerate, in their order: also the choices of its list's filter. */
const actions = {
  CALL_TRANSFER: { en: 'Transferred the call' },
  DATA_EXTRACTION: { en: 'Extracted data after the call' },
  IN_CALL_DATA_EXTRACTION: { en: 'Extracted data during the call' },
  WORKFLOW_TRIGGER: { en: 'Started a workflow' },
  SMS: { en: 'Sent an SMS' },
  APPOINTMENT_BOOKING: { en: 'Booked an appointment' },
  CUSTOM_ACTION: { en: 'Called a custom API' },
  KNOWLEDGE_BASE: { en: 'Asked the knowledge base' },
};

export const words: ProviderWords = { actions };
export const actionTypes = Object.keys(actions);
