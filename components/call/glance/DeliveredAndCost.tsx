import { Send } from 'lucide';
import { i18n, listOf } from '#i18n';
import type { Call } from '../../../lib/call/call';
import { costOf } from '../../../lib/call/figures';
import { Badge } from '../../ui/Badge';
import { formatCost } from '../../ui/format';
import hidden from '../../ui/visuallyHidden.module.css';
import css from './Outcome.module.css';

/** Whether all that was sent somewhere after the call arrived, where the provider says so, and what the call cost. */
export function DeliveredAndCost({ call }: { call: Call }) {
  const { deliveries } = call;
  const cost = costOf(call);
  const isDelivered = deliveries.length > 0 && deliveries.every(({ succeeded }) => succeeded === true);
  return (
    <>
      {isDelivered && (
        <span title={listOf([...new Set(deliveries.map(({ name }) => name))], 'unit')}>
          <Badge tone="positive" icon={Send}>
            {i18n.t('call.deliveries.delivered')}
          </Badge>
        </span>
      )}
      {cost !== undefined && (
        <span className={css.ending} title={i18n.t('call.metrics.cost')}>
          <span className={hidden.beside}>{i18n.t('call.metrics.cost')}</span> {formatCost(cost)}
        </span>
      )}
    </>
  );
}
