import { useEffect } from 'react';
import { singleKeysItem } from './settings';
import { useStored } from './stored';

/** Where a letter is text, or chooses an option, and no command. */
const typing = 'input, textarea, select, [contenteditable], [role=menu], [role=tree]';

/**
 * Commands of one key each, by `KeyboardEvent.key`, wherever the person is not typing. They can be switched off (WCAG 2.1.4).
 */
export function useSingleKeys(keys: Record<string, () => void>): void {
  const isOn = useStored(singleKeysItem);
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest(typing) !== null;
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
