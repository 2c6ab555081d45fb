import { expect, test } from 'vitest';
import { forgetReviews, reviewsItem } from '../../lib/storage/preferences';
import { refKey } from '../../lib/call/refKey';
import { changeReview } from '../../lib/hooks/useReviews';

const ref = { provider: 'dialnexa', connection: 'a', id: 'call_1' };
const other = { ...ref, connection: 'b' };
const stored = async () => (await reviewsItem.getValue())[refKey(ref)];

test('two changes in a row are both kept, whoever comes first', async () => {
  await Promise.all([changeReview(ref, { note: 'Call back' }), changeReview(ref, { flagged: true })]);
  expect(await stored()).toEqual({ note: 'Call back', flagged: true });
});

test('a review that says nothing is forgotten', async () => {
  await changeReview(ref, { reviewed: true });
  await changeReview(ref, { reviewed: false, note: '' });
  expect(await reviewsItem.getValue()).toEqual({});
});

test('the calls of one connection are forgotten with it, those of another stay', async () => {
  await changeReview(ref, { reviewed: true });
  await changeReview(other, { reviewed: true });
  await forgetReviews('a');
  expect(Object.keys(await reviewsItem.getValue())).toEqual([refKey(other)]);
});
