// The preview of an announcement: whom it touches, how it reads, where it departs from the norm.
import { expect } from 'vitest';
import { announcement } from '../testing/scene.ts';
import { announceIn, it, strangersIn } from '../testing/it.ts';
import { previewOf } from './preview.server.ts';

it('right: warns of a short notice and of too long a break, and counts whom it touches', async ({ here }) => {
  const times = { startsAt: '2026-03-05T09:00', endsAt: '2026-03-05T18:00' };
  const preview = await previewOf(here.employee, announcement(here, { kind: 'planned', services: ['2'], ...times }));
  expect(preview).toMatchObject({ houses: 2, flats: 120, subscribers: 1, zone: 'Asia/Yekaterinburg' });
  expect(preview.warnings.map((one) => one.rule).join('\n')).toMatch(/10 рабочих дней[\s\S]*не дольше 4 ч. Здесь 9 ч/);
  expect(preview.title.replaceAll('\u00a0', ' ')).toBe('Не будет горячей воды 5 марта, 9:00–18:00');
  const outages = here.system.db.selectFrom('outage').select('id').where('company_id', '=', here.companyId);
  expect(await outages.execute()).toEqual([]);
});

it('right: hours of the month already without the utility are added', async ({ here }) => {
  const ask = announcement(here, { services: ['2'], startsAt: '2026-03-02T12:00', endsAt: '2026-03-02T15:00' });
  const before = (await previewOf(here.employee, ask)).warnings;
  await announceIn(here, { services: ['2'], startsAt: '2026-03-01T06:00', endsAt: '2026-03-02T13:00' });
  const after = (await previewOf(here.employee, ask)).warnings;
  expect([before.length, after.length]).toEqual([0, 1]);
});

it('refused: strangers are shown nothing', async ({ regions, here }) => {
  for (const ctx of [here.resident, ...(await strangersIn(regions))])
    await expect(previewOf(ctx, announcement(here))).rejects.toMatchObject({ kind: 'notFound' });
});

it('other region: its houses and followers are not counted', async ({ here, there }) => {
  await expect(previewOf(there.employee, announcement(here))).rejects.toMatchObject({ code: 'outages.no-houses' });
  const foreign = announcement(here, { scope: 'chosen', houses: [there.houses[0]] });
  await expect(previewOf(here.employee, foreign)).rejects.toMatchObject({ code: 'outages.not-yours' });
  expect(await previewOf(here.employee, announcement(here))).toMatchObject({ houses: 2, subscribers: 1 });
});
