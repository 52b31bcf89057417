// The end of an outage is moved: who, when and why stays in its history.
import { heard } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { outageChanged } from '../contract.ts';
import { outageOne } from '../queries/outage-one.server.ts';
import { changesOf, expectUntouched, it, outageRow, strangersIn } from '../testing/it.ts';
import { moveEnd } from './move-end.server.ts';

const later = { endsAt: '2026-03-02T18:00', reason: 'Ждём деталь' };

it('right: the new end stands by the clock of the houses, kept in the history and told', async ({ here, outageId }) => {
  await moveEnd(here.employee, { outageId, revision: 1, ...later });
  expect(await outageRow(here, outageId)).toMatchObject({
    state: 'announced',
    revision: 2,
    ends_at: new Date('2026-03-02T13:00:00Z'),
  });
  expect((await changesOf(here, outageId)).at(-1)).toMatchObject({
    kind: 'moved',
    reason: 'Ждём деталь',
    ends_before: new Date('2026-03-02T10:00:00Z'),
    ends_after: new Date('2026-03-02T13:00:00Z'),
  });
  expect(await heard(here.system, outageChanged)).toContainEqual({ outageId, revision: 2 });
  const { history, item } = await outageOne(here.official, outageId);
  expect(history.map((line) => line.title)).toEqual([
    'Объявлено, окончание: 15:00',
    'Окончание перенесено: было 15:00, стало 18:00',
  ]);
  expect(history[1]?.note).toMatch(/Сотрудник.*Ждём деталь/);
  expect(item.title).toBe('Нет холодной воды до 18:00');
});

it('refused: strangers, a correction past another, an end before the start or in the past', async ({
  regions,
  here,
  outageId,
}) => {
  const strangers = await strangersIn(regions);
  await expectUntouched(here, outageId, async () => {
    for (const ctx of strangers)
      await expect(moveEnd(ctx, { outageId, revision: 1, ...later })).rejects.toMatchObject({ kind: 'notFound' });
    for (const [endsAt, key] of [
      ['2026-03-02T11:00', 'end-before-start'],
      ['2026-03-02T12:00', 'end-before-start'],
      ['не время', 'moment'],
    ])
      await expect(moveEnd(here.employee, { ...later, outageId, revision: 1, endsAt: endsAt ?? '' })).rejects.toMatchObject({
        fields: { endsAt: { key: `outages:errors.${key}` } },
      });
  });
  await moveEnd(here.employee, { outageId, revision: 1, ...later });
  await expect(moveEnd(here.employee, { outageId, revision: 1, ...later })).rejects.toThrow('outages.changed-meanwhile');
  regions.clock.advance(2 * 3_600_000);
  await expect(moveEnd(here.employee, { ...later, outageId, revision: 2, endsAt: '2026-03-02T13:30' })).rejects.toMatchObject({
    fields: { endsAt: { key: 'outages:errors.end-past' } },
  });
});

it('other region: neither its company nor its official moves it', async ({ here, there, outageId }) => {
  await expectUntouched(here, outageId, async () => {
    for (const ctx of [there.employee, there.official])
      await expect(moveEnd(ctx, { outageId, revision: 1, ...later })).rejects.toMatchObject({ kind: 'notFound' });
  });
});
