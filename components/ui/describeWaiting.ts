import { i18n } from '#i18n';
import type { Waiting } from '../../lib/call/waiting';
import { formatTime } from './format';

/** Who is waited for, until when and why, in one sentence. */
export function describeWaiting({ name, until, why }: Waiting): string {
  const words = { provider: name, time: formatTime({ text: '', iso: new Date(until).toISOString() }, 'clock') };
  if (why === 'asked') return i18n.t('waiting.asked', words);
  return why === 'capped' ? i18n.t('waiting.capped', words) : i18n.t('waiting.limit', words);
}
