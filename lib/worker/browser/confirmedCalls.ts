import type { CallSummary } from '../../call/call';
import { readFamily } from '../../storage/item';
import { framesItem } from '../../storage/tabItems';
import { changeTab } from './tabs';

/** As many as a page may list, and as many again that it shows later. */
const most = 1000;

/** Notes what was confirmed for a tab, so that it is listed where a frame shows the ID. */
export const noteConfirmed = (tab: number, calls: CallSummary[]): Promise<void> =>
  changeTab(tab, (known) => {
    const ids = new Set(calls.map(({ ref }) => ref.id));
    const others = Object.entries(known.confirmed ?? {}).filter(([id]) => !ids.has(id));
    const added = calls.map((call): [string, CallSummary] => [call.ref.id, call]);
    return { ...known, confirmed: Object.fromEntries([...others, ...added].slice(-most)) };
  });

/** Forgets what one connection confirmed, in every tab. */
export async function forgetConfirmed(connection: string): Promise<void> {
  const isIts = ({ ref }: CallSummary) => ref.connection === connection;
  for (const [tab, { confirmed = {} }] of await readFamily(framesItem)) {
    if (!Object.values(confirmed).some(isIts)) continue;
    await changeTab(Number(tab), (known) => ({
      ...known,
      confirmed: Object.fromEntries(Object.entries(known.confirmed ?? {}).filter(([, call]) => !isIts(call))),
    }));
  }
}
