// Short names and kinds out of legal names as registers print them.
import { describe, expect, it } from 'vitest';
import { companyKind, shortName } from './company-name.ts';

describe('shortName', () => {
  it.each([
    ['ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "УПРАВЛЯЮЩАЯ КОМПАНИЯ "ТУРА-СЕРВИС"', 'УО', 'УК «Тура-Сервис»'],
    ['ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "НОВЫЙ КВАРТАЛ"', 'УО', 'УК «Новый квартал»'],
    ['ТОВАРИЩЕСТВО СОБСТВЕННИКОВ ЖИЛЬЯ  "ПАЛЕ-РОЯЛЬ, ЛИТЕЙНЫЙ-46"', 'ТСЖ', 'ТСЖ «Пале-Рояль, Литейный-46»'],
    ['ТОВАРИЩЕСТВО СОБСТВЕННИКОВ НЕДВИЖИМОСТИ "МЕЛЬНИЧНЫЙ РУЧЕЙ', 'ТСЖ', 'ТСН «Мельничный ручей»'],
    ['МУНИЦИПАЛЬНОЕ УНИТАРНОЕ ПРЕДПРИЯТИЕ "ИШИМСКИЙ ЖИЛИЩНЫЙ ТРЕСТ"', 'УО', 'МУП «Ишимский жилищный трест»'],
    [
      'ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "ЖИЛКОМСЕРВИС № 2 ЦЕНТРАЛЬНОГО РАЙОНА"',
      'УО',
      'УК «Жилкомсервис № 2 центрального района»',
    ],
    ['ООО "УК "Уже Малыми"', 'УО', 'УК «Уже Малыми»'],
    ['ИП Огурцов Пётр', '', 'ИП Огурцов Пётр'],
  ])('%s', (full, mode, wanted) => {
    expect(shortName(full, companyKind(full, mode))).toBe(wanted);
  });

  it('tells kinds by the way of management and by the name', () => {
    expect([
      companyKind('X', 'УО'),
      companyKind('X', 'ТСЖ'),
      companyKind('ЖИЛИЩНО-СТРОИТЕЛЬНЫЙ КООПЕРАТИВ "Y"', ''),
      companyKind('АДМИНИСТРАЦИЯ', ''),
    ]).toEqual(['managing-company', 'owners-association', 'housing-cooperative', 'other']);
  });
});
