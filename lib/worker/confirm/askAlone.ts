import { summarize } from '../../call/summarize';
import type { CallAnswer } from '../../call/callAnswer';
import type { Connection } from '../../call/connection';
import type { Asked } from '../../call/lookUp';
import { findCall, providersOf } from '../calls/lookUp';
import { endOf } from '../requests/ends';
import { noteAnswerer } from './answerers';
import { type Cost, refund } from './budget';
import { reject } from './notFoundCache';
import type { KnownSummary } from './summaryCache';

/** The page that wants IDs confirmed. */
export interface AskingPage {
  tab: number;
  address: string;
  signal: AbortSignal;
}

/** `later`: not asked now, because the budget is used up, nobody shall ask unprompted, or nobody could answer. */
export type Verdict = KnownSummary | 'rejected' | 'later';

/** An ID that is not known, and who may know it. */
export interface Open {
  id: string;
  connections: Connection[];
}

/** Asks the connections all at once for a user who waits; else one after another, so that a wrong guess costs the page one request. */
export async function askAlone({ id, connections }: Open, cost: Cost, page: AskingPage): Promise<Verdict> {
  const turns = cost.pointed ? [connections] : connections.map((each) => [each]);
  const ends = connections.map((each) => endOf(each.id));
  const used = { inVain: 0, found: 0 };
  let found: CallAnswer | undefined;
  let isUnknown = true;
  for (const turn of turns) {
    let requests = 0;
    const answer = await findCall(id, turn, { ...page, onRequest: () => requests++ }).catch(() => {});
    found = answer && 'found' in answer ? answer.found : undefined;
    used[found ? 'found' : 'inVain'] += requests;
    isUnknown &&= answer !== undefined && 'asked' in answer && answer.asked.every(isNotFound);
    if (found || page.signal.aborted) break;
  }
  const unused = cost.requests - used.inVain - used.found;
  if (!cost.pointed) await refund(page.tab, { requests: unused, mentions: found ? 1 : 0, found: used.found });
  if (ends.some(({ aborted }) => aborted)) return 'later';
  if (found) {
    const { call, refreshIn } = found;
    if (providersOf(id).length > 1 || connections.length > 1)
      await noteAnswerer(call.ref.connection, page.address).catch(() => {});
    return { call: summarize(call), refreshIn };
  }
  if (!isUnknown) return 'later';
  await reject(connections, [id]).catch(() => {});
  return 'rejected';
}

const isNotFound = ({ failure }: Asked): boolean => failure.code === 'not-found';
