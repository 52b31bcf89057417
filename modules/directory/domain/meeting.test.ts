// Effects of decisions and shares of votes.
import { describe, expect, it } from 'vitest';
import { type Decided, effectOf, shares } from './meeting.ts';

const decision: Decided = { question: 'Вопрос', kind: null, management: null, fund: null, accepted: true };

describe('a decision', () => {
  it.each([
    [{ kind: 'Выбор управляющей организации' }, 'company'],
    [{ question: 'Выбрать новую управляющую компанию ООО «Дом»' }, 'company'],
    [{ management: 'Непосредственное управление' }, 'way'],
    [{ fund: 'Специальный счёт' }, 'fund'],
    [{ question: 'Смена управляющей организации' }, 'company'],
    [{ question: 'избрать  ООО новую управляющую организацию' }, 'company'],
    [{ question: 'Выбрали управляющая компания' }, 'company'],
    [{ question: 'Выбор совсем другой новой управляющей компании' }, null],
    [{ question: 'Выбор председателя' }, null],
    [{ question: 'Выбор управляющей', kind: 'Прочее' }, null],
    [{ kind: 'Прочее', question: 'Выбор управляющей компании' }, 'company'],
    [{ management: 'ТСЖ', fund: 'Счёт', kind: 'Выбор управляющей организации' }, 'way'],
    [{ fund: 'Счёт', kind: 'Выбор управляющей организации' }, 'fund'],
    [{ question: 'Отчёт управляющей организации за год' }, null],
    [{ kind: 'Выбор управляющей организации', accepted: false }, null],
    [{ management: 'Управление ТСЖ', accepted: null }, null],
  ] as const)('%o changes %s', (more, effect) => {
    expect(effectOf({ ...decision, ...more })).toBe(effect);
  });
});

describe('shares of votes', () => {
  it.each([
    [
      [2345.6, 310.2, 120],
      [85, 11, 4],
    ],
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [10, null, null],
      [100, 0, 0],
    ],
    [[null, null, null], null],
    [[0, 0, 0], null],
    [[10, -1, 0], null],
    [[-10, 5, 0], null],
    [[], null],
    [
      [1, 2, 0],
      [33, 67, 0],
    ],
    [
      [3, 3, 1],
      [43, 43, 14],
    ],
  ])('%o are %o', (votes, parts) => {
    expect(shares(votes)).toEqual(parts);
  });
});
