// The heating season and days in a zone; distances on the ground.
import { describe, expect, it } from 'vitest';
import { boxAround, metresBetween, roundPoint } from './geo.ts';
import { isoDateIn, monthDayIn, seasonOn } from './season.ts';

const usual = { heating: 'by-dates', heatingFrom: '09-15', heatingTo: '05-15' } as const;

describe('seasonOn', () => {
  it('runs over the new year', () => {
    expect(['09-14', '09-15', '12-31', '01-01', '05-14', '05-15', '07-01'].map((day) => seasonOn(day, usual))).toEqual([
      'summer',
      'winter',
      'winter',
      'winter',
      'winter',
      'summer',
      'summer',
    ]);
  });
  it('gives way to the act', () => {
    expect([seasonOn('07-01', { ...usual, heating: 'on' }), seasonOn('01-01', { ...usual, heating: 'off' })]).toEqual([
      'winter',
      'summer',
    ]);
  });
  it('counts days in the house’s zone', () => {
    const at = new Date('2026-05-14T20:00:00Z');
    expect([isoDateIn(at, 'Asia/Yekaterinburg'), monthDayIn(at, 'Europe/Moscow')]).toEqual(['2026-05-15', '05-14']);
  });
});

describe('geo', () => {
  it('measures a kilometre', () => {
    const metres = metresBetween({ lat: 57.15, lon: 65.53 }, { lat: 57.159, lon: 65.53 });
    expect(Math.round(metres)).toBe(1001);
    const box = boxAround({ lat: 57.15, lon: 65.53 }, 1000);
    expect(metresBetween({ lat: 57.15, lon: 65.53 }, { lat: 57.15, lon: box.east })).toBeGreaterThan(999);
    expect(roundPoint({ lat: 57.123456, lon: 65.987654 })).toEqual({ lat: 57.1235, lon: 65.9877 });
  });
});
