// Outages in the words of the product, to the minute and in the zone of the house.
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };
import ru from '../i18n/ru.json' with { type: 'json' };
import {
  headline,
  momentText,
  periodText,
  servicesText,
  shortPeriod,
  type Spoken,
  untilText,
  whyText,
  type Words,
} from './phrase.ts';

const zone = 'Asia/Yekaterinburg';
const at = (text: string) => new Date(`${text}:00+05:00`);
const now = at('2026-11-25T12:00');

function words(locale: 'ru' | 'en' = 'ru'): Words {
  const i18n = createInstance();
  void i18n.init({
    lng: locale,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { ru: { outages: ru }, en: { outages: en } },
  });
  const t = i18n.getFixedT(locale, 'outages');
  return { t: (key, params) => t(key, params ?? {}), locale, now };
}

/** The formatter keeps days and months together; here the words count. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

const outage = (more: Partial<Spoken> = {}): Spoken => ({
  type: 'PAUSE',
  services: ['2'],
  time_zone: zone,
  state: 'announced',
  starts_at: at('2026-11-25T09:00'),
  ends_at: at('2026-11-25T18:00'),
  ...more,
});

describe('utilities', () => {
  it.each([
    [['2'], 'PAUSE', 'горячей воды'],
    [['1', '2'], 'PAUSE', 'холодной и горячей воды'],
    [['1', '2', '6'], 'PAUSE', 'холодной и горячей воды и отопления'],
    [['1', '4'], 'PAUSE', 'холодной воды и электричества'],
    [['2', '4', '6'], 'PAUSE', 'горячей воды, электричества и отопления'],
    [['1', '2'], 'LIMITATION', 'холодная и горячая вода'],
    [['5', '7'], 'SUSPENSION', 'газ и вывоз отходов'],
  ] as const)('%j of %s are «%s»', (services, type, text) => {
    expect(servicesText(words(), { services, type })).toBe(text);
  });

  it('are joined as the language does', () => {
    expect(servicesText(words('en'), { services: ['4', '6'], type: 'PAUSE' })).toContain(' and ');
  });
});

describe('a headline', () => {
  it.each([
    ['goes on and ends today', {}, 'Нет горячей воды до 18:00'],
    ['goes on without an end', { ends_at: null }, 'Нет горячей воды, срок уточняют'],
    ['should have ended', { ends_at: at('2026-11-25T11:00') }, 'Нет горячей воды'],
    [
      'is to come',
      { starts_at: at('2026-11-26T09:00'), ends_at: at('2026-11-26T18:00') },
      'Не будет горячей воды 26 ноября, 9:00–18:00',
    ],
    ['is over', { state: 'over' }, 'Не было горячей воды'],
    ['was called off', { state: 'cancelled' }, 'Отменили отключение горячей воды'],
    ['limits', { type: 'LIMITATION', services: ['4'] }, 'Ограничено: электричество до 18:00'],
  ] as const)('of what %s', (_, more, text) => {
    expect(plain(headline(words(), outage(more)))).toBe(text);
  });
});

describe('a moment', () => {
  it.each([
    ['2026-11-25T18:00', '18:00'],
    ['2026-11-25T00:30', '0:30'],
    ['2026-11-26T09:00', 'завтра, 9:00'],
    ['2026-11-24T09:00', 'вчера, 9:00'],
    ['2026-11-27T09:00', '27 ноября, 9:00'],
    ['2026-11-23T09:00', '23 ноября, 9:00'],
  ])('%s is «%s»', (moment, text) => {
    expect(plain(momentText(words(), zone, at(moment)))).toBe(text);
  });

  it('is of the day of the house, not of the server', () => {
    expect(momentText(words(), 'Europe/Kaliningrad', at('2026-11-26T01:00'))).toBe('22:00');
    expect(plain(momentText(words(), 'Europe/Kaliningrad', at('2026-11-28T01:00')))).toBe('27 ноября, 22:00');
  });

  it('is what an outage lasts until', () => {
    expect(untilText(words(), outage(), at('2026-11-26T09:00'))).toBe('до завтра, 9:00');
  });
});

describe('a period', () => {
  it.each([
    ['2026-11-25T18:00', '25 ноября, 9:00–18:00', '25 ноя, 9:00 – 18:00'],
    ['2026-11-26T18:00', 'с 25 ноября, 9:00 до 26 ноября, 18:00', '25 ноя, 9:00 – 26 ноя, 18:00'],
    [null, 'с 25 ноября, 9:00', 'с 25 ноя, 9:00'],
  ])('until %s', (end, text, short) => {
    const ends_at = end === null ? null : at(end);
    expect(plain(periodText(words(), outage({ ends_at })))).toBe(text);
    expect(plain(shortPeriod(words(), outage({ ends_at })))).toBe(short);
  });
});

describe('why', () => {
  it('is the company’s own text, else the reason’s name, inside the sentence', () => {
    expect(whyText(words(), { kind: 'planned', reason_code: 'repair', reason_text: '' })).toBe('плановые работы: ремонт');
    expect(whyText(words(), { kind: 'emergency', reason_code: '3', reason_text: 'Порыв на Мира' })).toBe(
      'аварийно: порыв на Мира',
    );
  });
});
