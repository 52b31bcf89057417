// Every table of a migrated database has a type, and no type says other than the database.
import { globSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { openAdmin } from './admin.server.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const tablesFile = path.join(root, 'platform/kernel/db/tables/index.server.ts');
const sources = globSync(['platform/kernel/db/tables/*.server.ts', 'modules/*/db*.ts', 'apps/*/app/*tables.server.ts'], {
  cwd: root,
}).map((file) => path.join(root, file));

let regions: TwoRegions;
let real: Map<string, string[]>;
let views: Set<string>;
beforeAll(async () => {
  regions = await twoRegions([]);
  const sql = openAdmin(regions.database.superuserUrl);
  const rows = await sql<{ schema: string; column: string }[]>`
    select c.table_schema as schema, c.table_name || '.' || c.column_name || case when c.is_nullable = 'YES' then ' or null' else '' end as column
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema in ('region_tyumen', 'platform')
      and (c.table_schema, c.table_name) <> ('platform', 'migration_history')`;
  const viewed = await sql<{ name: string }[]>`select table_name as name from information_schema.views`;
  await sql.end();
  views = new Set(viewed.map((row) => row.name));
  real = Map.groupBy(rows, (row) => row.schema) as never;
  for (const [schema, list] of real) real.set(schema, (list as never as { column: string }[]).map((row) => row.column).sort());
});
afterAll(() => regions.close());

/** Columns of a merged interface as the compiler sees them: what a select gives back, and whether it may be null. */
function typedColumns(merged: string): string[] {
  const program = ts.createProgram([tablesFile, ...sources], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2023,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(tablesFile);
  const symbol = source && checker.getSymbolAtLocation(source)?.exports?.get(ts.escapeLeadingUnderscores(merged));
  if (!source || !symbol) throw new Error(`no ${merged}`);
  const typeOf = (property: ts.Symbol) => checker.getTypeOfSymbolAtLocation(property, source);
  return checker
    .getDeclaredTypeOfSymbol(symbol)
    .getProperties()
    .flatMap((table) =>
      typeOf(table)
        .getProperties()
        .map((column) => `${table.name}.${column.name}${mayBeNull(typeOf(column)) ? ' or null' : ''}`),
    )
    .sort();

  function mayBeNull(type: ts.Type): boolean {
    const select = type.getProperty('__select__');
    const selected = select ? typeOf(select) : type;
    if (selected.isUnion()) return selected.types.some((one) => (one.flags & ts.TypeFlags.Null) !== 0);
    return (selected.flags & ts.TypeFlags.Null) !== 0;
  }
}

it.each([
  ['region_tyumen', 'TenantTables'],
  ['platform', 'ControlTables'],
])('types of %s', (schema, merged) => {
  const typed = typedColumns(merged);
  const there = real.get(schema) ?? [];
  // Staging tables of imports are reached by statements of whole tables only; of a view the catalogue does not know what may be null.
  const matters = (column: string) => !column.startsWith('stage_') && !views.has(column.split('.')[0] ?? '');
  expect(typed.filter((column) => matters(column) && !there.includes(column))).toEqual([]);
  expect(there.filter((column) => matters(column) && !typed.includes(column))).toEqual([]);
});
