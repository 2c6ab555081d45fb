import { type Browser, browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { inTurn } from '../../storage/lock';
import { recordOf } from '../../crm';
import { recordKey } from '../../crm/crm';
import { fail } from '../../errors';
import type { FrameReport, PageCall, PageState, Taught } from '../../page/protocol';
import { pageItem } from '../../storage/tabPages';
import { sitesItem } from '../../storage/settings';
import { isOfSite } from '../../browser/sites';

/** A frame whose content script reads it. `document` tells a page from the next one in the same frame, where the browser says. */
interface Frame {
  origin: string;
  document?: string;
  report?: FrameReport;
}

/** What the worker knows of a tab. In session storage: it outlives the worker. */
interface Tab {
  frames: Record<string, Frame>;
  taught?: Taught;
}

const tabItem = (tab: number) => storage.defineItem<Tab>(`session:frames:${tab}`, { fallback: { frames: {} } });

/** Origins read "just this once", by tab. */
const onceItem = storage.defineItem<Record<string, string>>('session:once', { fallback: {} });

/** Lets one tab be read as long as it shows this origin. */
export const allowOnce = (tab: number, origin: string): Promise<void> =>
  inTurn('once', async () => onceItem.setValue({ ...(await onceItem.getValue()), [tab]: origin }));

/** Whether the person wants this origin read in this tab. */
export async function isEnabled(tab: number, origin: string): Promise<boolean> {
  if ((await onceItem.getValue())[tab] === origin) return true;
  return (await sitesItem.getValue()).some(({ pattern, off }) => !off && isOfSite(pattern, origin));
}

/** The tab and frame a content script speaks for. Throws `no-access` for a page that is not enabled. */
export async function readerOf({ tab, frameId = 0, origin = '', documentId }: Browser.runtime.MessageSender) {
  if (tab?.id === undefined || !(await isEnabled(tab.id, origin))) return fail('no-access');
  return { tab: tab.id, frame: frameId, origin, document: documentId, address: tab.url };
}
export type Reader = Awaited<ReturnType<typeof readerOf>>;

/** Changes what is known of a tab, and what pages of ours see of it. */
function change(tab: number, work: (known: Tab) => Tab): Promise<void> {
  return inTurn(`tab:${tab}`, async () => {
    const item = tabItem(tab);
    const known = work(await item.getValue());
    const page = joined(tab, known);
    if (Object.keys(known.frames).length > 0) await item.setValue(known);
    else await item.removeValue();
    if (page) await pageItem(tab).setValue(page);
    else await pageItem(tab).removeValue();
    await showCount(tab, page?.calls.filter(({ state }) => state === 'confirmed').length ?? 0);
  });
}

/** A frame begins to be read, or tells what it shows now. */
export const noteFrame = ({ tab, frame, origin, document }: Reader, report?: FrameReport): Promise<void> =>
  change(tab, (known) => ({ ...known, frames: { ...known.frames, [frame]: { origin, document, report } } }));

/** The person pointed at an ID in a frame, or is done with it. */
export const noteTaught = (tab: number, taught?: Taught): Promise<void> =>
  change(tab, (known) => ({ ...known, taught }));

/** What a tab shows; `undefined` where nothing is read. */
export const pageOf = async (tab: number): Promise<PageState | undefined> =>
  (await pageItem(tab).getValue()) ?? undefined;

const order: PageCall['state'][] = ['confirmed', 'candidate', 'later', 'rejected'];

/** The frames of a tab as one page: each call once, where it is known best. */
function joined(tab: number, { frames, taught }: Tab): PageState | undefined {
  const reports = Object.entries(frames).flatMap(([frame, { report }]) =>
    report ? [{ frame: +frame, ...report }] : [],
  );
  const [top] = reports;
  if (!top) return undefined;
  const best = new Map<string, { call: PageCall; frame: number }>();
  for (const { frame, calls } of reports) {
    for (const call of calls) {
      const other = best.get(call.id);
      if (!other || order.indexOf(call.state) < order.indexOf(other.call.state)) best.set(call.id, { call, frame });
    }
  }
  const record = recordOf(top.address);
  const read = new Set(Object.values(frames).map(({ origin }) => origin));
  return {
    tab,
    address: top.address,
    ...(record && { record: recordKey(record) }),
    calls: [...best.values()].map(({ call }) => call),
    frames: Object.fromEntries([...best].map(([id, { frame }]) => [id, frame])),
    unreadable: reports.flatMap(({ unreadable }) => unreadable).filter(({ origin }) => !origin || !read.has(origin)),
    phones: [...new Set(reports.flatMap(({ phones }) => phones))],
    ...(taught && { taught }),
  };
}

/** The toolbar button counts the calls on a tab. */
async function showCount(tab: number, count: number): Promise<void> {
  // The tab may be gone by now.
  await browser.action.setBadgeText({ tabId: tab, text: count > 0 ? String(count) : '' }).catch(() => {});
}

/** Says something to every frame that is read, or to those for which `isMeant` holds. */
export async function tellFrames(
  message: { name: string; payload: object },
  isMeant: (frame: { tab: number; frame: number; origin: string }) => boolean | Promise<boolean> = () => true,
): Promise<void> {
  const stored = Object.entries(await browser.storage.session.get(null)).filter(([key]) => key.startsWith('frames:'));
  for (const [key, value] of stored) {
    const tab = Number(key.slice('frames:'.length));
    for (const [id, { origin }] of Object.entries((value as Tab).frames)) {
      const frame = Number(id);
      if (!(await isMeant({ tab, frame, origin }))) continue;
      await browser.tabs.sendMessage(tab, message, { frameId: frame }).catch(() => {});
    }
  }
}

/** Ends reading wherever it is no longer wanted. */
export async function stopUnwanted(): Promise<void> {
  const unwanted: { tab: number; frame: number }[] = [];
  await tellFrames({ name: 'stop', payload: {} }, async ({ tab, frame, origin }) => {
    const isUnwanted = !(await isEnabled(tab, origin));
    if (isUnwanted) unwanted.push({ tab, frame });
    return isUnwanted;
  });
  for (const { tab, frame } of unwanted) await dropFrames(tab, (id) => id === frame);
}

function dropFrames(tab: number, isGone: (frame: number) => boolean): Promise<void> {
  return change(tab, ({ frames, ...rest }) => ({
    ...rest,
    frames: Object.fromEntries(Object.entries(frames).filter(([id]) => !isGone(+id))),
  }));
}

/** Forgets frames whose page is gone: nobody listens there any more. */
async function prune(tab: number): Promise<void> {
  const { frames } = await tabItem(tab).getValue();
  const gone = new Set<string | undefined>();
  for (const [id, { document }] of Object.entries(frames)) {
    const target = document ? { documentId: document } : { frameId: Number(id) };
    await browser.tabs.sendMessage(tab, { name: 'here', payload: {} }, target).catch(() => gone.add(id));
  }
  if (gone.size > 0) {
    // A frame that began anew meanwhile has another document, and stays.
    await change(tab, ({ frames: now, ...rest }) => ({
      ...rest,
      frames: Object.fromEntries(
        Object.entries(now).filter(([id, each]) => !gone.has(id) || each.document !== frames[id]?.document),
      ),
    }));
  }
}

/** Follows tabs that navigate and close. */
export function registerTabs(onClose: (tab: number) => Promise<void>): void {
  browser.tabs.onUpdated.addListener((tab, { status }) => {
    if (status) void prune(tab);
  });
  browser.tabs.onRemoved.addListener((tab) => {
    void dropFrames(tab, () => true).then(() => onClose(tab));
    void inTurn('once', async () => {
      const { [tab]: _, ...others } = await onceItem.getValue();
      await onceItem.setValue(others);
    });
  });
}
