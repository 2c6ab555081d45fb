import type { Metric } from '../../call/call';
import { at, entries, type Field, isAbsent, items, text } from '../reading/fields';
import { metricsOf } from '../reading/metrics';

const latencies = ['turn', 'transcriber', 'endpointing', 'model', 'voice', 'fromTransport', 'toTransport'];
const costs = ['transport', 'stt', 'llm', 'tts', 'vapi', 'chat', 'voicemailDetectionCost', 'knowledgeBaseCost'];
const analyses = ['summary', 'structuredData', 'successEvaluation', 'structuredOutput'];
const tokens = ['llmPromptTokens', 'llmCompletionTokens', 'llmCachedPromptTokens'];
/** The kinds of costs that say what was used: a model, a voice, a transcriber. */
const parts = ['model', 'voice', 'transcriber'];

const each = (names: string[], unit: Metric['unit']) => Object.fromEntries(names.map((name) => [name, unit]));

/** Metrics whose names say little without their owner's: `costBreakdown.llm`. */
const within = (owner: string, metrics: Metric[]) =>
  metrics.map((metric) => Object.assign(metric, { name: `${owner}.${metric.name}` }));

/** The averages of the latencies, which are milliseconds: so were those seen, and so the document says of some. */
const averages = (performance: Field) =>
  metricsOf(
    performance,
    each(
      latencies.map((name) => `${name}LatencyAverage`),
      'seconds',
    ),
  ).map((metric) => Object.assign(metric, { value: Number(metric.value) / 1000 }));

/** The measurements of a whole call, by the vendor's names: latencies, interruptions, costs in US dollars, tokens, scores, and what was used. */
export function metricsIn(call: Field): Metric[] {
  const performance = at(call, 'artifact', 'performanceMetrics');
  const cost = at(call, 'costBreakdown');
  const total = isAbsent(at(call, 'cost'))
    ? within('costBreakdown', metricsOf(cost, { total: 'usd' }))
    : metricsOf(call, { cost: 'usd' });
  const scores = entries(call, 'artifact', 'scorecards').flatMap(([id, card]) =>
    metricsOf(card, { scoreNormalized: 'score' }).map((score) =>
      Object.assign(score, { name: text(card, 'name') ?? id }),
    ),
  );
  const used = items(call, 'costs').flatMap((item) => {
    const part = parts.find((name) => name === text(item, 'type'));
    return part ? within(part, metricsOf(at(item, part), { provider: 'text', model: 'text', voiceId: 'text' })) : [];
  });
  return [
    ...averages(performance),
    ...metricsOf(performance, { numUserInterrupted: 'count', numAssistantInterrupted: 'count' }),
    ...total,
    ...within('costBreakdown', metricsOf(cost, each(costs, 'usd'))),
    ...metricsOf(cost, { ...each(tokens, 'tokens'), ttsCharacters: 'count' }),
    ...within('analysisCostBreakdown', metricsOf(at(cost, 'analysisCostBreakdown'), each(analyses, 'usd'))),
    ...scores,
    ...used,
  ];
}
