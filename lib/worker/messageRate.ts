import { isLately } from '../storage/stamp';
import type { MessageName } from '../messages';

const minute = 60_000;
/** Messages a minute from one tab, all frames together. */
const most: Partial<Record<MessageName, number>> = {
  startReading: 120,
  confirm: 300,
  report: 300,
  taught: 60,
  loadMarks: 120,
  openCall: 60,
};

const sent = new Map<string, number[]>();

/**
 * Whether a tab's content scripts send this message more often than they would on any sensible page. Counted in memory: who floods the
 * worker keeps it alive.
 */
export function isTooMany(tab: number | undefined, name: MessageName, now = Date.now()): boolean {
  const key = `${tab} ${name}`;
  const times = (sent.get(key) ?? []).filter((at) => isLately(at, minute, now));
  const isOver = times.length >= (most[name] ?? 0);
  if (!isOver) times.push(now);
  sent.set(key, times);
  return isOver;
}
