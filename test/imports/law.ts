/** One room of the house and everything it may import, besides itself. Whatever is not named is refused. */
export interface Zone {
  /** A folder or a file, from the root, without its ending. The longest that fits a file is its zone. */
  zone: string;
  why: string;
  /** Folders, files or packages. */
  may: string[];
  /** What it may import for its types alone. */
  types?: string[];
}

const react = ['react', 'react-dom'];
const page: Omit<Zone, 'zone'> = {
  why: 'A page wires components to hooks.',
  may: [
    'components',
    'lib/browser',
    'lib/errors',
    'lib/hooks',
    'lib/storage/preload',
    'lib/ui',
    'wxt/browser',
    'lucide',
    '#i18n',
    ...react,
  ],
  types: ['lib/call', 'lib/page', 'lib/messages', 'lib/storage'],
};

const words = ['lib/call', '#i18n'];

/** The import law: entrypoints → components → hooks and ui → the rest of lib. */
export const zones: Zone[] = [
  { zone: 'lib/errors', why: 'An error knows nothing of who meets it.', may: [] },
  { zone: 'lib/zod', why: 'Only here is zod set up, so only here is it imported.', may: ['zod'] },
  {
    zone: 'lib/messages',
    why: 'A contract is types, and one way to send.',
    may: ['lib/errors', 'wxt/browser'],
    types: ['lib/call', 'lib/compare', 'lib/language', 'lib/page', 'lib/storage'],
  },
  {
    zone: 'lib/language',
    why: 'Texts in the language of the user: of the product it knows nothing.',
    may: ['wxt/browser'],
    types: ['@wxt-dev/i18n', '#i18n'],
  },
  {
    zone: 'lib/call',
    why: 'What a call is: no browser, no storage.',
    may: ['lib/errors', 'lib/zod', '#i18n', 'libphonenumber-js'],
  },
  { zone: 'lib/crm', why: 'A CRM is read from an address alone: no browser, no storage.', may: [...words] },
  { zone: 'lib/evidence', why: 'Works on a call alone: no browser, no storage.', may: [...words] },
  {
    zone: 'lib/compare',
    why: 'Works on calls alone: no browser, no storage.',
    may: [...words, 'lib/evidence', 'lib/export'],
  },
  {
    zone: 'lib/export',
    why: 'Works on a call alone: no browser, no storage.',
    may: [...words, 'lib/zod', 'papaparse'],
  },
  { zone: 'lib/redaction', why: 'Works on values alone: no browser, no storage.', may: [...words] },
  {
    zone: 'lib/providers',
    why: 'A provider asks through what it is given: it knows no browser, storage or key.',
    may: [
      ...words,
      'lib/crm',
      'lib/errors',
      'lib/page/detect/idShapes',
      'lib/page/detect/labelVocabulary',
      'lib/redaction',
    ],
    types: ['lib/page/detect/judgeToken', 'lib/page/detect/labels'],
  },
  {
    zone: 'lib/providers/described',
    why: 'A description is checked whole before a provider is made of it.',
    may: [
      ...words,
      'lib/browser/origins',
      'lib/errors',
      'lib/page/detect/idShapes',
      'lib/page/detect/patternProblem',
      'lib/providers',
      'lib/zod',
    ],
  },
  {
    zone: 'lib/page',
    why: 'Runs in every frame of a web page: no zod, storage, keys or React.',
    may: [...words, 'lib/errors'],
  },
  {
    zone: 'lib/storage',
    why: 'What is stored, and the only room that touches the storage.',
    may: [
      'lib/browser/origins',
      'lib/call',
      'lib/errors',
      'lib/language/languages',
      'lib/page/detect/patternProblem',
      'wxt/browser',
      'browser.storage',
      'valibot',
      'idb',
    ],
    types: ['lib/page'],
  },
  {
    zone: 'lib/browser',
    why: 'What the worker and our pages both do with the browser.',
    may: ['lib/call', 'lib/errors', 'lib/messages', 'lib/storage', 'wxt/browser', 'wxt/utils/match-patterns', '#i18n'],
    types: ['lib/language', 'lib/page'],
  },
  {
    zone: 'lib/worker',
    why: 'Runs in the background: shows no page, and stores through lib/storage.',
    may: [
      'lib/browser',
      'lib/call',
      'lib/compare',
      'lib/crm',
      'lib/errors',
      'lib/language/languages',
      'lib/page/detect',
      'lib/page/frameScripts',
      'lib/page/pageTexts',
      'lib/providers',
      'lib/redaction',
      'lib/storage',
      'lib/zod',
      'wxt/browser',
      '#i18n',
    ],
    types: ['lib/messages', 'lib/page'],
  },
  {
    zone: 'lib/worker/keys',
    why: 'The keys are in a database of their own.',
    may: ['lib/call', 'lib/errors', 'lib/storage', 'wxt/browser', 'idb', '@noble/hashes'],
  },
  {
    zone: 'lib/worker/requests',
    why: 'Only here do requests leave.',
    may: [
      'lib/browser',
      'lib/call',
      'lib/errors',
      'lib/providers',
      'lib/redaction',
      'lib/storage',
      'lib/worker/inUiLanguage',
      'lib/worker/keys',
      'lib/worker/policy/keyOf',
      'wxt/browser',
    ],
  },
  {
    zone: 'lib/worker/policy',
    why: 'A policy names parts of a note, too.',
    may: [
      'lib/browser',
      'lib/call',
      'lib/errors',
      'lib/export/note',
      'lib/providers',
      'lib/storage',
      'lib/worker',
      'lib/zod',
      '#i18n',
    ],
    types: ['lib/messages', 'lib/page'],
  },
  {
    zone: 'lib/hooks',
    why: 'What pages know of the browser and the worker; the worker itself is asked by message.',
    may: [
      'lib/browser',
      'lib/call',
      'lib/compare',
      'lib/crm',
      'lib/errors',
      'lib/evidence',
      'lib/export',
      'lib/messages',
      'lib/redaction/personalData',
      'lib/storage',
      'lib/ui',
      'wxt/browser',
      '@tanstack/react-query',
      '#i18n',
      ...react,
    ],
    types: ['lib/language', 'lib/page'],
  },
  {
    zone: 'lib/ui',
    why: 'What pages do beside showing; the worker itself is asked by message.',
    may: [
      'components/ui',
      'lib/browser',
      'lib/call',
      'lib/errors',
      'lib/hooks',
      'lib/messages',
      'lib/storage',
      'wxt/browser',
      '@tanstack/react-query',
      '#i18n',
      ...react,
    ],
  },
  {
    zone: 'components',
    why: 'Components take props: no browser, storage, worker or provider.',
    may: [
      'lib/call',
      'lib/compare',
      'lib/crm',
      'lib/errors',
      'lib/evidence',
      'lib/export',
      'lib/ui',
      'lib/browser/origins',
      'lib/language/languages',
      'lib/page/detect/patternProblem',
      // What stands in the place of a secret is not searched for.
      'lib/redaction/mask',
      'lib/redaction/personalData',
      '@tanstack/react-virtual',
      'lucide',
      '#changelog',
      '#i18n',
      ...react,
    ],
    types: ['lib/browser', 'lib/hooks', 'lib/messages', 'lib/page', 'lib/storage'],
  },
  {
    zone: 'entrypoints/background',
    why: 'The background wires the worker.',
    may: [
      'lib/browser',
      'lib/errors',
      'lib/providers',
      'lib/redaction',
      'lib/storage',
      'lib/worker',
      'wxt/browser',
      'wxt/utils/define-background',
    ],
  },
  {
    zone: 'entrypoints/crm.content',
    why: 'Runs in every frame of a web page: no zod, storage, keys or React.',
    may: ['lib/call', 'lib/errors', 'lib/messages', 'lib/page', 'wxt/browser', 'wxt/utils/define-content-script'],
  },
  {
    zone: 'entrypoints/marks',
    why: 'Runs in a web page: no zod, storage, keys or React.',
    may: ['lib/call', 'lib/errors', 'lib/messages', 'lib/page', 'wxt/browser', 'wxt/utils/define-unlisted-script'],
  },
  { zone: 'entrypoints/call', ...page },
  { zone: 'entrypoints/options', ...page },
  { zone: 'entrypoints/popup', ...page },
  { zone: 'entrypoints/sidepanel', ...page },
  { zone: 'entrypoints/welcome', ...page },
];

/** These may not bring along, by way of other rooms either, any package but the ones named. */
export const light = {
  zones: ['lib/page', 'entrypoints/crm.content', 'entrypoints/marks'],
  packages: ['#i18n', 'wxt/browser', 'wxt/utils/define-content-script', 'wxt/utils/define-unlisted-script'],
};

/** Files that may lie in `lib/` beside the rooms. */
export const mostLooseFiles = 4;
