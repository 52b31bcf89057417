// The authority's list as a file: its territory only, and nothing in it runs on an official's machine.
import { asOfficial, canary, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { fileComplaint } from '../commands/file-complaint.server.ts';
import { authorityQuery } from '../domain/inbox-query.ts';
import { complaintInput, fileIn, type Scene } from '../testing/factories.ts';
import { complaintOf, it, strangersIn } from '../testing/it.ts';
import { authorityExport } from './authority-export.server.ts';

const everything = authorityQuery.parse({});
const linesOf = (csv: string) => csv.trim().split('\r\n');
/** The address a resident types is the text of a stranger that comes into the file. */
const typed = (scene: Scene, typedAddress: string) => fileComplaint(scene.resident, complaintInput({ typedAddress }));

it('right: a line for each complaint of the territory, with its dates', async ({ district }) => {
  const { id } = await fileIn(district);
  const row = await complaintOf(district, id);
  const [head, line, ...more] = linesOf(await authorityExport(district.official, everything));
  expect(head?.split(';').slice(0, 5)).toEqual(['Номер', 'Подано', 'Адрес', 'Тема', 'Компания']);
  const cells = line?.split(';') ?? [];
  expect([cells[0], cells[2], cells[4]]).toEqual([String(row.number), row.address, row.company_name]);
  expect(cells[6]).toMatch(/^18\sмар, 0:00$/);
  expect(more).toEqual([]);
});

it('right: the filter narrows it', async ({ district }) => {
  const { number } = await fileIn(district);
  await fileIn(district, { category: 'lift.stopped', body: 'Лифт стоит' });
  const csv = await authorityExport(district.official, { ...everything, q: String(number) });
  expect(linesOf(csv).slice(1)).toHaveLength(1);
});

it('right: a cell never becomes a formula', async ({ here }) => {
  await typed(here, '=HYPERLINK("http://evil")');
  const csv = await authorityExport(here.official, everything);
  expect(csv).toContain('HYPERLINK');
  expect(csv).not.toMatch(/(^|;)"?=/m);
});

it('refused: residents, companies and other territories get the head alone', async ({ regions, here, complaintId }) => {
  expect(await authorityExport(here.official, everything)).toContain((await complaintOf(here, complaintId)).address);
  const elsewhere = await asOfficial(regions, 'tyumen', { territories: ['71999'] });
  for (const ctx of [here.resident, here.employee, elsewhere, ...(await strangersIn(regions))])
    expect(linesOf(await authorityExport(ctx, everything))).toHaveLength(1);
});

it('other region: nothing of it comes out', async ({ regions, here, there }) => {
  await typed(here, canary('tyumen'));
  await typed(there, canary('omsk'));
  expect(await authorityExport(there.official, everything)).toContain(canary('omsk'));
  await leakProbe(regions, (ctx) => authorityExport(ctx, everything));
});
