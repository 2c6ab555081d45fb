import type { CallSummary } from './call';

/** What a status or sentiment says at a glance. */
export type Tone = 'neutral' | 'positive' | 'negative' | 'warning' | 'accent';

/** `accent`: still going on. `warning`: nobody was reached. */
export const statusTones: Record<NonNullable<CallSummary['status']>['kind'], Tone> = {
  'in-progress': 'accent',
  completed: 'positive',
  'no-answer': 'warning',
  busy: 'warning',
  voicemail: 'warning',
  canceled: 'warning',
  failed: 'negative',
  unknown: 'neutral',
};

export const sentimentTones = {
  positive: 'positive',
  neutral: 'neutral',
  negative: 'negative',
  unknown: 'neutral',
} as const satisfies Record<NonNullable<CallSummary['sentiment']>['kind'], Tone>;
