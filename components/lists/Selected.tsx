import { lazy, Suspense } from 'react';
import type { SelectedProps } from './SelectedBar';

const SelectedBar = lazy(() => import('./SelectedBar').then((module) => ({ default: module.SelectedBar })));

/** What can be done with the selected calls of a list, where any are; loaded when they are. */
export function Selected(props: SelectedProps) {
  return (
    props.calls.length > 0 && (
      <Suspense>
        <SelectedBar {...props} />
      </Suspense>
    )
  );
}
