// Delivery rules and the search of a category by words.
import { workingCalendar } from '@zhkh/kernel/time';
import { describe, expect, it } from 'vitest';
import { MAX_TRIES, messageIdOf, nextTryAt, openBy, planDeliveries } from './delivery.ts';
import { matchCategories } from './match-category.ts';

describe('planDeliveries', () => {
  it.each([
    [true, 'dom@tura.example', ['cabinet:delivered', 'letter:pending']],
    [true, null, ['cabinet:delivered']],
    [false, 'dom@tura.example', ['letter:pending']],
    [false, null, ['call:waiting']],
  ] as const)('cabinet %s, e-mail %s', (hasCabinet, email, expected) => {
    expect(planDeliveries({ hasCabinet, email }).map((d) => `${d.channel}:${d.state}`)).toEqual(expected);
  });
});

describe('tries', () => {
  const now = new Date('2026-05-04T10:00:00Z');
  it('waits longer each time and ends', () => {
    const waits = Array.from({ length: MAX_TRIES }, (_, i) => nextTryAt(now, i + 1, 0)?.getTime() ?? null);
    expect(waits.at(-1)).toBeNull();
    expect(waits.slice(0, -1)).toEqual(waits.slice(0, -1).sort((a, b) => (a ?? 0) - (b ?? 0)));
  });
  it('keeps one id for one letter', () => {
    expect(messageIdOf('d1', 'tyumen.localhost:3000')).toBe('<complaint.d1@tyumen.localhost>');
  });
});

it('an unopened complaint calls a person by the next working noon, an urgent one within the hour', () => {
  const calendar = workingCalendar();
  const friday = new Date('2026-05-08T10:00:00Z');
  expect(openBy('normal', friday, 'Asia/Yekaterinburg', calendar).toISOString()).toBe('2026-05-12T07:00:00.000Z');
  expect(openBy('urgent', friday, 'Asia/Yekaterinburg', calendar).toISOString()).toBe('2026-05-08T11:00:00.000Z');
});

describe('matchCategories', () => {
  const categories = [
    { code: 'entrance.light', name: 'Не горит свет в подъезде', groupName: 'Подъезд', keywords: 'свет лампочка площадка темно' },
    { code: 'lift.stopped', name: 'Лифт не работает', groupName: 'Лифт', keywords: 'лифт стоит сломан' },
    { code: 'yard.waste', name: 'Не вывезен мусор', groupName: 'Двор', keywords: 'мусор контейнер вывоз' },
  ];
  it.each([
    ['лампочка на площадке', 'entrance.light'],
    ['темно в подъезде', 'entrance.light'],
    ['лифт сломался', 'lift.stopped'],
    ['Контейнеры не вывозят', 'yard.waste'],
  ])('%s', (words, code) => expect(matchCategories(words, categories)[0]?.code).toBe(code));
  it.each(['', '!!!', 'нет', 'абракадабра'])('nothing for «%s»', (words) =>
    expect(matchCategories(words, categories)).toEqual([]),
  );
});
