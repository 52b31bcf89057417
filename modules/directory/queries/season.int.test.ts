// The heating season of a region: by dates in its zone, or as it was set.
import { saveSettings } from '@zhkh/kernel/runtime.server';
import type { TwoRegions } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { it, type Place } from '../testing/it.ts';
import { season } from './season.server.ts';

const JULY = new Date('2026-07-01T07:00:00Z');
/** Between midnight of 15 May in Omsk and midnight in Tyumen; an hour before both. */
const [BETWEEN, BEFORE] = [new Date('2026-05-14T18:30:00Z'), new Date('2026-05-14T17:30:00Z')];

const set = (regions: TwoRegions, { system }: Place, value: Record<string, string>) =>
  system.write((w) => saveSettings(regions.registry, system, w, 'directory', value));

it('right: by the usual dates, the day begins in the zone of the region', async ({ here, there, monday }) => {
  expect([await season(here.resident, monday), await season(here.resident, JULY)]).toEqual(['winter', 'summer']);
  expect([await season(here.resident, BETWEEN), await season(there.resident, BETWEEN)]).toEqual(['winter', 'summer']);
  expect([await season(here.resident, BEFORE), await season(there.resident, BEFORE)]).toEqual(['winter', 'winter']);
});

it('right: by the dates the region entered, or all the time', async ({ regions, here }) => {
  await set(regions, here, { heating: 'by-dates', heatingFrom: '06-30', heatingTo: '07-02' });
  expect(await season(here.official, JULY)).toBe('winter');
  await set(regions, here, { heating: 'off', heatingFrom: '06-30', heatingTo: '07-02' });
  expect(await season(here.official, JULY)).toBe('summer');
});

it('refused: a day that is none is not entered and changes nothing', async ({ regions, here, monday }) => {
  await set(regions, here, { heating: 'by-dates', heatingFrom: '09-15', heatingTo: '05-15' });
  await expect(set(regions, here, { heatingFrom: '13-40' })).rejects.toThrow();
  await expect(set(regions, here, { heating: 'perhaps' })).rejects.toThrow();
  expect([await season(here.resident, monday), await season(here.resident, JULY)]).toEqual(['winter', 'summer']);
});

it('other region: what it set is not set here', async ({ regions, here, there }) => {
  await set(regions, here, { heating: 'by-dates', heatingFrom: '09-15', heatingTo: '05-15' });
  await set(regions, there, { heating: 'on' });
  expect([await season(here.resident, JULY), await season(there.resident, JULY)]).toEqual(['summer', 'winter']);
});
