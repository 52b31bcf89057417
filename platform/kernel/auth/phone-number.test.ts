// One person, one number: every way people write a Russian mobile, and what is not one.
import { expect, it } from 'vitest';
import { maskPhone, normalisePhone } from './phone-number.server.ts';

it.each([
  '+7 912 345-67-89',
  '8 (912) 345 67 89',
  '89123456789',
  '9123456789',
  '+7(912)3456789',
  '٨٩١٢٣٤٥٦٧٨٩',
  '＋７９１２３４５６７８９',
  '\u200f+7 912 345\u00a067\u00a089\u202c',
])('takes %s', (typed) => {
  expect(normalisePhone(typed)).toBe('+79123456789');
});

it.each([
  ['landline of Tyumen', '+7 3452 12-34-56'],
  ['mobile of Kazakhstan', '+7 701 234 56 78'],
  ['premium', '8 809 123 45 67'],
  ['toll free', '8 800 555 35 35'],
  ['short', '+7 912 345'],
  ['forty digits', '9'.repeat(40)],
  ['letters', '+7 912 345-67-8O'],
  ['another country', '+1 912 345 6789'],
  ['two numbers', '89123456789, 89123456780'],
  ['empty', ''],
  ['line break', '+79123456789\nBcc: x'],
])('refuses %s', (_name, typed) => {
  expect(normalisePhone(typed)).toBeNull();
});

it('shows only what the owner needs to see', () => {
  expect(maskPhone('+79123456789')).not.toContain('345');
});
