import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setStored, useStored } from '../../lib/hooks/useStored';
import { read } from '../../lib/storage/item';
import { singleKeysItem } from '../../lib/storage/items';

/** Every value that a hook showed, one after the other. */
function shownOf(): boolean[] {
  const shown: boolean[] = [];
  renderHook(() => void shown.push(useStored(singleKeysItem)));
  return shown;
}

it('shows what the user chose last, though what was chosen before is stored first', async () => {
  const before = await read(singleKeysItem);
  const shown = shownOf();
  await act(async () => {
    const stored = [!before, before, !before, before].map((value) => setStored(singleKeysItem, value));
    await Promise.all(stored);
  });
  await waitFor(async () => expect(await read(singleKeysItem)).toBe(before));
  expect(shown.filter((value, at) => value !== shown[at - 1])).toEqual([before]);
});

it('shows what is stored where the choice cannot be', async () => {
  const before = await read(singleKeysItem);
  const shown = shownOf();
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
  await act(() => setStored(singleKeysItem, !before));
  expect(shown.at(-1)).toBe(before);
  expect(shown).toContain(!before);
});
