// Encodings, delimiters, unbalanced quotes and values as registers write them.
import { describe, expect, it } from 'vitest';
import { dateInName } from '../run/date-in-name.ts';
import { detectEncoding } from './source/decode-text.ts';
import { detectDelimiter, isOpen, splitRecord } from './text/split-record.ts';
import { area, email, empty, isoDate, phone } from '../cells/values.ts';

describe('detectEncoding', () => {
  it('decides by mark, then strict UTF-8, then windows-1251', () => {
    const utf = Buffer.from('Адрес ОЖФ');
    expect(detectEncoding(utf)).toBe('utf-8');
    expect(detectEncoding(utf.subarray(0, 3))).toBe('utf-8');
    expect(detectEncoding(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf]))).toBe('utf-8');
    expect(detectEncoding(Buffer.from([0xff, 0xfe, 0x10, 0x04]))).toBe('utf-16le');
    expect(detectEncoding(Buffer.from([0xc0, 0xe4, 0xf0, 0xe5, 0xf1]))).toBe('windows-1251');
  });
});

describe('splitRecord', () => {
  it('takes quotes by the rules and against them', () => {
    expect(splitRecord('a|"ООО ""УК ""НАРВСКАЯ"""|c', '|', 3)).toEqual(['a', 'ООО "УК "НАРВСКАЯ"', 'c']);
    expect(splitRecord('a|ООО "УК" Тура|c', '|', 3)).toEqual(['a', 'ООО "УК" Тура', 'c']);
    expect(splitRecord('a|"УК Тура|c', '|', 3)).toEqual(['a', 'УК Тура', 'c']);
    expect(splitRecord('a|ТСЖ "РЕЧНОЙ|c', '|', 3)).toEqual(['a', 'ТСЖ "РЕЧНОЙ', 'c']);
    expect(splitRecord('a|"x|y"|c', '|', 3)).toEqual(['a', 'x|y', 'c']);
    expect(splitRecord('a|""|c', '|', 3)).toEqual(['a', '', 'c']);
  });

  it('folds spaces and refuses another number of fields', () => {
    expect(splitRecord('ТСЖ  "А";2', ';', 2)).toEqual(['ТСЖ "А"', '2']);
    expect([splitRecord('a|b', '|', 3), splitRecord('a|b|c|d', '|', 3)]).toEqual([null, null]);
    expect([detectDelimiter('a|b|c;d'), detectDelimiter('a;b;c')]).toEqual(['|', ';']);
    expect([isOpen('a|"начало', '|'), isOpen('a|"b"|c', '|')]).toEqual([true, false]);
  });
});

describe('values', () => {
  it('reads areas, days, mail and phones as people write them', () => {
    expect(['9510.0000', '3256,7000', '12 345,6', '', 'нет', 'много'].map(area)).toEqual([
      '9510.00',
      '3256.70',
      '12345.60',
      null,
      null,
      undefined,
    ]);
    expect(['2026-03-01', '01.03.2026', '31.02.2024', '2026-13-01', '-'].map(isoDate)).toEqual([
      '2026-03-01',
      '2026-03-01',
      undefined,
      undefined,
      null,
    ]);
    expect(['A@B.example; c@d.example', 'нет', 'a@b'].map(email)).toEqual(['a@b.example', null, undefined]);
    expect([phone('+7 (3452) 45-12-00; 45'), phone('-'), empty('н/д')]).toEqual(['+7 (3452) 45-12-00', null, null]);
  });

  it('finds the day in a file’s name', () => {
    expect(
      [
        'Сведения по ОЖФ на 25-01-2026_1.csv',
        'Реестр поставщиков информации от  2026-02-02.xlsx',
        'x.csv',
        'a-99-99-2026.csv',
      ].map(dateInName),
    ).toEqual(['2026-01-25', '2026-02-02', null, null]);
  });
});
