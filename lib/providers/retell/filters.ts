import type { Json } from '../../call/call';
import type { CallFilter } from '../../call/providerInfo';
import { beginOf, endOf } from '../reading/days';
import { endReasons } from './words';

export const isText = (value: string, op = 'eq'): Json => ({ type: 'string', op, value });
export const isAnyOf = (...value: string[]): Json => ({ type: 'enum', op: 'in', value });
const isTrue = (value: string): Json => ({ type: 'boolean', op: 'eq', value: value === 'true' });

/** The vendor compares epoch milliseconds. */
const isSince = (day: string): Json => ({ type: 'number', op: 'ge', value: beginOf(day) ?? 0 });
const isUntil = (day: string): Json => ({ type: 'number', op: 'le', value: endOf(day) ?? 0 });

const trueOrFalse = ['true', 'false'];

/** Each with how the vendor wants it written, and the vendor's name for it where ours says more. */
const known: (CallFilter & { criterion?: string; asks(value: string): Json })[] = [
  { name: 'from_number', kind: 'text', asks: isText },
  { name: 'to_number', kind: 'text', asks: isText },
  { name: 'agent_id', criterion: 'agent', kind: 'text', asks: (agent_id) => [{ agent_id }] },
  { name: 'agent_tag', kind: 'text', asks: isAnyOf },
  { name: 'call_status', kind: 'choice', choices: ['not_connected', 'ongoing', 'ended', 'error'], asks: isAnyOf },
  { name: 'call_type', kind: 'choice', choices: ['phone_call', 'web_call'], asks: isAnyOf },
  { name: 'direction', kind: 'choice', choices: ['inbound', 'outbound'], asks: isAnyOf },
  { name: 'user_sentiment', kind: 'choice', choices: ['Positive', 'Neutral', 'Negative', 'Unknown'], asks: isAnyOf },
  { name: 'call_successful', kind: 'choice', choices: trueOrFalse, asks: isTrue },
  { name: 'in_voicemail', kind: 'choice', choices: trueOrFalse, asks: isTrue },
  { name: 'disconnection_reason', kind: 'choice', choices: endReasons, asks: isAnyOf },
  { name: 'batch_call_id', kind: 'text', asks: isText },
  { name: 'start_timestamp', kind: 'date', asks: isSince },
  { name: 'end_timestamp', kind: 'date', asks: isUntil },
];

export const filters: CallFilter[] = known.map(({ name, kind, choices }) => ({ name, kind, choices }));

/** What the user filled in, as the vendor's `filter_criteria`: all of them must hold. Throws `request-rejected` for what is no day. */
export const criteriaOf = (chosen: Record<string, string>): Record<string, Json> =>
  Object.fromEntries(
    known.flatMap(({ name, criterion = name, asks }) => {
      const value = chosen[name];
      return value ? [[criterion, asks(value)]] : [];
    }),
  );
