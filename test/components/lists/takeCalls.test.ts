import { expect, it } from 'vitest';
import { takeCalls } from '../../../components/lists/takeCalls';
import { call } from '../../fixtures/call';

const refs = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ provider: 'dialnexa', connection: 'c', id }));

it('reads at most four calls at once, keeps their order, and tells how far it is', async () => {
  let open = 0;
  let most = 0;
  const told: number[] = [];
  const read = async (ref: (typeof refs)[number]) => {
    most = Math.max(most, ++open);
    // The later ones come first.
    await new Promise((done) => setTimeout(done, 'fedcba'.indexOf(ref.id) * 2));
    open--;
    return { ...call, ref };
  };
  const { calls, missing } = await takeCalls(refs, { read, hidesPersonalData: false }, (done) => told.push(done));
  expect(calls.map((each) => each.ref)).toEqual(refs);
  expect({ most, missing, told }).toEqual({ most: 4, missing: 0, told: [1, 2, 3, 4, 5, 6] });
});

it('goes on without one that cannot be had, and fails where none can', async () => {
  const read = (ref: (typeof refs)[number]) =>
    ref.id === 'c' ? Promise.reject(new Error('gone')) : Promise.resolve({ ...call, ref });
  const hidden = { hidesPersonalData: true, read };
  const { calls, missing } = await takeCalls(refs, hidden, () => {});
  expect(calls.map((each) => each.ref.id)).toEqual(['a', 'b', 'd', 'e', 'f']);
  expect(missing).toBe(1);
  await expect(takeCalls([refs[2]!], hidden, () => {})).rejects.toThrow('gone');
});
