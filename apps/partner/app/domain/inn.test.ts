// Check digits of ИНН: a slip of one digit is caught.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInn } from './inn.ts';

describe('isInn', () => {
  it.each(['7707083893', '7830002293', '500100732259'])('accepts %s', (inn) => {
    expect(isInn(inn)).toBe(true);
  });

  it.each(['7707083894', '500100732258', '0000000000', '770708389', '77070838931', '77o7083893', ''])('refuses %s', (inn) => {
    expect(isInn(inn)).toBe(false);
  });

  it('catches every slip in the check digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (shift) => {
        expect(isInn(`770708389${(3 + shift) % 10}`)).toBe(false);
      }),
    );
  });
});
