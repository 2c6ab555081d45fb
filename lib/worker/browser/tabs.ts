import { type Browser, browser } from 'wxt/browser';
import { change, read, readFamily } from '../../storage/item';
import { sitesItem } from '../../storage/items';
import { framesItem, onceItem, pageItem, type TabFrames } from '../../storage/tabItems';
import { withLock } from '../../storage/lock';
import { recordOf } from '../../crm';
import { recordKey } from '../../crm/crm';
import { fail } from '../../errors';
import type { FrameReport, PageCall, PageState, Taught, Unreadable } from '../../page/protocol';
import { isOfSite } from '../../browser/sites';
import { siteOf } from './siteOf';

/** Lets one tab be read as long as it shows this origin. */
export async function allowOnce(tab: number, origin: string): Promise<void> {
  await change(onceItem, (once) => ({ ...once, [tab]: origin }));
}

/** Whether the user wants this origin read in this tab. */
export async function isEnabled(tab: number, origin: string): Promise<boolean> {
  if ((await read(onceItem))[tab] === origin) return true;
  return (await read(sitesItem)).some(({ pattern, off }) => !off && isOfSite(pattern, origin));
}

/** The tab and frame a content script speaks for. Throws `no-access` for a page that is not enabled. */
export async function readerOf(sender: Browser.runtime.MessageSender) {
  const { tab, frameId = 0, documentId } = sender;
  const origin = await siteOf(sender);
  if (tab?.id === undefined || !(await isEnabled(tab.id, origin))) return fail('no-access');
  // A frame without an origin of its own.
  const isOpaque = sender.origin === 'null';
  return { tab: tab.id, frame: frameId, origin, isOpaque, document: documentId, address: tab.url };
}
export type Reader = Awaited<ReturnType<typeof readerOf>>;

/** Changes what is known of a tab, and what pages of ours see of it. Nothing is kept of a tab without a frame that is read. */
export async function changeTab(tab: number, work: (known: TabFrames) => TabFrames): Promise<void> {
  await change(framesItem(tab), (before) => {
    const known = work(before);
    return Object.keys(known.frames).length > 0 ? known : undefined;
  });
  // What is shown is made from what is known by then: two changes at once may come here in either order.
  await withLock(`show-tab:${tab}`, async () => {
    const page = joined(tab, await read(framesItem(tab)));
    await change(pageItem(tab), () => page);
    await showCount(tab, page?.calls.filter(({ state }) => state === 'confirmed').length ?? 0);
  });
}

/** A frame begins to be read, or tells what it shows now. */
export const noteFrame = ({ tab, frame, origin, isOpaque, document }: Reader, report?: FrameReport): Promise<void> =>
  changeTab(tab, (known) => ({
    ...known,
    frames: { ...known.frames, [frame]: { origin, isOpaque, document, report } },
  }));

/** A frame tells what it shows. Another one may be gone from it: that has no sign of its own. */
export async function noteReport(reader: Reader, report: FrameReport): Promise<void> {
  await noteFrame(reader, report);
  if (Object.keys((await read(framesItem(reader.tab))).frames).length > 1) void prune(reader.tab);
}

/** The user pointed at an ID in a frame, or is done with it. */
export const noteTaught = (tab: number, taught?: Taught): Promise<void> =>
  changeTab(tab, (known) => ({ ...known, taught }));

/** What a tab shows; `undefined` where nothing is read. */
export const pageOf = (tab: number): Promise<PageState | undefined> => read(pageItem(tab));

const order: PageCall['state'][] = ['confirmed', 'candidate', 'later'];

/** The frames of a tab as one page: each call once, where it is known best. What is a call, the worker alone says. */
function joined(tab: number, { frames, confirmed = {}, taught }: TabFrames): PageState | undefined {
  const reports = Object.entries(frames).flatMap(([frame, { report }]) =>
    report ? [{ frame: +frame, ...report }] : [],
  );
  const [top] = reports;
  if (!top) return undefined;
  const best = new Map<string, { call: PageCall; frame: number }>();
  for (const { frame, calls } of reports) {
    for (const { isLater, ...shown } of calls) {
      const summary = Object.hasOwn(confirmed, shown.id) ? confirmed[shown.id] : undefined;
      const call: PageCall = summary
        ? { ...shown, state: 'confirmed', call: summary }
        : { ...shown, state: isLater ? 'later' : 'candidate' };
      const other = best.get(call.id);
      if (!other || order.indexOf(call.state) < order.indexOf(other.call.state)) best.set(call.id, { call, frame });
    }
  }
  const record = recordOf(top.address);
  const origins = new Set(Object.values(frames).map(({ origin }) => origin));
  // Which of the frames without an origin is which, nobody tells.
  let opaque = Object.values(frames).filter(({ isOpaque }) => isOpaque).length;
  const isUnread = ({ why, origin }: Unreadable) => (origin ? !origins.has(origin) : why !== 'frame' || --opaque < 0);
  return {
    tab,
    address: top.address,
    ...(record && { record: recordKey(record) }),
    calls: [...best.values()].map(({ call }) => call),
    frames: Object.fromEntries([...best].map(([id, { frame }]) => [id, frame])),
    unreadable: reports.flatMap(({ unreadable }) => unreadable).filter(isUnread),
    phones: [...new Set(reports.flatMap(({ phones }) => phones))],
    ...(taught && { taught }),
  };
}

/** The toolbar button counts the calls on a tab. */
async function showCount(tab: number, count: number): Promise<void> {
  // The tab may be gone by now.
  await browser.action.setBadgeText({ tabId: tab, text: count > 0 ? String(count) : '' }).catch(() => {});
}

interface ReadFrame {
  tab: number;
  frame: number;
  origin: string;
}

/** Says something to every frame that is read, or to those for which `isMeant` holds. */
export async function tellFrames(
  message: { name: string; payload: object },
  isMeant: (frame: ReadFrame) => boolean | Promise<boolean> = () => true,
): Promise<void> {
  for (const [name, { frames }] of await readFamily(framesItem)) {
    const tab = Number(name);
    for (const [id, { origin }] of Object.entries(frames)) {
      const frame = Number(id);
      if (!(await isMeant({ tab, frame, origin }))) continue;
      await browser.tabs.sendMessage(tab, message, { frameId: frame }).catch(() => {});
    }
  }
}

/** Has web pages read anew, by what holds now. */
export const restartReading = (isMeant?: (frame: ReadFrame) => boolean): Promise<void> =>
  tellFrames({ name: 'restart', payload: {} }, isMeant);

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
  return changeTab(tab, ({ frames, ...rest }) => ({
    ...rest,
    frames: Object.fromEntries(Object.entries(frames).filter(([id]) => !isGone(+id))),
  }));
}

/** Forgets frames whose page is gone: nobody listens there any more. */
async function prune(tab: number): Promise<void> {
  const { frames } = await read(framesItem(tab));
  const gone = new Set<string | undefined>();
  for (const [id, { document }] of Object.entries(frames)) {
    const target = document ? { documentId: document } : { frameId: Number(id) };
    await browser.tabs.sendMessage(tab, { name: 'here', payload: {} }, target).catch(() => gone.add(id));
  }
  if (gone.size > 0) {
    // A frame that began anew meanwhile has another document, and stays.
    await changeTab(tab, ({ frames: now, ...rest }) => ({
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
    void change(onceItem, (once) => Object.fromEntries(Object.entries(once).filter(([id]) => +id !== tab)));
  });
}
