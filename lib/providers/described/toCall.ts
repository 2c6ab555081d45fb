import type { Action, Call } from '../../call/call';
import type { callFlags } from '../../call/kinds';
import type { Provider, ProviderWords } from '../provider';
import { at, facts, type Field, flag, isAbsent, items, number, root, text } from '../reading/fields';
import { linkedRecording } from '../reading/recording';
import { sentimentOf, statusOf } from '../reading/status';
import { conversationIn } from './conversation';
import { placed, pointed, secondsAt, textAt, timeAt } from './places';
import type { Description } from './schema';

/** The call within a reply of `getCall`, and within a row that `listCalls` made one of. */
export const callIn = (reply: Field, { get }: Description): Field => pointed(at(reply, 'call'), get.call);

function recordingOf(call: Field, { recording }: Description): Call['recording'] {
  if (!recording) return { kind: 'none' };
  if ('link' in recording) return linkedRecording(placed(call, recording.link));
  const where = placed(call, recording.where);
  const isThere = recording.where === undefined || !isAbsent(where);
  return { kind: isThere ? 'request' : 'none', ...(isThere && recording.where && { pointer: where.pointer }) };
}

function actionsIn(call: Field, { actions, units }: Description): Action[] {
  if (!actions) return [];
  return items(pointed(call, actions.at)).map((item) => ({
    type: textAt(item, actions.type) ?? '',
    name: textAt(item, actions.name) ?? '',
    description: textAt(item, actions.description),
    at: timeAt(item, actions.time, units.time),
    parameters: facts(placed(item, actions.parameters)),
    result: placed(item, actions.result).value,
    succeeded: flag(placed(item, actions.succeeded)),
    pointer: item.pointer,
  }));
}

function metricsIn(call: Field, { metrics }: Description): Call['metrics'] {
  return metrics.flatMap(({ name, at: place, unit }) => {
    const field = placed(call, place);
    const scaled = { milliseconds: 'seconds', cents: 'usd' } as const;
    const isScaled = unit === 'milliseconds' || unit === 'cents';
    const value = unit === 'text' ? text(field) : number(field);
    if (value === undefined) return [];
    const shown = isScaled && typeof value === 'number' ? value / (unit === 'cents' ? 100 : 1000) : value;
    return [{ name, value: shown, unit: isScaled ? scaled[unit] : unit, pointer: field.pointer }];
  });
}

function issuesIn(call: Field, { fields }: Description): string[] {
  const found = placed(call, fields.issues);
  const all = Array.isArray(found.value) ? items(found) : [found];
  return all.flatMap((each) => text(each) ?? []);
}

/** Seconds: as stated, else from start to end. */
function durationOf(call: Field, { fields, units }: Description): number | undefined {
  const stated = secondsAt(call, fields.duration, units.duration);
  if (stated !== undefined) return stated;
  const [start, end] = [fields.startedAt, fields.endedAt].map((place) =>
    Date.parse(timeAt(call, place, units.time)?.iso ?? ''),
  );
  const lasted = ((end ?? Number.NaN) - (start ?? Number.NaN)) / 1000;
  return lasted >= 0 ? lasted : undefined;
}

function flagsOf(call: Field, status: Call['status'], { flags }: Description): Call['flags'] {
  const said = (Object.keys(flags) as (typeof callFlags)[number][]).filter((each) => flag(placed(call, flags[each])));
  return status?.kind === 'voicemail' ? [...new Set([...said, 'voicemail' as const])] : said;
}

/** Maps a reply by its description. */
export const callMapper =
  (description: Description, words: ProviderWords): Provider['toCall'] =>
  (_, raw) => {
    const { fields, units, transcript } = description;
    const reply = root(raw);
    const call = callIn(reply, description);
    const said = (name: keyof typeof fields) => textAt(call, fields[name]);
    const status = statusOf(placed(call, fields.status), words);
    const agent = { id: said('agentId'), name: said('agentName') };
    const names = { agent: agent.name, customer: said('customerName') };
    const turns = conversationIn(transcript?.request ? items(reply, 'transcript') : [call], description, names);
    return {
      status,
      sentiment: sentimentOf(placed(call, fields.sentiment), words),
      sentimentReason: said('sentimentReason'),
      direction: said('direction'),
      channel: said('channel'),
      agent: agent.id || agent.name ? agent : undefined,
      from: said('from'),
      to: said('to'),
      contactId: said('contactId'),
      customerName: names.customer,
      startedAt: timeAt(call, fields.startedAt, units.time),
      duration: durationOf(call, description),
      endReason: said('endReason'),
      endedBy: said('endedBy'),
      summary: said('summary'),
      flags: flagsOf(call, status, description),
      transcripts: turns.length > 0 ? [{ kind: 'original', turns }] : [],
      extracted: facts(placed(call, fields.extracted)),
      actions: actionsIn(call, description),
      deliveries: [],
      metrics: metricsIn(call, description),
      issues: issuesIn(call, description),
      recording: recordingOf(call, description),
      raw,
      problems: [...reply.problems.values()],
    };
  };
