import type { Metric } from '../../call/call';
import { at, type Field, finite, flag, items, number, text } from '../reading/fields';

/** What the vendor measures, the whole reply first. */
const latencies = ['e2e', 'asr', 'llm', 'tts', 's2s', 'knowledge_base', 'llm_websocket_network_rtt'];
const percentiles = ['p50', 'p99'];

/** `scale`: how many of the vendor's units are one of ours. */
function measure(name: string, field: Field, unit: Metric['unit'], scale = 1): Metric[] {
  const value = number(field);
  return value === undefined ? [] : [{ name, value: value / scale, unit, pointer: field.pointer }];
}

/** Tokens of all requests to the language model. */
function tokensOf(usage: Field): Metric[] {
  const values = at(usage, 'values');
  const counts = items(values).flatMap((each) => number(each) ?? []);
  const sum =
    counts.length > 0
      ? finite(
          counts.reduce((total, each) => total + each, 0),
          values,
        )
      : undefined;
  return sum === undefined ? [] : [{ name: 'llm_tokens', value: sum, unit: 'tokens', pointer: values.pointer }];
}

/** Cost in US dollars, of the call and of each product; the vendor states cents. */
function costsOf(cost: Field): Metric[] {
  const products = items(cost, 'product_costs').flatMap((each) => {
    const leg = flag(each, 'is_transfer_leg_cost') ? ' (transfer)' : '';
    return measure(`${text(each, 'product') ?? 'product_cost'}${leg}`, at(each, 'cost'), 'usd', 100);
  });
  return [...measure('combined_cost', at(cost, 'combined_cost'), 'usd', 100), ...products];
}

/** The vendor's own judgement: nothing that was said on the call. */
function outcomeOf(call: Field): Metric[] {
  const field = at(call, 'call_analysis', 'call_successful');
  const value = flag(field);
  return value === undefined ? [] : [{ name: 'call_successful', value, unit: 'text', pointer: field.pointer }];
}

/** What was measured of the whole call. The vendor states latencies in milliseconds, and of no single turn. */
export const measuresOf = (call: Field): Metric[] => [
  ...outcomeOf(call),
  ...latencies.flatMap((part) =>
    percentiles.flatMap((share) =>
      measure(`${part}_latency_${share}`, at(call, 'latency', part, share), 'seconds', 1000),
    ),
  ),
  ...tokensOf(at(call, 'llm_token_usage')),
  ...measure('llm_requests', at(call, 'llm_token_usage', 'num_requests'), 'count'),
  ...costsOf(at(call, 'call_cost')),
];
