import { defineConfig } from 'vitest/config';
import { lastLine } from './test/reporter.ts';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Rooms whose tests need a document. */
const withDocument = 'test/{components,hooks,page}/**/*.test.{ts,tsx}';
/** Suites of the threat model that need a browser; those in `test/trust/node` do not. */
const inBrowser = 'test/trust/*.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', lastLine()],
    projects: [
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', inBrowser, withDocument],
          setupFiles: ['test/setup.ts'],
          environment: 'node',
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
        },
      },
      {
        // The providers' words are in the locale files, which `#i18n` reads.
        resolve: { tsconfigPaths: true },
        test: {
          name: 'e2e',
          // After the others: a browser wants both cores.
          sequence: { groupOrder: 1 },
          include: ['test/e2e/**/*.test.ts', inBrowser],
          globalSetup: ['test/e2e/helpers/build.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          // A browser on a busy machine takes longer than the second that is the default.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
