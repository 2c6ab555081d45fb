import type { Part } from '../../../lib/call/concerns';

/** Unfolds a part of the call that an element stands in, and brings it into sight. */
export function showPart(from: Element, part: Part): void {
  const section = from.closest('article')?.querySelector<HTMLDetailsElement>(`details[data-part="${part}"]`);
  if (!section) return;
  section.open = true;
  section.scrollIntoView({ block: 'start' });
  section.querySelector('summary')?.focus({ preventScroll: true });
}
