import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/**
 * The very last line of a run: `N passed, N failed` and, when there are any, `, N skipped`.
 * A file that could not be loaded, an error outside a test and a run that broke off each count as a failure.
 */
export function lastLine(): Reporter {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let ended = false;

  const print = (code: number) => {
    if (code !== 0 && (!ended || counts.failed === 0)) counts.failed += 1;
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
  };

  return {
    // Whatever else prints when the run ends, this comes after it.
    onInit: () => void process.once('exit', print),
    onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[], _reason: TestRunEndReason) {
      ended = true;
      Object.assign(counts, { passed: 0, failed: unhandled.length, skipped: 0 });
      for (const module of modules) {
        const results = [...module.children.allTests()].map((test) => test.result().state);
        for (const state of results) counts[state === 'pending' ? 'failed' : state] += 1;
        if (module.state() === 'failed' && !results.includes('failed')) counts.failed += 1;
      }
    },
  };
}
