import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { SiteRule } from '../page/detect/rules';
import { ask } from '../messages';
import { read } from '../storage/item';
import { sitesItem } from '../storage/items';
import type { Site } from '../page/site';
import { requestSites } from '../browser/sites';

/** A site the user enabled. `granted` is false where the browser does not permit it: taken back since, or never asked. */
export type EnabledSite = Site & { granted: boolean };

const isGranted = ({ pattern }: Site) => browser.permissions.contains({ origins: [pattern] });

async function readSites(): Promise<EnabledSite[]> {
  const sites = await read(sitesItem);
  return Promise.all(sites.map(async (site) => Object.assign({ granted: !site.off && (await isGranted(site)) }, site)));
}

/** The sites that are read, and everything a user can say about them. */
export function useSites() {
  const client = useQueryClient();
  const sites = useQuery({ queryKey: ['sites'], queryFn: readSites });
  const [refused, setRefused] = useState(false);
  const changed = () => client.invalidateQueries({ queryKey: ['sites'] });
  useEffect(() => {
    const readAgain = () => void client.invalidateQueries({ queryKey: ['sites'] });
    const events = [browser.permissions.onAdded, browser.permissions.onRemoved];
    for (const event of events) event.addListener(readAgain);
    return () => {
      for (const event of events) event.removeListener(readAgain);
    };
  }, [client]);

  return {
    sites: sites.data,
    /** The browser's question was answered with no. */
    refused,
    /** Must be the first thing a click does. */
    enable: async (patterns: string[]) => {
      setRefused(!(await requestSites(patterns)));
      await changed();
    },
    disable: async (patterns: string[]) => {
      for (const pattern of patterns) await ask('disableSite', { pattern });
      setRefused(false);
      await changed();
    },
    saveRules: async (pattern: string, rules: SiteRule[]) => {
      await ask('saveRules', { pattern, rules });
      await changed();
    },
  };
}
