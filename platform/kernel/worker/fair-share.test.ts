// One region never takes every place.
import { expect, it } from 'vitest';
import { fairShare } from './fair-share.ts';

it('gives a region half of the places and no more, and takes them back', () => {
  const share = fairShare(4);
  expect([share.enter('a'), share.enter('a'), share.enter('a')]).toEqual([true, true, false]);
  expect(share.enter('b')).toBe(true);
  share.leave('a');
  expect(share.enter('a')).toBe(true);
});
