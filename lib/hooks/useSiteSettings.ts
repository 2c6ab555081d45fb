import { browser } from 'wxt/browser';
import { crms } from '../crm';
import type { SiteRule } from '../page/detect/rules';
import { useAskOnPoint } from './useAskOnPoint';
import { usePolicy } from './usePolicy';
import { type EnabledSite, useSites } from './useSites';
import { sitePattern } from '../browser/sites';

/** Firefox's own way to its page of shortcuts, where the page's address cannot be opened. */
interface Shortcuts {
  openShortcutSettings?(): Promise<void>;
}

const hostOf = (pattern: string) => pattern.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, '');

/** Sites that were enabled together: a known CRM with all its hosts, or one address. */
export interface SiteGroup {
  /** A known CRM's name, or the host. */
  name: string;
  hosts: string[];
  patterns: string[];
  rules: { pattern: string; rule: SiteRule }[];
  /** What a policy says about them: they cannot be disabled. Absent for the user's own. */
  managed?: SiteRule[];
  /** False where the browser does not permit it: taken back, or never asked. */
  granted: boolean;
}

/** The sites by what was enabled together: a known CRM's hosts are one, every other site stands alone. */
function groupSites(sites: EnabledSite[]): SiteGroup[] {
  const groups = new Map<string, EnabledSite[]>();
  for (const site of sites) {
    const name = crms.find(({ origins }) => origins.includes(site.pattern))?.name ?? hostOf(site.pattern);
    groups.set(name, [...(groups.get(name) ?? []), site]);
  }
  return [...groups].map(([name, members]) => ({
    name,
    managed: members[0]?.managed && members.flatMap(({ managed = [] }) => managed),
    hosts: members.map(({ pattern }) => hostOf(pattern)),
    patterns: members.map(({ pattern }) => pattern),
    rules: members.flatMap(({ pattern, rules }) => rules.map((rule) => ({ pattern, rule }))),
    granted: members.every(({ granted }) => granted),
  }));
}

/** What the options page says about sites, and everything a click there does. */
export function useSiteSettings() {
  const { sites: all, refused, enable, disable, saveRules } = useSites();
  const sites = all?.filter(({ off }) => !off);
  const { askOnPoint, setAskOnPoint } = useAskOnPoint();
  const { locked } = usePolicy();
  const enabled = new Set(sites?.map(({ pattern }) => pattern));
  return {
    sites: sites && {
      sites: [
        ...groupSites(sites.filter(({ managed }) => managed)),
        ...groupSites(sites.filter(({ managed }) => !managed)),
      ],
      known: crms.filter(({ origins }) => !origins.some((each) => enabled.has(each))),
      refused,
      locked: locked.includes('sites'),
      onEnable: (patterns: string[]) => void enable(patterns),
      onDisable: (patterns: string[]) => void disable(patterns),
      onRemoveRule: (pattern: string, rule: SiteRule) => {
        const rules = sites.find((each) => each.pattern === pattern)?.rules ?? [];
        void saveRules(
          pattern,
          rules.filter((each) => each !== rule),
        );
      },
      patternOf: sitePattern,
    },
    reading: {
      askOnPoint,
      onAskOnPoint: setAskOnPoint,
      onShortcuts: () => {
        const { openShortcutSettings } = (browser.commands ?? {}) as Shortcuts;
        void (openShortcutSettings?.() ?? browser.tabs.create({ url: 'chrome://extensions/shortcuts' }));
      },
    },
  };
}
