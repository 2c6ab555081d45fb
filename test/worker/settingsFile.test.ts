// @vitest-environment node
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { settingsLimits } from '../../lib/call/settingsLimits';
import { asFailure } from '../../lib/errors';
import type { Item } from '../../lib/storage/define';
import { change, read } from '../../lib/storage/item';
import { connectionsItem, hidePersonalDataItem, languageItem, noteItem } from '../../lib/storage/items';
import { saveConnection } from '../../lib/worker/connections';
import { exportSettings } from '../../lib/worker/exportSettings';
import { importSettings } from '../../lib/worker/importSettings';

const connection = (id: string, label = id) => ({ id, provider: 'dialnexa', label, sample: false });
const connections = (count: number, name = 'c') => Array.from({ length: count }, (_, i) => connection(`${name}${i}`));
const site = (host: string, rules = 1) => ({
  pattern: `https://${host}.example/*`,
  rules: Array.from({ length: rules }, (_, i) => ({ kind: 'not', id: `x${i}` })),
});
const file = (parts: object) =>
  JSON.stringify({ product: 'call-log-inspector', version: 1, connections: [], ...parts });

beforeEach(() => change(connectionsItem, () => []));
// The fake browser has neither.
beforeEach(() => {
  vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockImplementation(async () => []);
  vi.spyOn(browser.omnibox, 'setDefaultSuggestion').mockImplementation(async () => {});
  vi.spyOn(browser.contextMenus, 'update').mockImplementation(async () => {});
});

// Fails, case by case, without the limit of `settingsFile.ts` or `connections.ts` that it names.
it.each([
  ['51 connections', { connections: connections(51) }, 'import-too-large'],
  ['6,000 connections', { connections: connections(6000) }, 'import-too-large'],
  ['a label of 500 kB', { connections: [connection('a', 'x'.repeat(500_000))] }, 'import-too-large'],
  ['a label of 81 characters', { connections: [connection('a', 'x'.repeat(81))] }, 'import-too-large'],
  ['201 sites', { sites: Array.from({ length: 201 }, (_, i) => site(`s${i}`)) }, 'import-too-large'],
  ['201 rules of a site', { sites: [site('a', 201)] }, 'import-too-large'],
  ['two of one ID', { connections: [connection('a'), connection('b'), connection('a')] }, 'import-twice'],
  ['something else', { connections: 'many' }, 'import-invalid'],
])('a settings file with %s is refused whole', async (_, parts, code) => {
  expect(await importSettings(file(parts)).catch(asFailure)).toEqual({ code });
  expect(await read(connectionsItem)).toEqual([]);
});

it('as many as there may be are taken, and not one more, by file or by form', async () => {
  const { connections: most } = settingsLimits;
  await change(connectionsItem, () => connections(most));
  const tooMany = { code: 'too-many-connections' };
  expect(await importSettings(file({ connections: connections(1, 'd') })).catch(asFailure)).toEqual(tooMany);
  const input = { id: 'one-more', provider: 'dialnexa', label: 'One more' };
  expect(await saveConnection(input).catch(asFailure)).toEqual(tooMany);
  expect(await saveConnection({ ...input, id: 'c0' })).toMatchObject({ id: 'c0', label: 'One more' });
  expect(await read(connectionsItem)).toHaveLength(most);
});

it.each([
  ['personal data hidden', hidePersonalDataItem, true, false],
  ['a language', languageItem, 'de', undefined],
  ['a note of no parts', noteItem, [], null],
] as const)('%s goes along with the settings', async (_, item, chosen, fallback) => {
  await change(item as Item<unknown>, () => chosen);
  const exported = await exportSettings();
  await change(item as Item<unknown>, () => fallback);
  await importSettings(exported);
  expect(await read(item as Item<unknown>)).toEqual(chosen);
});

it('a language that is not spoken here costs itself', async () => {
  await change(languageItem, () => undefined);
  await importSettings(file({ language: 'tlh', hidePersonalData: false }));
  expect(await read(languageItem)).toBeUndefined();
});
