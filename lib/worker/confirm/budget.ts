import { storage } from 'wxt/utils/storage';
import { inTurn } from '../../storage/lock';

/** Distinct IDs that are asked about unprompted for one page. */
const mostMentions = 200;
/** Requests that leave for one tab, and clicks of the person that may each ask once more: per minute. */
const mostRequests = 30;
const mostPointed = 30;
const minute = 60_000;

/** What a tab has cost so far. In session storage: stopping the worker must not refill it. */
interface Spending {
  /** Address of the page the mentions were counted on. */
  page: string;
  mentions: number;
  /** When each request left: milliseconds since 1970. */
  requests: number[];
  pointed: number[];
}

const spendingOf = (tab: number) => storage.defineItem<Spending>(`session:budget:${tab}`);

/** What one asking costs: at most so many requests, for so many IDs that were not asked about before. */
export interface Cost {
  requests: number;
  mentions: number;
  /** The person pointed at the ID: counted by itself, so that a page cannot use up what the person needs. */
  pointed: boolean;
}

/** Takes the cost out of a page's budget; `false`, and nothing taken, when it does not suffice. Reloading a page refills nothing. */
export function spend(tab: number, page: string, { requests, mentions, pointed }: Cost): Promise<boolean> {
  return inTurn(`budget:${tab}`, async () => {
    const item = spendingOf(tab);
    const now = Date.now();
    const stored = (await item.getValue()) ?? { page, mentions: 0, requests: [], pointed: [] };
    const spending: Spending = {
      page,
      mentions: stored.page === page ? stored.mentions : 0,
      requests: stored.requests.filter((at) => at > now - minute),
      pointed: stored.pointed.filter((at) => at > now - minute),
    };
    if (pointed) {
      if (spending.pointed.length >= mostPointed) return false;
      spending.pointed.push(now);
    } else {
      if (spending.mentions + mentions > mostMentions || spending.requests.length + requests > mostRequests)
        return false;
      spending.mentions += mentions;
      spending.requests.push(...Array.from({ length: requests }, () => now));
    }
    await item.setValue(spending);
    return true;
  });
}

/** Gives back what was taken and not used. */
export function refund(tab: number, { requests, mentions }: Omit<Cost, 'pointed'>): Promise<void> {
  return inTurn(`budget:${tab}`, async () => {
    const item = spendingOf(tab);
    const spending = await item.getValue();
    if (!spending || requests + mentions <= 0) return;
    const left = spending.requests.slice(0, Math.max(0, spending.requests.length - requests));
    await item.setValue({ ...spending, mentions: Math.max(0, spending.mentions - mentions), requests: left });
  });
}

/** Forgets a tab that was closed. */
export const forgetBudget = (tab: number): Promise<void> => spendingOf(tab).removeValue();
