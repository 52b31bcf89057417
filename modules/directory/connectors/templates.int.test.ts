// Samples of the templates as people download them, CSV and XLSX, go through the import: nothing of them is refused.
import { csvOf, xlsxOf } from '@zhkh/kernel/export.server';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCompany, makeHouse } from '../testing/factories.ts';
import { type ImportDesk, importDesk, runImport } from '@zhkh/imports/testing';
import { sampleRows } from '@zhkh/imports/testing';
import { templates } from './templates.ts';

let desk: ImportDesk;

beforeAll(async () => {
  desk = await importDesk();
  const { ctx } = desk;
  await makeCompany(ctx, { ogrn: '1167232050116' });
  const house = await makeHouse(ctx);
  await sql`update house set fias_guids = array['5717391b-1f92-4f5f-8ab4-e52aa7a315f5'::uuid] where id = ${house}::uuid`.execute(
    ctx.db,
  );
});
afterAll(() => desk.close());

describe.each(templates.map((template) => [template.id, template] as const))('the sample of %s', (id, template) => {
  it('loads the same from a workbook and from CSV', async () => {
    const { ctx } = desk;
    const rows = sampleRows(template);
    const book = desk.file(`${id}-2026-03-01.xlsx`, await xlsxOf(rows));
    const text = desk.file(`${id}-2026-03-01.csv`, csvOf(rows));

    const tried = await runImport(ctx, { connector: id, filePath: book, dryRun: true });
    expect(tried).toMatchObject({ state: 'staged', rowsRead: 1, rowsFailed: 0, counts: { refused: 0 } });
    const loaded = await runImport(ctx, { connector: id, filePath: text });
    expect(loaded).toMatchObject({ state: 'done', rowsRead: 1, rowsFailed: 0, counts: tried.counts });
    expect(Object.values(loaded.counts).some((count) => count > 0)).toBe(true);
  });
});
