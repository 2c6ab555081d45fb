import { useEffect, useState } from 'react';

type PersonalData = typeof import('../../lib/redaction/personalData');

let loaded: PersonalData | undefined;

/** What masks personal data, loaded where they are hidden alone; until then `isWaiting`, and nothing may be shown of what could hold some. */
export function usePersonalData(hides = false): { rules?: PersonalData; isWaiting: boolean } {
  const [, setLoaded] = useState(loaded);
  useEffect(() => {
    if (!hides || loaded) return;
    void import('../../lib/redaction/personalData').then((rules) => setLoaded((loaded = rules)));
  }, [hides]);
  return { rules: hides ? loaded : undefined, isWaiting: hides && !loaded };
}
