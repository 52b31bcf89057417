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
  it('may stand within a year', () => {
    const within = { ...usual, heatingFrom: '01-10', heatingTo: '03-01' };
    expect(['01-09', '01-10', '02-28', '03-01', '12-31'].map((day) => seasonOn(day, within))).toEqual([
      'summer',
      'winter',
      'winter',
      'summer',
      'summer',
    ]);
    expect(seasonOn('01-10', { ...usual, heatingFrom: '01-10', heatingTo: '01-10' })).toBe('summer');
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

  it('draws a box that holds the circle, wider towards the poles', () => {
    const box = boxAround({ lat: 60, lon: 30 }, 1000);
    expect([box.north - 60, 60 - box.south, box.east - 30, 30 - box.west].map((side) => Math.round(side * 1e5) / 1e5)).toEqual([
      0.00899, 0.00899, 0.01799, 0.01799,
    ]);
    const pole = boxAround({ lat: 90, lon: 0 }, 1000);
    expect(Math.round(pole.east * 1e4) / 1e4).toBe(0.1799);
  });

  it('measures along and across, and around the whole of the Earth', () => {
    const far = (a: [number, number], b: [number, number]) =>
      Math.round(metresBetween({ lat: a[0], lon: a[1] }, { lat: b[0], lon: b[1] }) / 1000);
    expect([far([0, 0], [0, 90]), far([60, 30], [60, 31]), far([0, 0], [0, 180]), far([10, 20], [30, 70])]).toEqual([
      10008, 56, 20015, 5624,
    ]);
  });
});
