export const statusKinds = [
  'in-progress',
  'completed',
  'no-answer',
  'busy',
  'voicemail',
  'canceled',
  'failed',
  'unknown',
] as const;

export const sentimentKinds = ['positive', 'neutral', 'negative', 'unknown'] as const;

/** A test, simulated or trial call; `voicemail` reached a machine. */
export const callFlags = ['trial', 'simulation', 'voicemail', 'transferred', 'agent-deleted'] as const;
