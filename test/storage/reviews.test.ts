import { expect, test } from 'vitest';
import { forgetReviews } from '../../lib/storage/reviews';
import { read } from '../../lib/storage/item';
import { reviewsItem } from '../../lib/storage/items';
import { refKey } from '../../lib/call/refKey';
import { changeReview } from '../../lib/storage/reviews';

const ref = { provider: 'dialnexa', connection: 'a', id: 'call_1' };
const other = { ...ref, connection: 'b' };
const stored = async () => (await read(reviewsItem))[refKey(ref)];

test('two changes in a row are both kept, whoever comes first', async () => {
  await Promise.all([changeReview(ref, { note: 'Call back' }), changeReview(ref, { flagged: true })]);
  expect(await stored()).toEqual({ note: 'Call back', flagged: true });
});

test('a review that says nothing is forgotten', async () => {
  await changeReview(ref, { reviewed: true });
  await changeReview(ref, { reviewed: false, note: '' });
  expect(await read(reviewsItem)).toEqual({});
});

test('the calls of one connection are forgotten with it, those of another stay', async () => {
  await changeReview(ref, { reviewed: true });
  await changeReview(other, { reviewed: true });
  await forgetReviews('a');
  expect(Object.keys(await read(reviewsItem))).toEqual([refKey(other)]);
});
