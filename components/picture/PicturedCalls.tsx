import { lazy, type ReactNode, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import type { Counted } from '../../lib/call/figures';
import { useAfterPaint } from '../ui/useAfterPaint';
import type { Choice } from './CallPicture';
import css from './PicturedCalls.module.css';

const CallPicture = lazy(() => import('./CallPicture').then((module) => ({ default: module.CallPicture })));

/** Fewer calls are read more quickly than a picture of them. */
const fewest = 3;

interface Props<T> {
  /** The list's accessible name. */
  label: string;
  of: readonly T[];
  /** What is known of one: `undefined` for what is no call yet. */
  callOf(item: T): Counted | undefined;
  /** Draws the list: all of it, or the calls that the user chose in the picture. */
  children(shown: T[]): ReactNode;
}

/** A list of calls below a picture of them all. The picture comes once the list is on screen, in room that is kept for it. */
export function PicturedCalls<T>({ label, of, callOf, children }: Props<T>) {
  const [choice, setChoice] = useState<Choice>();
  const isLater = useAfterPaint();
  const space = <div className={css.space} />;
  const isPictured = of.length >= fewest;
  const calls = isPictured ? of.map(callOf).filter((call) => call !== undefined) : [];
  const isChosen = isPictured && choice?.among(calls);
  const isShown = (item: T) => {
    const call = callOf(item);
    return !isChosen || (call !== undefined && isChosen(call));
  };
  const shown = of.filter(isShown);
  return (
    <>
      {isPictured && !isLater && space}
      {isPictured && isLater && (
        <Suspense fallback={space}>
          <CallPicture label={label} calls={calls} choice={choice} onChoose={setChoice} />
        </Suspense>
      )}
      {isChosen && shown.length === 0 ? <p className={css.none}>{i18n.t('picture.none')}</p> : children(shown)}
    </>
  );
}
