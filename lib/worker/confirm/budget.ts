import { change } from '../../storage/item';
import { isLately } from '../../storage/stamp';
import { budgetItem } from '../../storage/items';

/** Distinct IDs that are asked about unprompted for one page. */
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

/** Takes the cost out of a page's budget; `false`, and nothing taken, when it does not suffice. Reloading a page refills nothing. */
export async function spend(tab: number, page: string, { requests, mentions, pointed }: Cost): Promise<boolean> {
  let suffices = true;
  await change(budgetItem(tab), (stored) => {
    const now = Date.now();
    const counts = (at: number) => isLately(at, minute, now);
    const spent = {
      page,
      mentions: stored?.page === page ? stored.mentions : 0,
      requests: stored?.requests.filter(counts) ?? [],
      pointed: stored?.pointed.filter(counts) ?? [],
    };
    suffices = pointed
      ? spent.pointed.length < mostPointed
      : spent.mentions + mentions <= mostMentions && spent.requests.length + requests <= mostRequests;
    if (!suffices) return stored;
    if (pointed) return { ...spent, pointed: [...spent.pointed, now] };
    const leaving = Array.from({ length: requests }, () => now);
    return { ...spent, mentions: spent.mentions + mentions, requests: [...spent.requests, ...leaving] };
  });
  return suffices;
}

/** Gives back what was taken and not used. */
export async function refund(tab: number, { requests, mentions }: Omit<Cost, 'pointed'>): Promise<void> {
  await change(budgetItem(tab), (spent) => {
    if (!spent || requests + mentions <= 0) return spent;
    const left = spent.requests.slice(0, Math.max(0, spent.requests.length - requests));
    return { ...spent, mentions: Math.max(0, spent.mentions - mentions), requests: left };
  });
}

/** Forgets a tab that was closed. */
export async function forgetBudget(tab: number): Promise<void> {
  await change(budgetItem(tab), () => undefined);
}
