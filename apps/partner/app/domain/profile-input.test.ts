// What a profile accepts and how it tidies it.
import { describe, expect, it } from 'vitest';
import { profileInput, regionsInput } from './profile-input.ts';

const good = {
  name: 'Кафе «Печь»',
  inn: '7707 0838 93',
  address: 'Тюмень, ул. Республики, 14',
  phone: '8 (912) 345-67-89',
  openingHours: '',
  about: '',
};

describe('profileInput', () => {
  it('tidies ИНН and phone', () => {
    expect(profileInput.parse(good)).toMatchObject({ inn: '7707083893', phone: '+79123456789' });
  });

  it.each([
    ['inn', '7707083894'],
    ['phone', '12345'],
    ['name', '  '],
    ['about', 'а'.repeat(501)],
  ])('refuses %s = %s', (field, value) => {
    const result = profileInput.safeParse({ ...good, [field]: value });
    expect(result.error?.issues[0]?.path).toEqual([field]);
  });
});

describe('regionsInput', () => {
  it('reads none and several', () => {
    expect(regionsInput.parse({})).toEqual({ regions: [] });
    expect(regionsInput.parse({ regions: ['omsk', 'tyumen'] })).toEqual({ regions: ['omsk', 'tyumen'] });
  });
});
