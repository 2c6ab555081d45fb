import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { Waiting } from '../../lib/call/waiting';
import { Button } from './Button';
import { describeWaiting } from './describeWaiting';
import css from './Skeleton.module.css';
import hidden from './visuallyHidden.module.css';

const patience = 4000;

interface Props {
  lines?: number;
  waitingFor: string;
  /** Who is known to keep it waiting, and until when. */
  waiting?: Waiting;
  /** Gives up waiting. */
  onStop?(): void;
}

/** Grey lines where something will be. After four seconds it says who is being waited for, and lets the user stop. */
export function Skeleton({ lines = 3, waitingFor, waiting, onStop }: Props) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  const isTold = late || waiting !== undefined;
  const words = waiting ? describeWaiting(waiting) : i18n.t('ui.waitingFor', { who: waitingFor });
  return (
    <div className={css.skeleton}>
      <div className={css.told}>
        <output className={isTold ? css.words : hidden.visuallyHidden}>{isTold ? words : i18n.t('ui.waiting')}</output>
        {isTold && onStop && <Button onClick={onStop}>{i18n.t('ui.stop')}</Button>}
      </div>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={css.line} aria-hidden />
      ))}
    </div>
  );
}
