// The list as a file for a spreadsheet.
import { canary, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { listQuery } from '../domain/list-query.ts';
import { announceIn, it, outageRow, strangersIn } from '../testing/it.ts';
import { outageExport } from './outage-export.server.ts';

const now = listQuery.parse({});
const linesOf = (csv: string) => csv.trim().split('\r\n');

it('right: a line for each outage, columns named as in the schema', async ({ here }) => {
  const id = await announceIn(here, { services: ['1', '2'], reasonText: 'Порыв; ждём' });
  const { number, place } = await outageRow(here, id);
  const [head, ...lines] = linesOf(await outageExport(here.employee, now));
  expect(head?.split(';').slice(0, 4)).toEqual(['Number', 'OutageKind', 'OutageType', 'ServiceCode']);
  expect(lines).toHaveLength(1);
  const start = `${number};2;PAUSE;1 2;2026-03-02T12:00;2026-03-02T15:00;`;
  expect(lines[0]?.startsWith(start)).toBe(true);
  expect(lines[0]).toContain('"Порыв; ждём";PUBLISHED;2;');
  expect(lines[0]).toContain(place.split(',')[0]);
});

it('right: the filter narrows it', async ({ here, outageId }) => {
  await announceIn(here, { services: ['4'] });
  const { number } = await outageRow(here, outageId);
  const lines = linesOf(await outageExport(here.employee, { ...now, service: '1' })).slice(1);
  expect(lines.map((line) => line.split(';')[0])).toEqual([String(number)]);
});

it('right: a cell never becomes a formula', async ({ here }) => {
  await announceIn(here, { reasonText: '=HYPERLINK("http://evil")' });
  const csv = await outageExport(here.employee, now);
  expect(csv).toContain('HYPERLINK');
  expect(csv).not.toMatch(/(^|;)"?=/m);
});

it('refused: other companies, territories and residents get the head alone', async ({ regions, here }) => {
  await announceIn(here);
  expect(linesOf(await outageExport(here.employee, now))).toHaveLength(2);
  for (const ctx of [here.resident, ...(await strangersIn(regions))])
    expect(linesOf(await outageExport(ctx, now))).toHaveLength(1);
});

it('other region: nothing of it comes out', async ({ regions, here, there }) => {
  await announceIn(here, { reasonText: canary('tyumen') });
  await announceIn(there, { reasonText: canary('omsk') });
  expect(await outageExport(there.official, now)).toContain(canary('omsk'));
  await leakProbe(regions, (ctx) => outageExport(ctx, now));
});
