import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Call } from '../../../lib/call/call';
import { useIsCut } from '../../ui/useIsCut';
import hidden from '../../ui/visuallyHidden.module.css';
import { Text } from '../values/Value';
import css from './Summary.module.css';

/** What the provider says that happened, up to four lines at first; where it says nothing, why the customer felt as they did. */
export function Summary({ call: { summary, sentimentReason } }: { call: Call }) {
  const words = useRef<HTMLElement>(null);
  const [whole, setWhole] = useState(false);
  const isCut = useIsCut(words, whole);
  const text = summary ?? sentimentReason;
  if (!text) return null;
  return (
    <dl className={css.summary}>
      <dt className={hidden.visuallyHidden}>{i18n.t(summary ? 'call.term.summary' : 'call.sentimentReason')}</dt>
      <dd ref={words} dir="auto" className={whole ? undefined : css.cut}>
        <Text>{text}</Text>
      </dd>
      {(isCut || whole) && (
        <dd>
          <button
            type="button"
            aria-expanded={whole}
            className={whole ? css.more : `${css.more} ${css.onCut}`}
            onClick={() => setWhole(!whole)}
          >
            {i18n.t(whole ? 'ui.less' : 'ui.more')}
          </button>
        </dd>
      )}
    </dl>
  );
}
