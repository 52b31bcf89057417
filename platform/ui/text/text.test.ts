// Text helpers of the look.
import { describe, expect, it } from 'vitest';
import {
  formatDistance,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPhone,
  formatSigned,
  initials,
  noBreak,
  shortName,
  telHref,
} from './index.ts';

const plain = (text: string) => text.replaceAll('\u00a0', '_');

describe('noBreak', () => {
  it.each([
    ['до 14 мая', 'до_14_мая'],
    ['№ 4218 и № 12', '№_4218 и_№_12'],
    ['Не горит свет на 3-м этаже', 'Не_горит свет на_3-м этаже'],
    ['Каждое окно — день', 'Каждое окно_— день'],
    ['82 % обращений', '82_% обращений'],
    ['г. Тюмень, ул. Мира, д. 22, кв. 40', 'г._Тюмень, ул._Мира, д._22, кв._40'],
    ['Свет есть. Вода тоже', 'Свет есть. Вода тоже'],
  ])('%s', (text, expected) => {
    expect(plain(noBreak(text))).toBe(expected);
    expect(noBreak(noBreak(text))).toBe(noBreak(text));
  });
});

describe('numbers', () => {
  it('has a decimal comma, groups and a real minus', () => {
    expect(formatNumber(40.4, 'ru', 1)).toBe('40,4');
    expect(plain(formatNumber(-1130))).toBe('−1_130');
    expect(formatNumber(388400, 'en')).toBe('388,400');
    expect(formatNumber(-0.001, 'ru', 1)).toBe('0,0');
    expect(formatSigned(2)).toBe('+2');
    expect(plain(formatPercent(0.82))).toBe('82_%');
    expect(plain(formatMoney(3738500))).toBe('37_385_₽');
    expect(plain(formatMoney(50))).toBe('0,50_₽');
    expect(plain(formatDistance(1234))).toBe('1,2_км');
    expect(plain(formatDistance(83))).toBe('80_м');
  });
});

describe('people', () => {
  it('writes phones and names the short way', () => {
    expect(plain(formatPhone('89123456789'))).toBe('+7_912_345-67-89');
    expect(formatPhone('112')).toBe('112');
    expect(telHref('8 (3452) 45-12-60')).toBe('tel:+73452451260');
    expect(telHref('104')).toBe('tel:104');
    expect(plain(shortName('Кравцов Павел Игоревич'))).toBe('Павел_Игоревич_К.');
    expect(shortName('Ренёва')).toBe('Ренёва');
    expect(initials('УК «Тура-Сервис»')).toBe('ТС');
  });
});
