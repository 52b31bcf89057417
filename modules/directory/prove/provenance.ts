// npm run prove -- provenance [--plant orphan]: every file of the demo region and an invented ГАР are loaded; then each stored fact must
// name an import that is known.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { DEMO_FILES, garSource, openGround, runImport } from '@zhkh/imports/testing';
import { loadDemoStock } from '../commands/load-demo-stock.server.ts';
import directory from '../module.server.ts';
import { provenanceOrphans } from '../queries/provenance-orphans.server.ts';

const { values } = parseArgs({ options: { plant: { type: 'string' }, houses: { type: 'string', default: '4000' } } });
const say = (line: string) => process.stdout.write(`${line}\n`);

const ground = await openGround();
try {
  const { ctx, folder } = ground;
  await loadDemoStock(ctx, { size: 'demo' });
  const gar = await runImport(ctx, { connector: 'gar', filePath: await garSource(folder, Number(values.houses), 1) });
  if (gar.state !== 'done') throw new Error(`gar: ${gar.state} ${gar.error ?? ''}`);
  say(`loaded: ${readdirSync(path.join(DEMO_FILES, ctx.tenant.subjectCode)).length} files and ${gar.rowsRead} records of ГАР`);
  if (values.plant === 'orphan')
    await sql`update gar_house set import_id = gen_random_uuid() where id in (select id from gar_house limit 3)`.execute(ctx.db);
  const { columns, orphans } = await provenanceOrphans(ctx, directory.tables);
  for (const { table, column, rows } of orphans) say(`  ${table}.${column}: ${rows} rows of no known import`);
  say(`provenance: ${orphans.length === 0 ? 'PASS' : 'FAIL'} (${columns} columns asked)`);
  process.exitCode = orphans.length === 0 ? 0 : 1;
} finally {
  await ground.close();
}
