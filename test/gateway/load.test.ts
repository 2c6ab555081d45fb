import { describe, expect, test } from 'vitest';
import { findNginx } from '../harness/findNginx.mjs';
import { runLoad } from './load';

describe.skipIf(!findNginx())('people who look up the same calls (skipped where there is no nginx)', () => {
  test.each([undefined, 2])('ask the vendor once for each, with %s edges', { timeout: 60_000 }, async (edges) => {
    // As many requests as the vendor's limit lets go at once.
    const load = { clients: 12, lookUps: 240, calls: 20, live: 2, liveReplies: 4, edges };
    const { vendorRequests, inProgress, lost, refused } = await runLoad(load);
    expect({ vendorRequests, inProgress, lost, refused }).toEqual({
      vendorRequests: load.calls + load.live * load.liveReplies,
      inProgress: load.live * load.liveReplies,
      lost: 0,
      refused: 0,
    });
  });
});
