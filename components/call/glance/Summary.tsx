import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../../lib/call/call';
import hidden from '../../ui/visuallyHidden.module.css';
import { Text } from '../values/Value';
import css from './Summary.module.css';

/** What the provider says that happened, up to four lines at first; where it says nothing, why the customer felt as they did. */
export function Summary({ call: { summary, sentimentReason } }: { call: Call }) {
  const words = useRef<HTMLElement>(null);
  const [whole, setWhole] = useState(false);
  const [isCut, setIsCut] = useState(false);
  const text = summary ?? sentimentReason;
  useEffect(() => {
    const box = words.current;
    if (!box || whole) return;
    const observer = new ResizeObserver(() => setIsCut(box.scrollHeight > box.clientHeight + 1));
    observer.observe(box);
    return () => observer.disconnect();
  }, [whole]);
  if (!text) return null;
  return (
    <dl className={css.summary}>
      <dt className={hidden.visuallyHidden}>{i18n.t(summary ? 'call.term.summary' : 'call.sentimentReason')}</dt>
      <dd ref={words} dir="auto" className={whole ? undefined : css.cut}>
        <Text>{text}</Text>
      </dd>
      {(isCut || whole) && (
        <dd>
          <button type="button" aria-expanded={whole} className={css.more} onClick={() => setWhole(!whole)}>
            {i18n.t(whole ? 'ui.less' : 'ui.more')}
          </button>
        </dd>
      )}
    </dl>
  );
}
