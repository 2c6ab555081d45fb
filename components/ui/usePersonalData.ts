import { useEffect, useState } from 'react';

type PersonalData = typeof import('../../lib/redaction/personalData');

let loaded: PersonalData | undefined;

/** What masks personal data, loaded where they are hidden alone; until then `isWaiting`, and nothing may be shown of what could hold some. */
export function usePersonalData(hides = false): { rules?: PersonalData; isWaiting: boolean } {
  const [rules, setRules] = useState(loaded);
  useEffect(() => {
    if (hides && !rules) void import('../../lib/redaction/personalData').then((all) => setRules((loaded = all)));
  }, [hides, rules]);
  return { rules: hides ? rules : undefined, isWaiting: hides && !rules };
}
