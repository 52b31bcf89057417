// Samples of the templates as people download them, CSV and XLSX, go through the import: nothing of them is refused.
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Context } from '@zhkh/platform/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import directory from '../module.server.ts';
import { csv } from '../queries/csv.server.ts';
import { xlsx } from '../queries/xlsx.server.ts';
import { makeCompany, makeHouse } from '../testing/factories.ts';
import { runImport } from './run-import.server.ts';
import { sampleRows, templates } from './templates.ts';

let regions: TwoRegions;
let ctx: Context;
let folder: string;

beforeAll(async () => {
  regions = await twoRegions([directory]);
  ctx = await systemIn(regions, 'tyumen');
  folder = await mkdtemp(path.join(os.tmpdir(), 'templates-'));
  await makeCompany(ctx, { ogrn: '1167232050116' });
  const house = await makeHouse(ctx);
  await sql`update house set fias_guids = array['5717391b-1f92-4f5f-8ab4-e52aa7a315f5'::uuid] where id = ${house}::uuid`.execute(
    ctx.db,
  );
});
afterAll(async () => {
  await regions.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(templates.map((template) => [template.id, template] as const))('the sample of %s', (id, template) => {
  it('loads the same from a workbook and from CSV', async () => {
    const book = path.join(folder, `${id}-2026-03-01.xlsx`);
    writeFileSync(book, xlsx(sampleRows(template)));
    const text = path.join(folder, `${id}-2026-03-01.csv`);
    writeFileSync(text, Buffer.from(await csv(`${id}.csv`, sampleRows(template)).arrayBuffer()));

    const tried = await runImport(ctx, { connector: id, filePath: book, dryRun: true });
    expect(tried).toMatchObject({ state: 'staged', rowsRead: 1, rowsFailed: 0, counts: { refused: 0 } });
    const loaded = await runImport(ctx, { connector: id, filePath: text });
    expect(loaded).toMatchObject({ state: 'done', rowsRead: 1, rowsFailed: 0, counts: tried.counts });
    expect(Object.values(loaded.counts).some((count) => count > 0)).toBe(true);
  });
});
