// Rows of the trail are never renamed: each kind has words, and the failed ones are kinds.
import { expect, it } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };
import ru from '../i18n/ru.json' with { type: 'json' };
import { failedKinds, trailKinds } from './trail.ts';

it('has words for every kind', () => {
  for (const words of [ru.trail, en.trail]) expect(trailKinds.filter((kind) => !Object.hasOwn(words, kind))).toEqual([]);
});

it('keeps what went wrong visible', () => {
  expect(failedKinds).toEqual(['letter-delayed', 'letter-refused', 'call-missed', 'refuted']);
  expect(failedKinds.every((kind) => trailKinds.includes(kind))).toBe(true);
});
