import { useState } from 'react';
import { tellPage } from '../browser/tellPage';
import { type Barrier, barrierOf } from '../browser/unreadable';
import type { SiteRule } from '../page/detect/rules';
import { ask } from '../messages';
import type { PageCall } from '../page/protocol';
import { usePageState } from './usePageState';
import { isOfSite, sitePattern } from '../browser/sites';
import { askedItem } from '../storage/items';
import { useAskOnPoint } from './useAskOnPoint';
import { usePolicy } from './usePolicy';
import { useSites } from './useSites';
import { useStored } from './useStored';

/** The site on screen: whether it is read, and what the user can do about it. */
export interface SiteSwitch {
  /** Absent where the browser does not let us see which page it is. */
  host?: string;
  /** Why the page cannot be read at all. */
  barrier?: Barrier;
  enabled: boolean;
  /** A policy enables it: the user cannot disable it. */
  managed: boolean;
  /** The user's organization says which sites there are. */
  locked: boolean;
  /** The page is read, but not its site. */
  once: boolean;
  /** The browser's question was answered with no. */
  refused: boolean;
  onEnable(): void;
  onDisable(): void;
  onOnce(): void;
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
  const current = sites?.find((each) => each.pattern === pattern);
  const rules = current?.rules ?? [];
  const locked = usePolicy().locked.includes('sites');
  const barrier = address === undefined ? undefined : barrierOf(address);

  const site: SiteSwitch | undefined = sites && {
    host: address !== undefined && URL.canParse(address) ? new URL(address).hostname : undefined,
    barrier: barred !== undefined && barred === address ? 'browser' : barrier,
    enabled: enabled !== undefined,
    managed: current?.managed !== undefined,
    locked,
    once: page !== undefined && !enabled,
    // The question closes the popup: its next opening tells the answer.
    refused: refused || (pattern !== undefined && asked.includes(pattern)),
    onEnable: () => pattern !== undefined && void enable([pattern]),
    onDisable: () => enabled && void disable([enabled.pattern]),
    onOnce: () => tab && void ask('readOnce', { tab: tab.id }).then((read) => setBarred(read ? undefined : address)),
  };

  return {
    tab: tab?.id,
    address,
    page,
    site,
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
    flash: ({ id }: Pick<PageCall, 'id'>) => tab && void tellPage(tab.id, 'flash', { id }, page?.frames[id]),
  };
}
