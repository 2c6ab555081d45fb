import { useEffect } from 'react';
import { singleKeysItem } from '../storage/items';
import { useStored } from './useStored';

/** Where a letter is text, or chooses an option, and no command; while a dialog is open nothing is. */
const typing = 'input, textarea, select, [contenteditable], [role=menu], [role=tree], dialog';
/** What the space bar presses, and arrows move in. */
const pressed = 'button, a, summary, [role=tab], [tabindex="0"]';
const ordinary = new Set([' ', 'ArrowLeft', 'ArrowRight']);

/**
 * Commands of one key each, by `KeyboardEvent.key`, wherever the person is not typing. They can be switched off (WCAG 2.1.4).
 */
export function useSingleKeys(keys: Record<string, () => void>): void {
  const isOn = useStored(singleKeysItem);
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      const isIn = (places: string) => event.target instanceof Element && event.target.closest(places) !== null;
      const isTyping = isIn(typing) || (ordinary.has(event.key) && isIn(pressed));
      const command = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (!command || isTyping || event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      command();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn, keys]);
}
