/**
 * The keys that are commands of their own while a call is read, by `KeyboardEvent.key`, and what those of a row do: the key of its words
 * under `call.keys` in the locale file. Both the handlers and the help for them read this list.
 */
export const singleKeys = [
  { keys: [' ', 'k'], does: 'play' },
  { keys: ['j', 'l'], does: 'skipTen' },
  { keys: ['ArrowLeft', 'ArrowRight'], does: 'skipFive' },
  { keys: ['<', '>'], does: 'speed' },
  { keys: ['/'], does: 'search' },
  { keys: ['n', 'p'], does: 'step' },
  { keys: ['s'], does: 'slow' },
  { keys: ['[', ']'], does: 'calls' },
  { keys: ['c'], does: 'note' },
  { keys: ['?'], does: 'help' },
] as const;

export type SingleKey = (typeof singleKeys)[number]['keys'][number];

/** What each key does where the component that gives them is on screen. */
export type KeyCommands = Partial<Record<SingleKey, () => void>>;

/** Where a letter is text, or chooses an option, and no command; while a dialog is open nothing is. */
const typing = 'input, textarea, select, [contenteditable], [role=menu], [role=tree], dialog';
/** What the space bar presses, and arrows move in. */
const pressed = 'button, a, summary, [role=tab], [tabindex="0"]';
const ordinary = new Set([' ', 'ArrowLeft', 'ArrowRight']);

/** Runs the commands at their keys wherever the user is not typing. Returns how to stop. */
export function listenForKeys(commands: KeyCommands): () => void {
  const press = (event: KeyboardEvent) => {
    const isIn = (places: string) => event.target instanceof Element && event.target.closest(places) !== null;
    const isTyping = isIn(typing) || (ordinary.has(event.key) && isIn(pressed));
    const command = Object.hasOwn(commands, event.key) ? commands[event.key as SingleKey] : undefined;
    if (!command || isTyping || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    command();
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}
