// Which of the chosen files are taken.
import { expect, it } from 'vitest';
import { sortPhotos } from './photo-checks.ts';

const file = (name: string, more: Partial<{ size: number; type: string }> = {}) => ({
  name,
  size: 100,
  type: 'image/jpeg',
  lastModified: 1,
  ...more,
});
const limits = { max: 2, maxMegabytes: 1 };

it('takes photos up to the limit, each once, and says why not', () => {
  const first = file('a.jpg');
  const { taken, refused } = sortPhotos(
    [first],
    [
      file('a.jpg'),
      file('notes.pdf', { type: 'application/pdf' }),
      file('big.jpg', { size: 2_000_000 }),
      file('b.heic', { type: 'image/heic' }),
      file('b.webp', { type: 'image/webp' }),
      file('c.jpg'),
    ],
    limits,
  );
  expect(taken.map((one) => one.name)).toEqual(['a.jpg', 'b.webp']);
  expect(refused).toEqual([
    { name: 'notes.pdf', reason: 'notPhoto' },
    { name: 'big.jpg', reason: 'tooBig' },
    { name: 'b.heic', reason: 'notPhoto' },
    { name: 'c.jpg', reason: 'tooMany' },
  ]);
});
