import { i18n, listOf } from '#i18n';
import type { Concern } from '../../../lib/call/concerns';
import { formatLatency } from '../../ui/format';

/** A concern in words, and what may be said beside it. */
export function sayConcern(concern: Concern): { what: string; more?: string } {
  switch (concern.kind) {
    case 'slow':
      return {
        what: i18n.t('call.ribbon.slow', concern.count),
        more: i18n.t('call.look.worst', { time: formatLatency(concern.seconds) }),
      };
    case 'issue':
      return { what: i18n.t('call.look.issue', concern.count), more: concern.text };
    case 'problem':
      return { what: i18n.t('call.problems.title', concern.count) };
    default:
      return {
        what: i18n.t(`call.look.${concern.kind}`, concern.count),
        more: listOf(concern.names.slice(0, 5), 'unit'),
      };
  }
}
