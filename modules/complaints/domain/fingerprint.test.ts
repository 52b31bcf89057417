// What counts as the same complaint sent twice, and its short name.
import { describe, expect, it } from 'vitest';
import { contentOf, titleOf } from './fingerprint.ts';

describe('the content', () => {
  const form = { house: 'h', category: 'lift.stopped', body: 'Стоит', place: '2 подъезд', flat: '7' };

  it('is the same for the same words, whatever else comes with the form', () => {
    expect(contentOf({ ...form })).toBe(contentOf(form));
    expect(contentOf({ ...form, house: undefined })).toBe('[null,null,"lift.stopped","Стоит","2 подъезд","7"]');
    expect(contentOf({ ...form, typedAddress: 'Мира, 1' })).toBe('["h","Мира, 1","lift.stopped","Стоит","2 подъезд","7"]');
  });

  it('differs by any of its parts', () => {
    const others = [
      { house: 'i' },
      { typedAddress: 'Мира, 1' },
      { category: 'other' },
      { body: '' },
      { place: '' },
      { flat: '' },
    ];
    expect(new Set([form, ...others.map((part) => ({ ...form, ...part }))].map(contentOf)).size).toBe(7);
  });
});

describe('the title', () => {
  const lift = { code: 'lift.stopped', name: 'Лифт не работает' };
  const other = { code: 'other', name: 'Другое' };

  it.each([
    [lift, 'Стоит', '', 'Лифт не работает'],
    [lift, 'Стоит', '2 подъезд', 'Лифт не работает, 2 подъезд'],
    [other, 'Лает собака. Всю ночь', '', 'Лает собака'],
    [other, ' Лает собака \nВсю ночь', 'двор', 'Лает собака, двор'],
    [other, 'Сколько можно! Тихо?', '', 'Сколько можно'],
    [other, 'Тихо? Нет', '', 'Тихо'],
    [other, '', '', ''],
    [other, 'а'.repeat(60), '', 'а'.repeat(60)],
    [other, 'а'.repeat(61), '', `${'а'.repeat(57)}…`],
    [other, `${'слово '.repeat(9)}последнее`, '', `${'слово '.repeat(9).trim()}…`],
    [other, `${'а'.repeat(40)}   ${'б'.repeat(40)}`, '', `${'а'.repeat(40)}…`],
  ])('of %o, «%s», «%s»', (category, body, place, title) => {
    expect(titleOf(category, body, place)).toBe(title);
  });
});
