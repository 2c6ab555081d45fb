import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import css from './Skeleton.module.css';
import hidden from './visuallyHidden.module.css';

const patience = 4000;

/** Grey lines where something will be. After four seconds it says who is being waited for. */
export function Skeleton({ lines = 3, waitingFor }: { lines?: number; waitingFor: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={css.skeleton}>
      <output className={late ? css.words : hidden.visuallyHidden}>
        {late ? i18n.t('ui.waitingFor', { who: waitingFor }) : i18n.t('ui.waiting')}
      </output>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={css.line} aria-hidden />
      ))}
    </div>
  );
}
