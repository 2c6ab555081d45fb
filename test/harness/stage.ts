import type { Page } from 'playwright-core';
import { oddCalls } from './calls/odd';
import type { RunningExtension } from './extension';
import * as faults from './faults';
import { providerIds, type Replica } from './replica';

/** Where a scene is played. */
export interface Stage {
  extension: RunningExtension;
  replica: Replica;
  /** The page of the demo CRM, which is enabled. */
  crm: Page;
}

/** A request for an odd call is answered with it, any other by the replica. */
export function serveOddCalls(replica: Replica): void {
  for (const provider of providerIds) {
    const odd = Object.values(oddCalls).filter((call) => call.provider === provider);
    const serve = odd.map(({ id, reply }) => faults.only(new RegExp(`/${id}\\b`), faults.reply(200, reply)));
    replica.override(provider, async (request, response) => {
      for (const each of serve) if ((await each(request, response)) !== false) return;
      return false;
    });
  }
}

/** Has a recording, actions and extracted values. */
export const booked = { provider: 'highlevel', id: '673b4e1a9c0d2f5e8a7b6c01' } as const;
