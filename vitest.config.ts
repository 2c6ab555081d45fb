import { defineConfig, type UserWorkspaceConfig } from 'vitest/config';
import { lastLine } from './test/reporter.ts';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Rooms whose tests need a document. */
const withDocument = 'test/{components,hooks,page}/**/*.test.{ts,tsx}';
/** Suites of the threat model that need a browser; those in `test/trust/node` do not. */
const threats = 'test/trust/*.test.ts';

const e2e = ['test/e2e/**/*.test.ts', threats];
/** Suites of the pointer, of the screen and of memory, which another browser beside them disturbs. */
const alone = ['cards', 'native', 'firefox', 'firefoxPolicy', 'records', 'keyboard'].map(
  (name) => `test/e2e/${name}.test.ts`,
);
alone.push('test/trust/soak.test.ts', 'test/trust/pageTexts.test.ts');

/** A project that runs the built extension in browsers, after the others: a browser wants both cores. */
const inBrowser = (name: string, test: NonNullable<UserWorkspaceConfig['test']>): UserWorkspaceConfig => ({
  // The providers' words are in the locale files, which `#i18n` reads.
  resolve: { tsconfigPaths: true },
  test: {
    name,
    globalSetup: ['test/e2e/helpers/build.ts'],
    testTimeout: 60_000,
    // A browser on a busy machine takes longer than the second that is the default.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 120_000,
    ...test,
  },
});

export default defineConfig({
  test: {
    reporters: ['default', lastLine()],
    projects: [
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', threats, withDocument],
          setupFiles: ['test/setup.ts'],
          environment: 'node',
          // Hundreds of generated replies each; a busy machine takes three times as long.
          testTimeout: 15_000,
          maxWorkers: 2,
        },
      },
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'dom',
          include: [withDocument],
          // Some draw thousands of rows; a busy machine takes three times as long.
          testTimeout: 15_000,
          setupFiles: ['test/setup.ts'],
          environment: 'happy-dom',
          maxWorkers: 2,
        },
      },
      inBrowser('e2e', { include: e2e, exclude: alone, maxWorkers: 2, sequence: { groupOrder: 1 } }),
      inBrowser('alone', { include: alone, fileParallelism: false, sequence: { groupOrder: 2 } }),
    ],
  },
});
