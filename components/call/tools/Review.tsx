import { CircleCheckBig, Flag, NotebookPen } from 'lucide';
import { useEffect, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Review as Reviewed } from '../../../lib/call/review';
import { Icon, type IconNode } from '../../ui/Icon';
import hidden from '../../ui/visuallyHidden.module.css';
import css from './Review.module.css';

interface ToggleProps {
  icon: IconNode;
  /** Absent: a button that is no toggle. */
  pressed?: boolean;
  look?: string;
  onPress(): void;
  children: string;
}

function Toggle({ icon, pressed, look = '', onPress, children }: ToggleProps) {
  return (
    <button type="button" className={`${css.toggle} ${look}`} title={children} aria-pressed={pressed} onClick={onPress}>
      <Icon of={icon} size={16} /> <span className={hidden.beside}>{children}</span>
    </button>
  );
}

/** So long after the last key a note is kept, in milliseconds. */
const pause = 400;

function Note({ note, onNote }: { note: string; onNote(note: string): void }) {
  const hint = useId();
  const [text, setText] = useState(note);
  useEffect(() => {
    if (text.trim() === note) return;
    const timer = setTimeout(() => onNote(text), pause);
    return () => clearTimeout(timer);
  });
  return (
    <label className={css.note}>
      <span>{i18n.t('review.note')}</span>
      <textarea
        // Browsers write what was typed to disk, to restore a tab.
        autoComplete="off"
        rows={2}
        maxLength={10_000}
        value={text}
        aria-label={i18n.t('review.note')}
        aria-describedby={hint}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== note && onNote(text)}
      />
      <small id={hint}>{i18n.t('review.noteHint')}</small>
    </label>
  );
}

interface ReviewProps {
  review: Reviewed;
  /** Changes what is given, and nothing else. */
  onReview(change: Reviewed): void;
}

/** What the user makes of a call: reviewed, flagged, a note of their own. */
export function Review({ review, onReview }: ReviewProps) {
  const [writing, setWriting] = useState(false);
  const { reviewed = false, flagged = false, note = '' } = review;
  return (
    <fieldset className={css.review} aria-label={i18n.t('review.title')}>
      <Toggle
        icon={CircleCheckBig}
        look={css.reviewed}
        pressed={reviewed}
        onPress={() => onReview({ reviewed: !reviewed })}
      >
        {i18n.t('review.reviewed')}
      </Toggle>
      <Toggle icon={Flag} look={css.flagged} pressed={flagged} onPress={() => onReview({ flagged: !flagged })}>
        {i18n.t('review.flagged')}
      </Toggle>
      {!note && !writing && (
        <Toggle icon={NotebookPen} onPress={() => setWriting(true)}>
          {i18n.t('review.add')}
        </Toggle>
      )}
      {(note || writing) && <Note note={note} onNote={(text) => onReview({ note: text.trim() })} />}
    </fieldset>
  );
}
