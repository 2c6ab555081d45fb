/** A defence taken out of a copy of the product, and the suite that has to notice. */
export interface Mutant {
  row: string;
  /** What the copy is without. */
  without: string;
  file: string;
  /** Text of the file, there exactly once. */
  defence: string;
  instead: string;
  suite: string;
}

export const mutants: Mutant[] = [
  {
    row: 'R1',
    without: 'asking a worker again that died',
    file: 'lib/messages.ts',
    defence: 'const mostLosses = 10;',
    instead: 'const mostLosses = 1;',
    suite: 'test/trust/workerStops.test.ts',
  },
  {
    row: 'R2',
    without: 'asking who sent a message',
    file: 'lib/worker/handlers.ts',
    defence: '  if (rule.role !== role) return undefined;\n',
    instead: '',
    suite: 'test/trust/node/messages.test.ts',
  },
  {
    row: 'R3',
    without: 'masking a reply before it is mapped',
    file: 'lib/worker/calls/callOf.ts',
    defence: 'const { value, masked } = redact(raw);',
    instead: 'const { value, masked } = { ...redact(raw), value: raw };',
    suite: 'test/trust/node/replies.test.ts',
  },
  {
    row: 'R4',
    without: 'the budget of a page',
    file: 'lib/worker/confirm/budget.ts',
    defence: 'const mostRequests = 30;',
    instead: 'const mostRequests = 3000;',
    suite: 'test/trust/plantedIds.test.ts',
  },
  {
    row: 'R4',
    without: 'heeding “ask only when I point”',
    file: 'lib/worker/confirm/confirm.ts',
    defence: "(pointed || (!askOnPoint && reason !== 'bare'))",
    instead: "(pointed || reason !== 'bare')",
    suite: 'test/worker/confirm/confirm.test.ts',
  },
  {
    row: 'R5',
    without: 'one request for equal questions at once',
    file: 'lib/worker/requests/coalesce.ts',
    defence: 'let flight = flights.get(key);',
    instead: 'let flight: Flight | undefined;',
    suite: 'test/trust/manyTabs.test.ts',
  },
  {
    row: 'R6',
    without: 'counting the requests that left',
    file: 'lib/worker/requests/limiter.ts',
    defence: 'flying: spent.flying - 1, sent: [...spent.sent, Date.now()] };',
    instead: 'flying: spent.flying - 1 };',
    suite: 'test/trust/limits.test.ts',
  },
  {
    row: 'R6',
    without: 'what was spent before the worker died',
    file: 'lib/worker/requests/limiter.ts',
    defence: 'const stored = await read(item);',
    instead: 'const stored = { ...(await read(item)), sent: [], pause: undefined };',
    suite: 'test/trust/limits.test.ts',
  },
  {
    row: 'R7',
    without: 'the time of a look-up',
    file: 'lib/worker/requests/networkTime.ts',
    defence: 'const most = 24_000;',
    instead: 'const most = 40_000;',
    suite: 'test/trust/sockets.test.ts',
  },
  {
    row: 'R8',
    without: 'knowing that there is no network',
    file: 'lib/worker/requests/reply.ts',
    defence: "navigator.onLine === false ? 'offline' : 'unreachable'",
    instead: "'unreachable'",
    suite: 'test/trust/offline.test.ts',
  },
  {
    row: 'R9',
    without: 'leaving when the extension is gone',
    file: 'entrypoints/crm.content/index.ts',
    defence: 'const isAlive = () => Boolean(browser.runtime?.id);',
    instead: 'const isAlive = () => true;',
    suite: 'test/trust/reloads.test.ts',
  },
  {
    row: 'R10',
    without: 'looking into encoded text',
    file: 'lib/redaction/encoded.ts',
    defence: 'export function maskEncoded(text: string, hide: (text: string) => string): string {\n',
    instead:
      'export function maskEncoded(text: string, hide: (text: string) => string): string {\n  if (hide !== undefined) return text;\n',
    suite: 'test/trust/canaries.test.ts',
  },
  {
    row: 'R12',
    without: 'bounding how much of a text is looked at for one ID',
    file: 'lib/page/detect/judgeToken.ts',
    defence: '.slice(Math.max(0, start - 200), start)',
    instead: '.slice(0, start)',
    suite: 'test/trust/pageTexts.test.ts',
  },
  {
    row: 'R13',
    without: 'deleting the file of a removed key',
    file: 'lib/worker/keys/keyStore.ts',
    defence: '  if (sealed && isBound(sealed)) await deleteSecret(sealed.file);\n',
    instead: '',
    suite: 'test/trust/keys.test.ts',
  },
  {
    row: 'R14',
    without: 'the name of the look-up box',
    file: 'components/lookup/LookUpForm.tsx',
    defence: "aria-label={i18n.t('lookup.box')}",
    instead: "data-label={i18n.t('lookup.box')}",
    suite: 'test/e2e/axe.test.ts',
  },
  {
    row: 'R15',
    without: 'forgetting the answers that were given',
    file: 'lib/worker/heldAnswers.ts',
    defence: '    if (works.get(key) === work) works.delete(key);\n',
    instead: '',
    suite: 'test/trust/soak.test.ts',
  },
  {
    row: 'R16',
    without: 'a build that does not read the clock',
    file: 'wxt.config.ts',
    defence: "short_name: '__MSG_productName__',",
    instead: "short_name: '__MSG_productName__',\n    version_name: String(Date.now()),",
    suite: 'test/trust/builds.test.ts',
  },
  {
    row: 'R17',
    without: 'checking what is stored',
    file: 'lib/storage/item.ts',
    defence: '    const readable = shape(value);',
    instead: '    const readable = { ...shape(value), value: value as T };',
    suite: 'test/e2e/storage.test.ts',
  },
  {
    row: 'R17',
    without: 'letting no work under way write after Clear',
    file: 'lib/worker/requests/ends.ts',
    defence: "    end.abort(new DOMException('canceled', 'AbortError'));\n",
    instead: '',
    suite: 'test/trust/cleared.test.ts',
  },
  {
    row: 'R9',
    without: 'a script before a page has frames',
    file: 'lib/worker/browser/contentScripts.ts',
    defence: "runAt: 'document_start'",
    instead: "runAt: 'document_idle'",
    suite: 'test/trust/namedElements.test.ts',
  },
  {
    row: 'R9',
    without: 'a symbol for what a frame’s scripts share',
    file: 'lib/page/frameScripts.ts',
    defence: "Symbol.for('call-log-inspector')",
    instead: "'callLogInspector' as never",
    suite: 'test/trust/namedElements.test.ts',
  },
];
