// Check digits against numbers whose digits are known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeInn, completeOgrn, isGuid, isInn, isOgrn } from './index.ts';

describe('ИНН and ОГРН', () => {
  it('take numbers with right digits', () => {
    expect(['7707083893', '7736050003', '7830002293', '500100732259'].map(isInn)).toEqual([true, true, true, true]);
    expect(['1027700132195', '1027700070518', '304500116000157'].map(isOgrn)).toEqual([true, true, true]);
  });

  it('refuse wrong digits, lengths and letters', () => {
    for (const wrong of ['0000000000', '000000000000', '77070838931', '77o7083893']) expect(isInn(wrong), wrong).toBe(false);
    expect(['7707083894', '770708389', '500100732258', 'ИНН7707083893', ''].map(isInn)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(['1027700132196', '102770013219', '304500116000158', ''].map(isOgrn)).toEqual([false, false, false, false]);
  });

  it('one changed digit is always noticed in what completes itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), fc.integer({ min: 1, max: 9 }), (body, shift) => {
        const inn = completeInn(String(body));
        const wrong = inn.slice(0, 9) + String((Number(inn[9]) + shift) % 10);
        return isInn(inn) && !isInn(wrong);
      }),
    );
    expect(isOgrn(completeOgrn('102770013219'))).toBe(true);
  });

  it('knows a GUID', () => {
    expect([
      isGuid('477f9398-36b6-4d10-91e6-eedac4e6a0e5'),
      isGuid('477f9398'),
      isGuid('477f9398-36b6-4d10-91e6-eedac4e6a0eg'),
    ]).toEqual([true, false, false]);
  });
});
