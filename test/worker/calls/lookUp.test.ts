// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { lookUp } from '../../../lib/worker/calls/lookUp';
import { addSamples } from '../../../lib/worker/connections';

const signal = new AbortController().signal;

beforeEach(async () => void (await addSamples()));
afterEach(() => void vi.restoreAllMocks());

it.each(['local', 'session'] as const)(
  'a call is found though nothing can be written to the %s store',
  async (area) => {
    vi.spyOn(browser.storage[area], 'set').mockRejectedValue(new Error('Quota bytes exceeded.'));
    expect(await lookUp('50958', { providers: ['omnidimension'], signal })).toHaveProperty(
      'found.call.ref.id',
      '50958',
    );
  },
);
