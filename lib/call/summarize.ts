import type { Call, CallSummary } from './call';
import { concernsOf } from './concerns';

const summaryLength = 160;

/** The call's summary: what is picked from it, one line of its own summary cut to 160 characters, and how many things need a look. */
export function summarize(call: Call): CallSummary {
  const { ref, status, sentiment, direction, agent, startedAt, duration, flags } = call;
  const line = call.summary?.replace(/\s+/g, ' ').trim();
  const summary = line && line.length > summaryLength ? `${line.slice(0, summaryLength - 1)}…` : line;
  const concerns = concernsOf(call).length || undefined;
  return { ref, status, sentiment, direction, agent, startedAt, duration, summary, flags, concerns };
}
