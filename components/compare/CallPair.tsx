import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { Call } from '../../lib/call/call';
import type { Names } from '../../lib/export';
import css from './compare.module.css';

/** Only a page with two calls carries it. */
const Comparison = lazy(() => import('./Comparison').then((module) => ({ default: module.Comparison })));

interface Props {
  /** Each is absent until it is known. */
  calls: [Call | undefined, Call | undefined];
  names: [Names, Names];
  /** What each call looks like. */
  children: [ReactNode, ReactNode];
}

/** Two calls side by side, below what they have in common. */
export function CallPair({ calls: [left, right], names, children }: Props) {
  const compared = useMemo<[Call, Call] | undefined>(() => left && right && [left, right], [left, right]);
  return (
    <div className={css.pair}>
      <Suspense>{compared && <Comparison calls={compared} names={names} />}</Suspense>
      <div className={css.calls}>
        <div>{children[0]}</div>
        <div>{children[1]}</div>
      </div>
    </div>
  );
}
