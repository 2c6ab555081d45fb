import { change, read } from '../../storage/item';
import { isLately } from '../../storage/stamp';
import { budgetItem, type Spending } from '../../storage/tabItems';

/** Distinct IDs that are asked about unprompted for one page and are no calls. */
const mostMentions = 200;
/** Requests that leave for one tab, and clicks of the user that may each ask once more: per minute. */
const mostRequests = 30;
const mostPointed = 30;
const minute = 60_000;

/** What one asking costs: at most so many requests, for so many IDs that were not asked about before. */
export interface Cost {
  requests: number;
  mentions: number;
  /** The user pointed at the ID: counted by itself, so that a page cannot use up what the user needs. */
  pointed: boolean;
}

/**
 * Takes the cost out of a page's budget; `false`, and nothing taken, when it does not suffice. Reloading a page refills nothing. Thirty requests
 * leave in a minute, and more while more of them found a call than did not: a page that plants IDs gets no further, and the user who
 * goes from record to record is not held up.
 */
export async function spend(tab: number, page: string, { requests, mentions, pointed }: Cost): Promise<boolean> {
  let suffices = true;
  await change(budgetItem(tab), (stored) => {
    const now = Date.now();
    const lately = (times: number[] = []) => times.filter((at) => isLately(at, minute, now));
    const spent = {
      page,
      mentions: stored?.page === page ? stored.mentions : 0,
      requests: lately(stored?.requests),
      found: lately(stored?.found),
      pointed: lately(stored?.pointed),
    };
    suffices = pointed
      ? spent.pointed.length < mostPointed
      : spent.mentions + mentions <= mostMentions && hasRoom(spent.requests.length, spent.found.length, requests);
    if (!suffices) return stored;
    if (pointed) return { ...spent, pointed: [...spent.pointed, now] };
    const leaving = Array.from({ length: requests }, () => now);
    return { ...spent, mentions: spent.mentions + mentions, requests: [...spent.requests, ...leaving] };
  });
  return suffices;
}

const hasRoom = (open: number, found: number, more: number): boolean =>
  open + more <= mostRequests && (open + found + more <= mostRequests || found > open);

/** Gives back what was taken and not used. Of what was used, `found` requests and as many IDs turned out to be calls. */
export async function refund(
  tab: number,
  { requests, mentions, found = 0 }: { requests: number; mentions: number; found?: number },
): Promise<void> {
  await change(budgetItem(tab), (spent) => {
    if (!spent || requests + mentions + found <= 0) return spent;
    const left = spent.requests.slice(0, Math.max(0, spent.requests.length - requests - found));
    const times = Array.from({ length: found }, () => Date.now());
    const known: Spending = { ...spent, mentions: Math.max(0, spent.mentions - mentions), requests: left };
    return { ...known, found: [...(spent.found ?? []), ...times] };
  });
}

/** Milliseconds until a page's budget has room again, at least a second; `undefined` where time gives it none. */
export async function roomIn(tab: number, page: string): Promise<number | undefined> {
  const spent = await read(budgetItem(tab));
  if (!spent || (spent.page === page && spent.mentions >= mostMentions)) return undefined;
  const oldest = Math.min(...spent.requests, ...(spent.found ?? []));
  return Math.max(1_000, Math.min(minute, oldest + minute - Date.now()));
}

/** Forgets a tab that was closed. */
export async function forgetBudget(tab: number): Promise<void> {
  await change(budgetItem(tab), () => undefined);
}
