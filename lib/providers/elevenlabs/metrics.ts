import type { Metric } from '../../call/call';
import { at, entries, type Field } from '../reading/fields';
import { metricsOf } from '../reading/metrics';
import { usageOf } from './conversation';

/** The vendor bills in credits of the account's plan; `cost_fiat` and prices are US dollars (OpenAPI: ConversationHistoryMetadataCommonModel). */
const metadata = { cost: 'credits', cost_fiat: 'usd', queue_wait_secs: 'seconds', main_language: 'text' } as const;
const charging = {
  llm_price: 'usd',
  llm_charge: 'credits',
  call_charge: 'credits',
  platform_price: 'usd',
  platform_charge: 'credits',
  free_minutes_consumed: 'minutes',
  free_llm_dollars_consumed: 'usd',
  tier: 'text',
} as const;
const platform = { quantity: 'count', credits: 'credits', price: 'usd' } as const;
const analysing = { runs: 'count', charge: 'credits', price: 'usd' } as const;
const speech = {
  primary_tts_model: 'text',
  total_audio_output_seconds: 'seconds',
  total_characters: 'count',
  asr_model: 'text',
  total_audio_input_seconds: 'seconds',
  total_transcription_calls: 'count',
} as const;
const feedback = {
  overall_score: 'text',
  rating: 'score',
  likes: 'count',
  dislikes: 'count',
  comment: 'text',
} as const;
const sentiment = {
  overall_sentiment_score: 'score',
  overall_frustration_score: 'score',
  min_user_sentiment_score: 'score',
  max_user_frustration_score: 'score',
  num_scored_user_turns: 'count',
} as const;

/** The same measurements, told apart from those of other places that are called alike. */
const within = (place: string, metrics: Metric[]) =>
  metrics.map((metric) => ({ ...metric, name: `${place} ${metric.name}` }));

/** Numbers about the call as a whole: of the conversation, and of its row in the list. */
export function callMetrics(conversation: Field, listed: Field): Metric[] {
  const meta = at(conversation, 'metadata');
  const charged = at(meta, 'charging');
  const usage = at(charged, 'llm_usage', 'irreversible_generation');
  const judged = at(conversation, 'analysis');
  return [
    ...metricsOf(meta, metadata),
    ...metricsOf(charged, charging),
    ...entries(charged, 'platform_usage', 'category_usage').flatMap(([category, field]) =>
      within(category, metricsOf(field, platform)),
    ),
    ...within('analysis', metricsOf(at(charged, 'analysis', 'total'), analysing)),
    ...usageOf(usage).flatMap(({ model, category, field }) =>
      within(`${model} ${category}`, metricsOf(field, { tokens: 'tokens', price: 'usd' })),
    ),
    ...metricsOf(at(charged, 'tts_usage'), speech),
    ...metricsOf(at(charged, 'asr_usage'), speech),
    ...within('feedback', metricsOf(at(meta, 'feedback'), feedback)),
    ...metricsOf(judged, { call_success_score: 'score' }),
    ...entries(judged, 'evaluation_criteria_results').flatMap(([criterion, result]) =>
      within(criterion, metricsOf(result, { score: 'score', max_score: 'score' })),
    ),
    ...metricsOf(listed, { message_count: 'count' }),
    ...metricsOf(at(listed, 'sentiment_analysis'), sentiment),
  ];
}
