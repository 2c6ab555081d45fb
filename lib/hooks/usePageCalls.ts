import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { browser } from 'wxt/browser';
import type { CallRef } from '../call/call';
import { barrierOf } from '../browser/unreadable';
import type { SiteRule } from '../page/detect/rules';
import { ask } from '../messages';
import type { PageCall, PageCommands, PageState } from '../page/protocol';
import { usePageState } from './usePageState';
import { useRecordCalls } from './queries';
import { isOfSite, sitePattern } from '../browser/sites';
import { askedItem } from '../storage/items';
import { useAskOnPoint, useSites } from './useSites';
import { useStored } from './useStored';

/** Tells a tab's content script something; nothing where none runs. `frame`: all of them when left out. */
async function command<N extends keyof PageCommands>(
  tab: number,
  name: N,
  payload: PageCommands[N],
  frame?: number,
): Promise<unknown> {
  const target = frame === undefined ? {} : { frameId: frame };
  return browser.tabs.sendMessage(tab, { name, payload }, target).catch(() => undefined);
}

/** The page the popup or the side panel stands beside: its site, the calls on it, and everything a click there does. */
export function usePageCalls() {
  const { tab, page } = usePageState();
  const { sites, refused, enable, disable, saveRules } = useSites();
  const { askOnPoint } = useAskOnPoint();
  const asked = useStored(askedItem);
  const [barred, setBarred] = useState<string>();
  const address = tab?.address ?? page?.address;

  const enabled = sites?.find(({ pattern, granted }) => granted && isOfSite(pattern, address));
  const pattern = enabled?.pattern ?? (address === undefined ? undefined : sitePattern(address));
  const rules = sites?.find((site) => site.pattern === pattern)?.rules ?? [];
  const barrier = address === undefined ? undefined : barrierOf(address);

  return {
    tab: tab?.id,
    address,
    page,
    site: sites && {
      host: address !== undefined && URL.canParse(address) ? new URL(address).hostname : undefined,
      barrier: barred !== undefined && barred === address ? ('browser' as const) : barrier,
      enabled: enabled !== undefined,
      once: page !== undefined && !enabled,
      // The question closes the popup: its next opening tells the answer.
      refused: refused || (pattern !== undefined && asked.includes(pattern)),
      onEnable: () => pattern !== undefined && void enable([pattern]),
      onDisable: () => enabled && void disable([enabled.pattern]),
      onOnce: () => tab && void ask('readOnce', { tab: tab.id }).then((read) => setBarred(read ? undefined : address)),
    },
    askOnPoint,
    rules,
    saveRule: (rule: SiteRule) => pattern !== undefined && void saveRules(pattern, [...rules, rule]),
    removeRule: (rule: SiteRule) =>
      pattern !== undefined &&
      void saveRules(
        pattern,
        rules.filter((each) => each !== rule),
      ),
    allow: (origins: string[]) =>
      void enable([...new Set(origins.map(sitePattern).filter((each) => each !== undefined))]),
    /** Shows on the page where a call stands. */
    flash: ({ id }: Pick<PageCall, 'id'>) => tab && void command(tab.id, 'flash', { id }, page?.frames[id]),
  };
}

/** The fields of the CRM record on screen, to compare a call with; read when a call is opened beside it. */
export function useRecordFields({ tab, address }: { tab?: number; address?: string }, shown: CallRef | undefined) {
  return useQuery({
    queryKey: ['fields', tab, address, shown],
    queryFn: () => ask('fieldsOf', { tab: tab ?? 0 }),
    enabled: tab !== undefined && shown !== undefined,
  }).data;
}

/** Teaching an ID: the person points at one on the page, then says what it is. */
export function useTeaching(tab: number | undefined, taught: PageState['taught']) {
  const [started, setStarted] = useState<number>();
  const ids = useQuery({
    queryKey: ['ids', taught?.id],
    queryFn: () => ask('findIds', { text: taught?.id ?? '' }),
    enabled: taught !== undefined,
  });
  const forget = () => {
    setStarted(undefined);
    if (tab !== undefined) void ask('forgetTaught', { tab });
  };
  return {
    pointing: started !== undefined && started === tab && !taught,
    taught,
    /** Providers whose IDs look like the one pointed at. */
    providers: ids.data?.[0]?.providers ?? [],
    start: () => {
      if (tab === undefined) return;
      setStarted(tab);
      void command(tab, 'teach', {});
    },
    cancel: () => {
      forget();
      if (tab !== undefined) void command(tab, 'endTeach', {});
    },
    /** How many IDs of the page a rule would find; absent where the page does not answer. */
    count: async (rule: SiteRule) => {
      const found = tab === undefined ? undefined : await command(tab, 'count', { rule }, taught?.frame);
      return typeof found === 'number' ? found : undefined;
    },
    forget,
  };
}

/**
 * The calls of the record on screen. A known CRM's record is searched at once; any other page, and every page of a person who lets the
 * providers be asked only on pointing, waits for a click.
 */
export function useCallsOfRecord(tab: number | undefined, page: PageState | undefined, askOnPoint: boolean) {
  const isRecord = page?.record !== undefined;
  const key = page && JSON.stringify([page.record ?? page.address, page.phones]);
  const [asked, setAsked] = useState<string>();
  const canSearch = isRecord || (page?.phones.length ?? 0) > 0;
  const search = canSearch && ((isRecord && !askOnPoint) || asked === key);
  return {
    ...useRecordCalls(tab, key, search),
    canSearch,
    searching: search,
    search: () => setAsked(key),
  };
}

const patience = 1500;

/**
 * Goes back to the list once the page on screen no longer shows the call that was opened from it, unless the call is pinned. A page that is
 * being read again gets a moment, and one with no list takes nothing away.
 */
export function useFollow(shown: CallRef | undefined, page: PageState | undefined, back: () => void) {
  const [pinned, setPinned] = useState(false);
  const [fromPage, setFromPage] = useState(false);
  const id = shown?.id;
  const isGone =
    fromPage && !pinned && id !== undefined && page !== undefined && !page.calls.some((call) => call.id === id);
  const leave = useEffectEvent(back);
  useEffect(() => {
    if (!isGone) return;
    const timer = setTimeout(() => leave(), patience);
    return () => clearTimeout(timer);
  }, [isGone]);
  return {
    pinned: pinned && shown !== undefined,
    togglePin: () => setPinned(!pinned),
    /** Says whether the call about to be shown stands on the page. */
    follow: (isOnPage: boolean) => {
      setFromPage(isOnPage);
      setPinned(false);
    },
  };
}
