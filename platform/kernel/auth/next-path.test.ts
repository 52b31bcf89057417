// After sign-in nobody leaves the site.
import { expect, it } from 'vitest';
import { localPath, withNext } from './next-path.ts';

it.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  'evil',
  '',
  null,
  undefined,
  `/${'a'.repeat(600)}`,
])('refuses %s', (next) => {
  expect(localPath(next)).toBe('/');
});

it.each(['/', '/complaints/new?house=1&category=2', '/company/inbox#top', '/houses?q=%2F%2Fevil'])('keeps %s', (next) => {
  expect(localPath(next)).toBe(next);
});

it('carries the way back in the query', () => {
  expect(withNext('/sign-in', '/')).toBe('/sign-in');
  expect(withNext('/sign-in', '/a?b=1')).toBe('/sign-in?next=%2Fa%3Fb%3D1');
});
