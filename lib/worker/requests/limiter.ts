import { CallFailure } from '../../errors';
import type { Waiting } from '../../call/waiting';
import { change, read } from '../../storage/item';
import { type Spent, spentItem } from '../../storage/requestItems';
import type { Provider } from '../../providers/provider';
import { pauseAsked } from './retryAfter';
import { type Limits, opensAt, stillCounting } from './slidingWindow';
import { forgetWaiting, tellWaiting } from './tellWaiting';

/** The part of a provider's limit that is used: others ask with the same key. */
const share = 0.8;
/** A shorter wait is not worth a word: milliseconds. */
const worthTelling = 1000;
/** The most that a timer takes, in milliseconds; when it fires, the time is looked at again. */
const longestTimer = 60_000;

/** One request that wants to leave. */
export interface Turn {
  signal: AbortSignal;
  connection: string;
  /** A page asks by itself: what a user waits for goes first. */
  unprompted: boolean;
  /** Its call was asked about before: a call that has begun is completed before another begins. */
  begun: boolean;
  /** Milliseconds it may wait, here or in line; then it fails. */
  patience: number;
}

interface Waiter extends Turn {
  place: number;
  go(): void;
  giveUp(reason: unknown): void;
}

/** What is asked of one provider with one key, whichever connections hold it. */
export interface Budget {
  /**
   * Does `work`, which sends one request, when its turn has come: later than every pause, within the provider's limits.
   * Throws `rate-limited` when that is beyond its patience, and the signal's reason.
   */
  send<T>(work: () => Promise<T>, turn: Turn): Promise<T>;
  /** Reads what a reply says about the limits: behind a 429 or a 503 everything waits as long as it asks. Returns until when. */
  heed(status: number, headers: Headers): number | undefined;
}

/**
 * The name of a budget: API origin, provider and a digest of the key, which cannot be had from it. However the address is spelled, one key at
 * one origin has one budget; a gateway, which takes one token for the accounts of several vendors, has one for each vendor.
 */
export async function budgetName(origin: string, provider: string, key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${origin} ${key}`));
  const hex = [...new Uint8Array(digest, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${origin} ${provider} ${hex}`;
}

const budgets = new Map<string, Promise<Budget>>();
/** Changes when all budgets are forgotten: what is still under way then writes nothing any more. */
let era = {};

/** The budget of this name; what was spent of it before the worker was stopped is remembered. */
export function budgetOf(name: string, provider: Pick<Provider, 'id' | 'name' | 'limits'>): Promise<Budget> {
  const known = budgets.get(name);
  if (known) return known;
  const made = makeBudget(name, provider);
  budgets.set(name, made);
  return made;
}

/** Forgets what was spent of every budget. All that waits must have been aborted before. */
export function forgetBudgets(): void {
  era = {};
  budgets.clear();
  forgetWaiting();
}

async function makeBudget(name: string, provider: Parameters<typeof budgetOf>[1]): Promise<Budget> {
  const limits: Limits = { ...provider.limits, requests: Math.floor(provider.limits.requests * share) };
  const item = spentItem(name);
  const stored = await read(item);
  // The worker that sent them is gone. When they were counted is not known: now, at the latest.
  const unanswered = Array<number>(stored.flying).fill(Date.now());
  let spent: Spent = { ...stored, sent: [...stored.sent, ...unanswered], flying: 0 };
  // What cannot be written is still known here.
  const mine = era;
  const write = async () => void (mine === era && (await change(item, () => spent).catch(() => {})));

  const line: Waiter[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let places = 0;

  /** When the next request may leave, as `opensAt`. */
  const opens = (now: number): number => {
    spent = stillCounting(spent, limits, now);
    return opensAt(spent, limits);
  };

  function advance(): void {
    clearTimeout(timer);
    const now = Date.now();
    while (line.length > 0 && spent.flying < limits.concurrency && opens(now) <= now) {
      const [first] = line.splice(line.indexOf(line.reduce(earlier)), 1);
      spent = { ...spent, flying: spent.flying + 1 };
      first?.go();
    }
    const at = opens(now);
    if (line.length > 0 && at > now && at < Infinity) timer = setTimeout(advance, Math.min(at - now, longestTimer));
    if (mine === era) tellWaiting(name, waitOf(at, now));
  }

  function waitOf(until: number, now: number): Waiting | undefined {
    if (line.length === 0 || until < now + worthTelling || until === Infinity) return undefined;
    const asked = spent.pause?.capped ? 'capped' : 'asked';
    const connections = [...new Set(line.map(({ connection }) => connection))].toSorted();
    return {
      provider: provider.id,
      name: provider.name,
      connections,
      until,
      why: spent.pause?.until === until ? asked : 'limit',
    };
  }

  /** Waits for a place among the requests that are under way. */
  function turnOf(turn: Turn, place: number): Promise<void> {
    const { signal, patience } = turn;
    return new Promise((resolve, reject) => {
      const leave = (done: () => void) => {
        clearTimeout(impatience);
        signal.removeEventListener('abort', stop);
        done();
      };
      const waiter: Waiter = {
        ...turn,
        place,
        go: () => leave(resolve),
        giveUp: (reason) => {
          line.splice(line.indexOf(waiter), 1);
          leave(() => reject(reason));
          advance();
        },
      };
      const stop = () => waiter.giveUp(signal.reason);
      const tooLong = () => waiter.giveUp(new CallFailure({ code: 'rate-limited', retryAt: isoOf(opens(Date.now())) }));
      const impatience = patience === Infinity ? undefined : setTimeout(tooLong, patience);
      signal.addEventListener('abort', stop, { once: true });
      line.push(waiter);
      const now = Date.now();
      const at = opens(now);
      if (at < Infinity && at - now > patience) tooLong();
      else advance();
    });
  }

  return {
    async send(work, turn) {
      const place = places++;
      for (;;) {
        turn.signal.throwIfAborted();
        await turnOf(turn, place);
        await write();
        // While it was written down, a reply may have asked to wait.
        spent = stillCounting(spent, limits, Date.now());
        if (!turn.signal.aborted && !spent.pause) break;
        spent = { ...spent, flying: spent.flying - 1 };
        advance();
      }
      try {
        return await work();
      } finally {
        spent = { ...spent, flying: spent.flying - 1, sent: [...spent.sent, Date.now()] };
        void write();
        advance();
      }
    },
    heed(status, headers) {
      const asked = pauseAsked(status, headers, limits.interval);
      if (!asked) return undefined;
      const from = Date.now();
      const until = from + asked.wait;
      if ((spent.pause?.until ?? 0) < until) {
        spent = { ...spent, pause: { from, until, capped: asked.capped } };
        void write();
        advance();
      }
      return until;
    },
  };
}

/** Which of the two goes first. */
function earlier(a: Waiter, b: Waiter): Waiter {
  const by = Number(a.unprompted) - Number(b.unprompted) || Number(b.begun) - Number(a.begun) || a.place - b.place;
  return by <= 0 ? a : b;
}

const isoOf = (at: number) => (at < Infinity ? new Date(at).toISOString() : undefined);
