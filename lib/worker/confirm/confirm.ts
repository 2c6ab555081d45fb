import { summarize } from '../../call/summarize';
import type { Candidate, Confirmation } from '../../page/protocol';
import { providerById } from '../../providers';
import { hidePersonalData } from '../../redaction/personalData';
import { read } from '../../storage/item';
import { askOnPointItem, connectionsItem, hidePersonalDataItem } from '../../storage/items';
import type { Connection } from '../../call/connection';
import { apiOf } from '../requests/api';
import { endOf } from '../requests/ends';
import { likeliest } from './answerers';
import { askAlone, type AskingPage, type Open, type Verdict } from './askAlone';
import { type Cost, refund, roomIn, spend } from './budget';
import { summariesOf } from '../calls/list';
import { knownCall, providersOf } from '../calls/lookUp';
import { isRejected, reject } from './notFoundCache';
import { type KnownSummary, knownSummary, rememberSummaries } from './summaryCache';

/**
 * Tells which IDs on a page are calls. What is known costs nothing; the rest is asked in the order given, within the page's
 * budget. Unprompted, a `bare` ID is never asked about, and none at all when the user wants it so.
 */
export async function confirm(
  { candidates, pointed }: { candidates: Candidate[]; pointed: boolean },
  page: AskingPage,
): Promise<Confirmation> {
  const all = await read(connectionsItem);
  const askOnPoint = await read(askOnPointItem);
  const verdicts = new Map<string, Verdict>();
  const open: Open[] = [];
  for (const { id, providers, reason } of candidates) {
    // A rule of this site names whose ID it is.
    const possible = providersOf(id, reason === 'rule' ? providers : []).filter((each) => providers.includes(each));
    const connections = all.filter(({ provider }) => possible.includes(provider));
    const known = possible.length === 0 ? 'rejected' : await knownVerdict(id, connections);
    const mayAsk = connections.length > 0 && (pointed || (!askOnPoint && reason !== 'bare'));
    if (!known && mayAsk) open.push({ id, connections });
    else verdicts.set(id, known ?? 'later');
  }
  const alone = pointed ? open : await askTogether(open, page, verdicts);
  const isShort = await askEach(alone, pointed, page, verdicts);
  const retryIn = isShort ? await roomIn(page.tab, page.address) : undefined;
  const hides = await read(hidePersonalDataItem);
  return { ...told(verdicts, hides), ...(retryIn !== undefined && { retryIn }) };
}

/** What each tab waits for. Its batches share one budget: what one of them finds makes room for the others. */
const flying = new Map<number, Set<Promise<void>>>();

/**
 * Asks about IDs one by one, as soon as the budget has room: what is found makes some. The first that several may know is waited for,
 * because who knows it is asked first about the others. Returns whether the budget did not suffice for all.
 */
async function askEach(
  open: Open[],
  pointed: boolean,
  page: AskingPage,
  verdicts: Map<string, Verdict>,
): Promise<boolean> {
  const own: Promise<void>[] = [];
  let isShort = false;
  let isFirst = true;
  for (const { id, ...each } of open) {
    const { connections, isGuess } = await likeliest(each.connections, page.address);
    const cost = { requests: mostRequestsFor({ id, connections }), mentions: 1, pointed };
    isShort ||= !(await spendInTime(page, cost));
    if (isShort) {
      verdicts.set(id, 'later');
      continue;
    }
    const asked = fly(page.tab, async () => void verdicts.set(id, await askAlone({ id, connections }, cost, page)));
    own.push(asked);
    if (isFirst && isGuess) await asked;
    isFirst &&= !isGuess;
  }
  await Promise.all(own);
  return isShort;
}

/** Takes the cost out of the page's budget as soon as it suffices; `false` when nothing is under way that could make room. */
async function spendInTime({ tab, address }: AskingPage, cost: Cost): Promise<boolean> {
  for (;;) {
    // What ends while the budget is read may have made room.
    const before = [...(flying.get(tab) ?? [])];
    if (await spend(tab, address, cost)) return true;
    if (cost.pointed || before.length === 0) return false;
    await Promise.race(before);
  }
}

function fly(tab: number, ask: () => Promise<void>): Promise<void> {
  const all = flying.get(tab) ?? new Set();
  const asked = ask().finally(() => {
    all.delete(asked);
    if (all.size === 0) flying.delete(tab);
  });
  flying.set(tab, all.add(asked));
  return asked;
}

const mostRequestsFor = ({ connections }: Open): number =>
  connections
    .filter(({ sample }) => !sample)
    .reduce((sum, { provider }) => sum + providerById(provider).requestsPerCall, 0);

async function knownVerdict(id: string, connections: Connection[]): Promise<Verdict | undefined> {
  for (const { provider, id: connection } of connections) {
    const ref = { provider, connection, id };
    const full = await knownCall(ref);
    const known = full ? { call: summarize(full.call), refreshIn: full.refreshIn } : await knownSummary(ref);
    if (known) return known;
  }
  return connections.length > 0 && (await isRejected(connections, id)) ? 'rejected' : undefined;
}

/** Asks about several IDs by one request where a single connection is asked and its provider can. Returns which IDs are left. */
async function askTogether(open: Open[], page: AskingPage, verdicts: Map<string, Verdict>): Promise<Open[]> {
  const left = new Set(open);
  const byConnection = Map.groupBy(
    open.filter(({ connections }) => connections.length === 1),
    ({ connections }) => connections[0]!,
  );
  for (const [connection, group] of byConnection) {
    const { findCalls } = providerById(connection.provider);
    if (!findCalls || group.length < 2) continue;
    const cost = { requests: 1, mentions: group.length, pointed: false };
    if (!(await spend(page.tab, page.address, cost))) continue;
    let requests = 0;
    const end = endOf(connection.id);
    const api = apiOf(connection, { ...page, onRequest: () => requests++ });
    const ids = group.map(({ id }) => id);
    const found = await findCalls(api, ids).catch(() => 'failed' as const);
    const rows = end.aborted ? 'failed' : found;
    if (!rows) {
      await refund(page.tab, { requests: 1 - requests, mentions: group.length });
      continue;
    }
    for (const each of group) left.delete(each);
    for (const id of ids) verdicts.set(id, rows === 'failed' ? 'later' : 'rejected');
    if (rows === 'failed') continue;
    const calls = summariesOf(connection, rows);
    // What cannot be kept is told all the same.
    const listed = await rememberSummaries(calls).catch(() => calls.map((call): KnownSummary => ({ call })));
    for (const known of listed) verdicts.set(known.call.ref.id, known);
    const unknown = ids.filter((id) => verdicts.get(id) === 'rejected');
    // One request asked about all: it found calls where most of them are.
    const isMostly = 2 * unknown.length < ids.length;
    await refund(page.tab, { requests: 0, mentions: ids.length - unknown.length, found: isMostly ? 1 : 0 });
    await reject([connection], unknown).catch(() => {});
  }
  return [...left];
}

function told(verdicts: Map<string, Verdict>, hides: boolean): Confirmation {
  const named = (verdict: Verdict) => [...verdicts].filter(([, each]) => each === verdict).map(([id]) => id);
  const known = [...verdicts.values()].filter((each) => typeof each === 'object');
  const refreshes = known.flatMap((each) => each.refreshIn ?? []);
  return {
    calls: known.map(({ call }) =>
      hides && call.summary ? Object.assign({}, call, { summary: hidePersonalData(call.summary) }) : call,
    ),
    rejected: named('rejected'),
    later: named('later'),
    ...(refreshes.length > 0 && { refreshIn: Math.min(...refreshes) }),
  };
}
