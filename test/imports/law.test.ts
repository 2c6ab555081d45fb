import { describe, expect, it } from 'vitest';
import { judge } from './judge';
import { importsOf } from './read';
import { readTree } from './tree';

const tree = await readTree();
const before = new Set(judge(tree.written, tree.others));

/** What the law says when this file stood in the tree, beyond what it says already. */
function plant(path: string, source: string): string[] {
  const written = new Map(tree.written).set(path, importsOf(path, source));
  return judge(written, tree.others).filter((fault) => !before.has(fault));
}

describe('the import law', () => {
  it('is kept', () => {
    expect(tree.written.size).toBeGreaterThan(300);
    expect(judge(tree.written, tree.others)).toEqual([]);
  });

  it.each([
    ['the bare folder', `import { providers } from '../../lib/providers';`],
    ['its index', `import { providers } from '../../lib/providers';`],
    ['its index with an ending', `import { providers } from '../../lib/providers/index.ts';`],
    ['a type', `import type { Provider } from '../../lib/providers/provider';`],
    ['an inline type', `import { type Provider } from '../../lib/providers/provider';`],
    ['import().type', `export type P = import('../../lib/providers/provider').Provider;`],
    ['typeof import()', `export type P = typeof import('../../lib/providers');`],
    ['the side effect', `import '../../lib/providers';`],
    ['a dynamic import', `export const load = () => import('../../lib/providers');`],
    ['a dynamic import in backquotes', 'export const load = (name: string) => import(`../../lib/providers/${name}`);'],
    ['a re-export', `export { providers } from '../../lib/providers';`],
    ['a re-export of all', `export * from '../../lib/providers';`],
    ['a re-export of all by name', `export * as all from '../../lib/providers';`],
    ['a re-export of a type', `export type { Provider } from '../../lib/providers/provider';`],
    ['JSON', `import samples from '../../lib/providers/dialnexa/samples.json';`],
    ['with a query', `import samples from '../../lib/providers/dialnexa/samples.json?raw';`],
    ['require', `const all = require('../../lib/providers');`],
    ['import = require', `import all = require('../../lib/providers');`],
    ['glob', `const all = import.meta.glob('../../lib/providers/*.ts');`],
    ['an alias', `import { providers } from '@/lib/providers';`],
    ['another alias', `import { providers } from '~~/lib/providers';`],
    ['the root', `import { providers } from '/lib/providers';`],
    ['a roundabout way', `import { providers } from '../../lib/providers';`],
    ['what does not exist', `import { providers } from '../../lib/provider';`],
  ])('is not passed by %s', (_form, source) => {
    const faults = plant('components/lists/Planted.ts', source);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^components\/lists\/Planted\.ts:1 imports /);
  });

  const page = "import { readPage } from '../../lib/page/readPage'; void readPage;";
  it.each([
    // components
    ['components/ui/Planted.tsx', `import { browser } from 'wxt/browser';`],
    ['components/ui/Planted.tsx', `import { storage } from 'wxt/utils/storage';`],
    ['components/ui/Planted.tsx', `import { reviews } from '../../lib/storage/reviews';`],
    ['components/ui/Planted.tsx', `import { answer } from '../../lib/worker/answer';`],
    ['components/ui/Planted.tsx', `import { useInspector } from '../../lib/hooks/useInspector';`],
    ['components/ui/Planted.tsx', `import { redact } from '../../lib/redaction/redact';`],
    ['components/ui/Planted.tsx', `import { z } from 'zod';`],
    ['components/ui/Planted.tsx', `import { z } from '../../lib/zod';`],
    ['components/ui/Planted.tsx', `import browser from 'webextension-polyfill';`],
    ['components/ui/Planted.tsx', `import App from '../../entrypoints/popup/App';`],
    ['components/ui/Planted.tsx', `import css from '../fixtures/pages/generic.html?raw';`],
    // our pages and what they are made of
    ['entrypoints/popup/planted.ts', `import { answer } from '../../lib/worker/answer';`],
    ['entrypoints/popup/planted.ts', `import { providers } from '../../lib/providers';`],
    ['entrypoints/popup/planted.ts', `import { redact } from '../../lib/redaction/redact';`],
    ['entrypoints/popup/planted.ts', `import App from '../options/App';`],
    ['lib/hooks/planted.ts', `import { answer } from '../worker/answer';`],
    ['lib/hooks/planted.ts', `import { providers } from '../providers';`],
    ['lib/hooks/planted.ts', `import { redact } from '../redaction/redact';`],
    ['lib/hooks/planted.ts', `import { Icon } from '../../components/ui/Icon';`],
    ['lib/hooks/planted.ts', `const { storage } = browser;`],
    ['lib/ui/planted.ts', `import { readKey } from '../worker/keys/keyStore';`],
    ['lib/ui/planted.ts', `import { CallView } from '../../components/call/CallView';`],
    // inside a web page
    ['lib/page/planted.ts', `import { z } from '../zod';`],
    ['lib/page/planted.ts', `import { settings } from '../storage/items';`],
    ['lib/page/planted.ts', `import { storage } from 'wxt/utils/storage';`],
    ['lib/page/planted.ts', `import { readKey } from '../worker/keys/keyStore';`],
    ['lib/page/planted.ts', `import { useState } from 'react';`],
    ['lib/page/planted.ts', `import { Icon } from '../../components/ui/Icon';`],
    ['lib/page/planted.ts', `import { browser } from 'wxt/browser';`],
    ['entrypoints/crm.content/planted.ts', `import { providers } from '../../lib/providers';`],
    ['entrypoints/crm.content/planted.ts', `import { readKey } from '../../lib/worker/keys/keyStore';`],
    ['entrypoints/crm.content/planted.ts', `import { settings } from '../../lib/storage/items';`],
    ['entrypoints/crm.content/planted.ts', `import { sites } from '../../lib/browser/sites';`],
    ['entrypoints/marks/planted.ts', `import { Icon } from '../../components/ui/Icon';`],
    ['entrypoints/marks/planted.ts', `import { crms } from '../../lib/crm';`],
    // what a call is, and what works on it alone
    ...['call', 'crm', 'evidence', 'compare', 'export', 'redaction'].flatMap((room) => [
      [`lib/${room}/planted.ts`, `import { browser } from 'wxt/browser';`],
      [`lib/${room}/planted.ts`, `import { storage } from 'wxt/utils/storage';`],
      [`lib/${room}/planted.ts`, `import { settings } from '../storage/items';`],
      [`lib/${room}/planted.ts`, `void browser.storage.local.clear();`],
      [`lib/${room}/planted.ts`, `import { ask } from '../messages';`],
    ]),
    ['lib/call/planted.ts', `import { crms } from '../crm';`],
    ['lib/call/planted.ts', `import { z } from 'zod';`],
    // the worker
    ['lib/worker/planted.ts', `import { storage } from 'wxt/utils/storage';`],
    ['lib/worker/planted.ts', `void chrome['storage'].local.clear();`],
    ['lib/worker/planted.ts', `import { openDB } from 'idb';`],
    ['lib/worker/planted.ts', `import ky from 'ky';`],
    ['lib/worker/planted.ts', `import { useInspector } from '../hooks/useInspector';`],
    ['lib/worker/planted.ts', `import { z } from 'zod';`],
    ['lib/worker/planted.ts', `import browser from 'webextension-polyfill';`],
    ['lib/worker/planted.ts', `import background from '../../entrypoints/background';`],
    ['lib/providers/planted.ts', `import { readKey } from '../worker/keys/keyStore';`],
    ['lib/providers/planted.ts', `import { browser } from 'wxt/browser';`],
    ['lib/providers/planted.ts', `import { settings } from '../storage/items';`],
    ['entrypoints/background/planted.ts', `import { useInspector } from '../../lib/hooks/useInspector';`],
    ['entrypoints/background/planted.ts', `import { Icon } from '../../components/ui/Icon';`],
    ['lib/storage/planted.ts', `import { answer } from '../worker/answer';`],
    ['lib/browser/planted.ts', `import { providers } from '../providers';`],
    ['lib/browser/planted.ts', `import { storage } from 'wxt/utils/storage';`],
    ['lib/errors.ts', `import { browser } from 'wxt/browser';`],
    ['lib/zod.ts', `import { ask } from './messages';`],
    ['lib/messages.ts', `import { settings } from './storage/items';`],
    // no room of its own; tests and the demo
    ['lib/newroom/planted.ts', `import { ask } from '../messages';`],
    ['lib/export/planted.ts', `import { launchExtension } from '../harness/extension';`],
    ['lib/export/planted.ts', `import { tour } from '../../demo/tour';`],
    ['test/export/planted.ts', `import { tour } from '../../demo/tour';`],
  ])('refuses in %s: %s', (path, source) => {
    const faults = plant(path!, source!);
    expect(faults.filter((fault) => fault.startsWith(`${path}:1 imports `))).toHaveLength(1);
  });

  it('allows what each room is for', () => {
    expect(plant('entrypoints/crm.content/planted.ts', page)).toEqual([]);
    expect(plant('components/ui/planted.ts', `import type { Saved } from '../../lib/storage/items';`)).toEqual([]);
    expect(plant('lib/worker/planted.ts', `import { providers } from '../providers';`)).toEqual([]);
    expect(plant('test/export/planted.ts', `import { answer } from '../../lib/worker/answer';`)).toEqual([]);
  });

  it('refuses what comes into web pages by way of others', () => {
    const schema = plant('lib/page/planted.ts', `import { callSchema } from '../call/call';`);
    expect(schema).toEqual(['lib/page/planted.ts brings zod into web pages, by way of lib/zod.ts.']);
    const faults = plant('lib/call/duration.ts', `import { z } from '../zod'; export const minutes = z.number();`);
    expect(faults).toContain('lib/page/marks/callCard.ts brings zod into web pages, by way of lib/zod.ts.');
    expect(plant('lib/call/duration.ts', `import type { z } from '../zod'; export type Z = typeof z;`)).toEqual([]);
  });

  it.each([
    ['values', `import { csv } from './csv'; export const planted = csv;`],
    ['types', `import type { planted } from './csv'; export type Planted = typeof planted;`],
    ['a dynamic import', `export const planted = () => import('./csv');`],
  ])('refuses a circle of %s', (_form, source) => {
    const csv = importsOf('lib/export/csv.ts', `import { planted } from './planted'; export const csv = planted;`);
    const written = new Map(tree.written)
      .set('lib/export/csv.ts', csv)
      .set('lib/export/planted.ts', importsOf('lib/export/planted.ts', source));
    expect(judge(written, tree.others).filter((fault) => fault.includes('planted'))).toEqual([
      'lib/export/csv.ts → lib/export/planted.ts → lib/export/csv.ts is a circle.',
    ]);
  });

  it('refuses a fifth loose file in lib/', () => {
    const faults = ['a', 'b', 'c', 'd', 'e'].flatMap((name) => plant(`lib/${name}.ts`, ''));
    expect(faults).toEqual([]);
    const written = new Map(tree.written).set('lib/a.ts', []).set('lib/b.ts', []);
    expect(judge(written, tree.others).at(-1)).toMatch(/^lib\/ has 5 loose files, more than 4: /);
  });
});
