import type { Action, Latency, Turn } from '../../call/call';
import { at, entries, type Field, first, flag, items, number, text } from '../reading/fields';
import { actionsOf, requestsIn, resultsIn } from './tools';

/** Every result of a tool in the conversation. */
export const toolResults = (conversation: Field): Field[] => items(conversation, 'transcript').flatMap(resultsIn);

const sum = (values: (number | undefined)[]) => {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? known.reduce((total, value) => total + value, 0) : undefined;
};

/** Tokens and US dollars by model and category. Each category is counted and priced by itself: cached input is not part of the input. */
export const usageOf = (usage: Field) =>
  entries(usage, 'model_usage').flatMap(([model, categories]) =>
    entries(categories).map(([category, field]) => ({ model, category, field })),
  );

/** Seconds of a turn's measurement: below `metrics`, in older replies one level up. */
function elapsed(entry: Field, name: string): number | undefined {
  const measured = at(entry, 'conversation_turn_metrics');
  return number(first([at(measured, 'metrics'), measured], name), 'elapsed_time');
}

/** `asr`: seconds that the words before took to be understood, which are measured at the customer's turn. */
function latencyOf(entry: Field, asr: number | undefined): Latency | undefined {
  const latency = {
    total: elapsed(entry, 'convai_ttf_audio_since_silence'),
    asr,
    llm: elapsed(entry, 'convai_llm_service_ttfb'),
    tts: elapsed(entry, 'convai_tts_service_ttfb'),
  };
  return Object.values(latency).some((seconds) => seconds !== undefined) ? latency : undefined;
}

/** What was said: by several voices in parts, or as a file that was sent. */
function saidIn(entry: Field): string | undefined {
  const parts = items(entry, 'multivoice_message', 'parts').flatMap((part) => text(part, 'text') ?? []);
  return text(entry, 'message') ?? (parts.join(' ') || text(entry, 'file_input', 'original_filename'));
}

/** What the vendor holds against a turn. */
const issueOf = (entry: Field): string | undefined =>
  [
    flag(entry, 'interrupted') && 'interrupted',
    text(entry, 'feedback', 'score') === 'dislike' && 'dislike',
    ...items(entry, 'triggered_guardrails').map((guardrail) =>
      text(first(guardrail, 'guardrail_name', 'guardrail_type')),
    ),
  ]
    .filter(Boolean)
    .join('; ') || undefined;

function turnOf(entry: Field, said: string, asr: number | undefined): Turn {
  const role = text(entry, 'role') ?? '';
  const usage = usageOf(at(entry, 'llm_usage'));
  return {
    speaker: role === 'agent' ? 'agent' : role === 'user' ? 'customer' : 'unknown',
    speakerRaw: role,
    text: said,
    offset: number(entry, 'time_in_call_secs'),
    ...(role === 'agent' && {
      latency: latencyOf(entry, asr),
      tokens: sum(usage.map(({ field }) => number(field, 'tokens'))),
      cost: sum(usage.map(({ field }) => number(field, 'price'))),
    }),
    issue: issueOf(entry),
  };
}

/** The transcript as turns, and the tools that were used on the way. */
export function conversationOf(conversation: Field): { turns: Turn[]; actions: Action[] } {
  const turns: Turn[] = [];
  const requests: Parameters<typeof actionsOf>[0] = [];
  const results: typeof requests = [];
  let asr: number | undefined;
  for (const entry of items(conversation, 'transcript')) {
    const offset = number(entry, 'time_in_call_secs');
    const said = saidIn(entry);
    if (said !== undefined) {
      turns.push(turnOf(entry, said, asr));
      asr = elapsed(entry, 'convai_asr_trailing_service_latency');
    }
    requests.push(...requestsIn(entry).map((field) => ({ field, offset })));
    for (const field of resultsIn(entry)) {
      results.push({ field, offset, turn: turns.length });
      const answer = text(first(field, 'result_value', 'raw_error_message')) ?? '';
      turns.push({ speaker: 'tool', speakerRaw: text(field, 'tool_name') ?? '', text: answer, offset });
    }
  }
  return { turns, actions: actionsOf(requests, results) };
}
