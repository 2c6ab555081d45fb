import { i18n } from '#i18n';
import type { Call, Metric, Turn } from '../../../lib/call/call';
import { formatCost, formatLatency, formatNumber } from '../../ui/format';
import { Disclosure } from '../../ui/Disclosure';
import { Lots } from '../../ui/Lots';
import { LatencyTable } from './LatencyTable';
import { PairTable } from '../values/PairTable';
import { Name, Text } from '../values/Value';

function metricText({ value, unit }: Metric): string {
  if (typeof value !== 'number') return String(value);
  switch (unit) {
    case 'seconds':
      return formatLatency(value);
    case 'usd':
      return formatCost(value);
    case 'minutes':
    case 'tokens':
      return `${formatNumber(value)} ${i18n.t(`call.metrics.unit.${unit}`)}`;
    case 'credits':
      return `${formatNumber(value)} ${i18n.t('call.metrics.unit.credits', value)}`;
    default:
      return formatNumber(value);
  }
}

const isMeasured = ({ latency, tokens, cost }: Turn) => latency ?? tokens ?? cost;

const drawMetric = (metric: Metric) => (
  <tr key={metric.pointer}>
    <th scope="row">
      <Name>{metric.name}</Name>
    </th>
    <td title={String(metric.value)}>
      <Text>{metricText(metric)}</Text>
    </td>
  </tr>
);

/** Numbers about the call as a whole, and about each reply of the agent. */
export function Metrics({ metrics, transcripts }: Pick<Call, 'metrics' | 'transcripts'>) {
  const title = i18n.t('call.metrics.title');
  const turns = (transcripts[0]?.turns ?? []).map((turn, index) => ({ turn, number: index + 1 }));
  const measured = turns.filter(({ turn }) => isMeasured(turn) !== undefined);
  if (!metrics.length && !measured.length) return null;
  return (
    <Disclosure title={title} count={metrics.length}>
      <PairTable title={title} columns={[i18n.t('call.metrics.name'), i18n.t('call.metrics.value')]}>
        <tbody>
          <Lots of={metrics} render={drawMetric} holder={{ columns: 2 }} />
        </tbody>
      </PairTable>
      {measured.length > 0 && <LatencyTable rows={measured} />}
    </Disclosure>
  );
}
