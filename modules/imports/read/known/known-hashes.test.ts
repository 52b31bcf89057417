// Marks of records and the table the threads share.
import { beforeAll, expect, it } from 'vitest';
import { KnownHashes } from './known-hashes.ts';
import { bigintOf, hashBytes, type Mark, prepareHash } from './record-hash.ts';

beforeAll(() => prepareHash());

function markOf(text: string, seed = 1n): Mark {
  const mark = { low: 0, high: 0 };
  const bytes = new TextEncoder().encode(`<<${text}>>`);
  hashBytes(bytes, 2, bytes.length - 2, seed, mark);
  return mark;
}

it('marks differ by a letter, by length, by place and by what is read', () => {
  const near = ['', '\0', '\0\0', 'a', 'aa', 'ab', 'ba', 'abcd', 'abcde', 'abcd\0', 'bcda', 'abdc', 'ж'];
  const marks = new Set(
    [...near, ...Array.from({ length: 50_000 }, (_, at) => `72:23:${at}`)].map((text) => bigintOf(markOf(text))),
  );
  expect(marks.size).toBe(near.length + 50_000);
  expect(markOf('a', 1n)).not.toEqual(markOf('a', 2n));
  // Each half is as good as chance alone: of fifty thousand some pair in ten thousand meets in one half.
  const halves = new Set(Array.from({ length: 50_000 }, (_, at) => markOf(`${at}`).low));
  expect(halves.size).toBeGreaterThan(49_990);
});

it('writes a mark as PostgreSQL reads it', () => {
  expect(bigintOf({ low: -1, high: -1 })).toBe('-1');
  expect(bigintOf({ low: 1, high: 2 })).toBe(String((2n << 32n) + 1n));
});

it('knows what was added, here and over the same memory, and remembers what it has met', () => {
  const known = KnownHashes.for(1000);
  const marks = Array.from({ length: 1000 }, (_, at) => markOf(`known ${at}`));
  for (const { low, high } of marks) known.add(low, high);
  const elsewhere = new KnownHashes(known.shared);
  for (const mark of marks.slice(0, 500)) expect(elsewhere.meet(mark)).toBe(true);
  expect(elsewhere.meet(markOf('another'))).toBe(false);
  expect(marks.filter(({ low, high }) => known.wasSeen(low, high))).toEqual(marks.slice(0, 500));
});
