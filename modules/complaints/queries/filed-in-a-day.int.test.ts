// The operators' figure of a region: complaints of the last day and night.
import { anonymousIn } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { fileIn } from '../testing/factories.ts';
import { DAY, it, MONDAY } from '../testing/it.ts';
import { filedInADay } from './filed-in-a-day.server.ts';

it('right: counts the last twenty-four hours and no more', async ({ regions, here }) => {
  regions.clock.set(new Date(MONDAY.getTime() + 10 * DAY));
  await fileIn(here);
  regions.clock.advance(DAY / 2);
  await fileIn(here);
  expect(await filedInADay(here.system)).toEqual({ perDay: 2 });
  regions.clock.advance(DAY / 2 + 1);
  expect(await filedInADay(here.system)).toEqual({ perDay: 1 });
});

it('refused: it tells a number and nothing of anybody, whoever asks', async ({ regions, here }) => {
  regions.clock.set(new Date(MONDAY.getTime() + 20 * DAY));
  await fileIn(here, { contactName: 'Ольга Петрова' });
  for (const ctx of [here.official, here.employee, here.resident, await anonymousIn(regions, 'tyumen')])
    expect(await filedInADay(ctx)).toEqual({ perDay: 1 });
});

it('other region: it is not counted', async ({ regions, here, there }) => {
  regions.clock.set(new Date(MONDAY.getTime() + 30 * DAY));
  await fileIn(there);
  expect([await filedInADay(here.system), await filedInADay(there.system)]).toEqual([{ perDay: 0 }, { perDay: 1 }]);
});
