// Cells as people fill them in.
import { describe, expect, it } from 'vitest';
import type { CellType, Column } from './column.ts';
import { CellRefused, readCell } from './read-cell.ts';

const read = (type: CellType, text: string, more: Partial<Column> = {}) =>
  readCell((name) => (name === 'x' ? text : ''), { name: 'x', type, sample: '', ...more });

describe('a cell', () => {
  it.each([
    ['number', '3 256,70', '3256.70'],
    ['number', '9510.0000', '9510.000'],
    ['money', '2\u00a0345\u00a0678,9', '2345678.9'],
    ['money', '-12,5', '-12.5'],
    ['whole', '80,0', '80'],
    ['year', '1987', '1987'],
    ['year', '01.06.1987', '1987'],
    ['date', '27.05.2016 в 12:15', '2016-05-27'],
    ['date', '2026-01-15T00:00:00', '2026-01-15'],
    ['date', '1987', null],
    ['price', '36,25', '362500'],
    ['price', '0,0001', '1'],
    ['price', '90071992,5474', '900719925474'],
    ['flag', 'Да', 'true'],
    ['codes', '71701000, 71710000', '{71701000,71710000}'],
    ['guids', '', null],
    ['text', 'Не заполнено', null],
    ['text', 'нет данных', null],
  ] as const)('%s «%s» is %s', (type, text, value) => {
    expect(read(type, text)).toBe(value);
  });

  it.each([
    ['number', 'много', 'value'],
    ['whole', '8,5', 'value'],
    ['year', '1087', 'value'],
    ['date', '31.02.2026', 'value'],
    ['price', '36,25001', 'value'],
    ['price', '-1', 'value'],
    ['guid', 'abc', 'guid'],
    ['inn', '7203401756', 'inn'],
    ['ogrn', '1027700132190', 'ogrn'],
    ['codes', '7170', 'oktmo'],
    ['link', 'javascript:alert(1)', 'value'],
  ] as const)('%s «%s» is refused: %s', (type, text, reason) => {
    expect(() => read(type, text)).toThrow(CellRefused);
    try {
      read(type, text);
    } catch (error) {
      expect(error).toMatchObject({ field: 'x', reason });
    }
  });

  it('reads other spellings of its column and words of a list', () => {
    const column: Column = { name: 'total_sq', also: ['total_s'], type: 'number', sample: '' };
    expect(readCell((name) => (name === 'total_s' ? '12' : ''), column)).toBe('12');
    expect(read('text', 'Льготный', { oneOf: { льготный: 'preferential' } })).toBe('preferential');
    expect(() => read('text', 'даром', { oneOf: { льготный: 'preferential' } })).toThrow('unknown');
    expect(() => read('text', '', { need: true })).toThrow('required');
  });
});
