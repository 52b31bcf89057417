// One address, one form; what parsers disagree about is refused.
import { expect, it } from 'vitest';
import { normaliseEmail } from './email.server.ts';

it('folds case and international domains', () => {
  expect(normaliseEmail(' Ivanova@Dom.RU ')).toBe('ivanova@dom.ru');
  expect(normaliseEmail('ivanova@дом.рф')).toBe('ivanova@xn--d1aqf.xn--p1ai');
});

it.each([
  'a@b.ru,c@d.ru',
  'a@b.ru c@d.ru',
  '"a b"@c.ru',
  'a(x)@b.ru',
  'a@b@c.ru',
  'a@b.ru\r\nBcc: x@y.ru',
  'a@[127.0.0.1]',
  'a@localhost',
  `${'a'.repeat(300)}@b.ru`,
  '@b.ru',
  'a@',
])('refuses %s', (typed) => {
  expect(normaliseEmail(typed)).toBeNull();
});
