import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  FlaskConical,
  Frown,
  Meh,
  PhoneForwarded,
  PhoneMissed,
  PhoneOff,
  Smile,
  UserX,
  Voicemail,
} from 'lucide';
import type { CallSummary } from '../../lib/call/call';
import type { Tone } from '../../lib/call/tone';
import type { IconNode } from './Icon';

export const statusIcons: Record<NonNullable<CallSummary['status']>['kind'], IconNode> = {
  'in-progress': CircleDashed,
  completed: CircleCheck,
  'no-answer': PhoneMissed,
  busy: PhoneOff,
  voicemail: Voicemail,
  canceled: Ban,
  failed: CircleX,
  unknown: CircleHelp,
};

export const sentimentIcons: Record<NonNullable<CallSummary['sentiment']>['kind'], IconNode> = {
  positive: Smile,
  neutral: Meh,
  negative: Frown,
  unknown: CircleHelp,
};

export const flagLooks: Record<CallSummary['flags'][number], [tone: Tone, icon: IconNode]> = {
  trial: ['accent', FlaskConical],
  simulation: ['accent', FlaskConical],
  voicemail: ['warning', Voicemail],
  transferred: ['neutral', PhoneForwarded],
  'agent-deleted': ['neutral', UserX],
};
