/** Imports that the law refuses and that are still to go. */
export const known = [
  'components/call/tools/ShortcutHelp.tsx lib/storage/preferences.ts',
  'components/call/tools/ShortcutHelp.tsx lib/hooks/useStored.ts',
  'components/call/tools/ShortcutHelp.tsx lib/hooks/useSingleKeys.ts',
  'components/call/tools/TakeAway.tsx lib/hooks/useSingleKeys.ts',
  'components/call/transcript/Conversation.tsx lib/hooks/useSingleKeys.ts',
  'components/call/recording/Player.tsx lib/hooks/useSingleKeys.ts',
  'components/call/recording/Recording.tsx lib/hooks/useSingleKeys.ts',
  'components/call/transcript/TurnList.tsx circle',
  'lib/worker/connections.ts browser.storage',
  'lib/worker/requests/queue.ts wxt/utils/storage',
  'lib/worker/confirm/budget.ts wxt/utils/storage',
  'lib/worker/confirm/notFoundCache.ts wxt/utils/storage',
  'lib/worker/confirm/summaryCache.ts wxt/utils/storage',
  'lib/worker/browser/tabs.ts wxt/utils/storage',
  'lib/worker/browser/tabs.ts browser.storage',
  'lib/hooks/queries.ts browser.storage',
  'lib/browser/sidePanel.ts wxt/utils/storage',
];

/** Whether a fault is one of them. */
export const isKnown = (fault: string) =>
  known.some((each) => {
    const [from, to] = each.split(' ') as [string, string];
    return to === 'circle'
      ? fault.startsWith(`${from} →`)
      : fault.startsWith(`${from}:`) && fault.includes(` imports ${to}:`);
  });
