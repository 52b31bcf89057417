// Categories by people's own words: what weighs more, how many, in which order.
import { describe, expect, it } from 'vitest';
import { matchCategories } from './match-category.ts';

const one = (code: string, name: string, keywords = '', groupName = '') => ({ code, name, keywords, groupName });
const codes = (query: string, categories: ReturnType<typeof one>[], limit?: number) =>
  matchCategories(query, categories, limit).map(({ code }) => code);

describe('a category', () => {
  it('by name or keyword comes before one by both group and nothing else', () => {
    const categories = [
      one('group', 'Сломана дверь', '', 'Лифт'),
      one('key', 'Стоит кабина', 'лифт'),
      one('both', 'Лифт не работает', 'лифт стоит', 'Лифт'),
      one('name', 'Лифт шумит'),
    ];
    expect(codes('лифт', categories)).toEqual(['both', 'key', 'name']);
  });

  it('by its group needs two words of the query', () => {
    const categories = [one('yard', 'Скользко', '', 'Двор и подъезд')];
    expect(codes('двор', categories)).toEqual([]);
    expect(codes('двор подъезд', categories)).toEqual(['yard']);
  });

  it('comes four at a time in the order of the list, or as many as asked for', () => {
    const categories = ['a', 'b', 'c', 'd', 'e'].map((code) => one(code, 'Мусор'));
    expect(codes('мусор', categories)).toEqual(['a', 'b', 'c', 'd']);
    expect(codes('мусор', categories, 2)).toEqual(['a', 'b']);
  });

  it.each([
    ['ТЕМНО', 'темно'],
    ['темнее', 'темнеет'],
    ['ёлка', 'елки'],
    ['елка', 'ёлки'],
    ['лампочка', 'лампы'],
    ['кот', 'коты'],
    ['подъездами', 'подъездный'],
    ['свет', 'светильник'],
    ['отопление!батареи', 'батарея'],
    ['5-й этаж 12', 'квартира 12'],
  ])('«%s» finds «%s»', (query, name) => {
    expect(codes(query, [one('x', name)])).toEqual(['x']);
  });

  it.each([
    ['на', 'на'],
    ['в во из не и у с по за от до нет', 'в во из не и у с по за от до нет'],
    ['the in on of no a', 'the in on of no a'],
    ['к', 'к'],
    ['стена', 'стол'],
    ['протечка', 'провод'],
    ['лампочка', 'ламинат'],
  ])('«%s» does not find «%s»', (query, name) => {
    expect(codes(query, [one('x', name)])).toEqual([]);
  });
});
