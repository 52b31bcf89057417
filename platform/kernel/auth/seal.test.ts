// A sealed field opens with its key and for its owner only.
import { expect, it } from 'vitest';
import { seal, unseal } from './seal.server.ts';

it('opens what it sealed', () => {
  expect(unseal('key', 'me', seal('key', 'me', 'SECRET'))).toBe('SECRET');
});

it('does not open for another owner, another key, or when touched', () => {
  const sealed = seal('key', 'me', 'SECRET');
  expect(() => unseal('key', 'you', sealed)).toThrow();
  expect(() => unseal('other', 'me', sealed)).toThrow();
  expect(() => unseal('key', 'me', `${sealed.slice(0, -2)}AA`)).toThrow();
});
