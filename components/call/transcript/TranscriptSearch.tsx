import { ChevronDown, ChevronUp } from 'lucide';
import type { Ref } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/Button';
import fold from '../../ui/Disclosure.module.css';
import css from './TranscriptSearch.module.css';

interface TranscriptSearchProps {
  ref?: Ref<HTMLInputElement>;
  query: string;
  onQuery: (query: string) => void;
  /** How many matches there are, and which is the current one, from 0. */
  total: number;
  current: number;
  onStep: (step: 1 | -1) => void;
}

/** The search field of a transcript, with its count and the way from match to match (Enter, Shift+Enter). */
export function TranscriptSearch({ ref, query, onQuery, total, current, onStep }: TranscriptSearchProps) {
  const name = i18n.t('call.search');
  return (
    <div className={`${fold.beside} ${css.search}`}>
      <input
        autoComplete="off"
        ref={ref}
        type="search"
        aria-label={name}
        placeholder={name}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && total) onStep(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape' && !query) event.currentTarget.blur();
        }}
      />
      <output className={css.count}>
        {query && (total ? i18n.t('call.matches', { current: current + 1, total }) : i18n.t('call.noMatches'))}
      </output>
      {total > 1 && (
        <>
          <IconButton icon={ChevronUp} name={i18n.t('call.previous')} onClick={() => onStep(-1)} />
          <IconButton icon={ChevronDown} name={i18n.t('call.next')} onClick={() => onStep(1)} />
        </>
      )}
    </div>
  );
}
