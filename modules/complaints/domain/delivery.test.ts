// Delivery rules and the search of a category by words.
import { workingCalendar } from '@zhkh/kernel/time';
import { describe, expect, it } from 'vitest';
import { LETTER_RETRY, messageIdOf, openBy, planDeliveries } from './delivery.ts';
import { matchCategories } from './match-category.ts';

describe('planDeliveries', () => {
  it('writes to the company and to nobody where none is known', () => {
    expect(planDeliveries({ hasCabinet: true, email: 'dom@tura.example' })).toEqual([
      { channel: 'cabinet', state: 'done', recipient: null },
      { channel: 'letter', state: 'waiting', recipient: 'dom@tura.example' },
    ]);
    expect(planDeliveries({ hasCabinet: false, email: null })).toEqual([{ channel: 'call', state: 'waiting', recipient: null }]);
  });

  it.each([
    [true, 'dom@tura.example', ['cabinet:done', 'letter:waiting']],
    [true, null, ['cabinet:done']],
    [false, 'dom@tura.example', ['letter:waiting']],
    [false, null, ['call:waiting']],
  ] as const)('cabinet %s, e-mail %s', (hasCabinet, email, expected) => {
    expect(planDeliveries({ hasCabinet, email }).map((d) => `${d.channel}:${d.state}`)).toEqual(expected);
  });
});

describe('tries', () => {
  it('waits longer each time, about a day in all, and ends', () => {
    const { tries, waits } = LETTER_RETRY;
    expect(tries).toBe(waits.length + 1);
    expect(waits).toEqual([...new Set(waits)].sort((a, b) => a - b));
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000).toBeCloseTo(22.35, 1);
  });
  it('keeps its steps', () => {
    expect(LETTER_RETRY).toEqual({ tries: 8, waits: [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * 60_000) });
  });
  it('keeps one id for one letter', () => {
    expect(messageIdOf('d1', 'x:1.example:3000')).toBe('<complaint.d1@x:1.example>');
    expect(messageIdOf('d1', 'x.example')).toBe('<complaint.d1@x.example>');
    expect(messageIdOf('d1', 'tyumen.localhost:3000')).toBe('<complaint.d1@tyumen.localhost>');
  });
});

it('an unopened complaint calls a person by the next working noon, an urgent one within the hour', () => {
  const calendar = workingCalendar();
  const friday = new Date('2026-05-08T10:00:00Z');
  expect(openBy('normal', friday, 'Asia/Yekaterinburg', calendar).toISOString()).toBe('2026-05-12T07:00:00.000Z');
  expect(openBy('stop', friday, 'Asia/Yekaterinburg', calendar).toISOString()).toBe('2026-05-08T11:00:00.000Z');
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
