import { useEffect, useState } from 'react';
import { readLink, readLinkedText } from '../browser/callLink';

/** What the link of this page asks for, as it changes: a call, two calls, or a text to look up. */
export function useLink(): { link: ReturnType<typeof readLink>; text: string | undefined } {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const read = () => setHash(location.hash);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return { link: readLink(hash), text: readLinkedText(hash) };
}
