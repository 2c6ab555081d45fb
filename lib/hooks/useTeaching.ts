import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tellPage } from '../browser/tellPage';
import { ask } from '../messages';
import type { SiteRule } from '../page/detect/rules';
import type { PageState, Taught } from '../page/protocol';

/** Where the teaching of an ID stands, and its steps. */
export interface Teaching {
  /** The page waits for the user to point at an ID. */
  pointing: boolean;
  taught?: Taught;
  /** Providers whose IDs look like the one pointed at; all of them when empty. */
  providers: string[];
  start(): void;
  cancel(): void;
  forget(): void;
  /** How many IDs of the page a rule would find; `undefined` where the page does not answer. */
  count(rule: SiteRule): Promise<number | undefined>;
}

/** Teaching an ID: the user points at one on the page, then says what it is. */
export function useTeaching(tab: number | undefined, taught: PageState['taught']): Teaching {
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
    providers: ids.data?.[0]?.providers ?? [],
    start: () => {
      if (tab === undefined) return;
      setStarted(tab);
      void tellPage(tab, 'teach', {});
    },
    cancel: () => {
      forget();
      if (tab !== undefined) void tellPage(tab, 'endTeach', {});
    },
    count: async (rule: SiteRule) => {
      const found = tab === undefined ? undefined : await tellPage(tab, 'count', { rule }, taught?.frame);
      return typeof found === 'number' ? found : undefined;
    },
    forget,
  };
}
