import { expect, test } from 'vitest';
import { exportFormats, fileName, type ExportFormat } from '../../lib/export';
import { emptyCall, fullCall, names } from '../fixtures/exportedCalls';

const modules = import.meta.glob<{ formats?: ExportFormat[] }>('../../lib/export/*.ts', { eager: true });
/** What the formats share; everything else in the folder is a format. */
const shared = ['fields', 'format', 'index', 'parseCallFile', 'spreadsheetText'];

test('the list and the folder agree', () => {
  const files = Object.entries(modules).filter(([path]) => !shared.some((name) => path.endsWith(`/${name}.ts`)));
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(([, { formats }]) => !formats?.length).map(([path]) => path)).toEqual([]);
  expect(new Set(exportFormats)).toEqual(new Set(files.flatMap(([, { formats }]) => formats ?? [])));
});

test('every format has a label of its own, and a file name of its own that any system accepts', () => {
  const call = { ref: { provider: 'x', connection: 'c', id: '../a b:c?' } };
  expect(new Set(exportFormats.map(({ label }) => label())).size).toBe(exportFormats.length);
  expect(exportFormats.every(({ label }) => label() !== '')).toBe(true);
  const files = exportFormats.map((format) => fileName(call, format));
  expect(new Set(files).size).toBe(exportFormats.length);
  for (const file of files) expect(file).toMatch(/^call-x-\.\._a_b_c_[\w.-]+$/);
});

test('an empty call can be written in every format, or the format says it has nothing', () => {
  const written = exportFormats.filter((format) => format.write(emptyCall, names) !== undefined).map(({ id }) => id);
  expect(written).toEqual(['txt', 'md', 'json']);
});

test('no format holds the recording’s address or the raw words behind a mask', () => {
  for (const format of exportFormats) expect(format.write(fullCall, names)).toBeTypeOf('string');
  const holding = exportFormats
    .filter((format) => format.write(fullCall, names)?.includes('••••••'))
    .map(({ id }) => id);
  expect(holding).toEqual(['txt', 'md', 'extracted', 'json']);
});
