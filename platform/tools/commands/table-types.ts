// Table types: written from the columns of a migrated database, or an existing db.ts held against them.
import ts from 'typescript';

export interface Column {
  table: string;
  name: string;
  /** `udt_name` of the catalogue: `text`, `int4`, `_text` … */
  type: string;
  nullable: boolean;
  /** Filled by the database when absent. */
  defaulted: boolean;
}

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  varchar: 'string',
  date: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'unknown',
};

/** A whole db.ts for a module that has none. */
export function renderDb(owner: string, columns: readonly Column[]): string {
  const tables = [...new Set(columns.map((c) => c.table))].sort();
  const generated = columns.some((c) => c.defaulted) ? "import type { Generated } from 'kysely';\n\n" : '';
  const interfaces = tables.map((table) =>
    renderTable(
      table,
      columns.filter((c) => c.table === table),
    ),
  );
  const merged = tables.map((table) => `    ${table}: ${interfaceName(table)};`).join('\n');
  return `// Types of the tables of ${owner} (migrations/tenant/${owner}).\n${generated}${interfaces.join('\n\n')}\n\ndeclare module '@zhkh/kernel/tables.server' {\n  interface TenantTables {\n${merged}\n  }\n}\n`;
}

function renderTable(table: string, columns: readonly Column[]): string {
  return `export interface ${interfaceName(table)} {\n${columns.map((c) => `  ${c.name}: ${typeOf(c)};`).join('\n')}\n}`;
}

function interfaceName(table: string): string {
  return `${table
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Table`;
}

function typeOf({ type, nullable, defaulted }: Column): string {
  const plain = type.startsWith('_') ? `${TYPES[type.slice(1)] ?? 'unknown'}[]` : (TYPES[type] ?? 'unknown');
  const whole = nullable ? `${plain} | null` : plain;
  return defaulted ? `Generated<${whole}>` : whole;
}

/** What a hand-refined db.ts says otherwise than the database; [] = they agree on tables, columns and nulls. */
export function differences(source: string, columns: readonly Column[]): string[] {
  const tables = tablesIn(source);
  const found: string[] = [];
  for (const table of new Set(columns.map((c) => c.table))) {
    const typed = tables.get(table);
    if (!typed) {
      found.push(`${table}: no type`);
      continue;
    }
    const real = columns.filter((c) => c.table === table);
    for (const column of real) found.push(...compare(column, typed.get(column.name)));
    for (const name of typed.keys()) if (!real.some((c) => c.name === name)) found.push(`${table}.${name}: not in the database`);
  }
  return found;
}

function compare({ table, name, nullable }: Column, type: string | undefined): string[] {
  if (type === undefined) return [`${table}.${name}: no type`];
  const typedNullable = /\bnull\b|Nullable/.test(type.replace(/Record<[^<>]*>/g, ''));
  if (typedNullable === nullable || /\bunknown\b/.test(type)) return [];
  return [`${table}.${name}: ${nullable ? 'may be null' : 'is never null'} in the database, typed ${type}`];
}

/** table → column → its type as written. Follows `interface TenantTables { house: HouseTable }` to the interfaces of the text. */
function tablesIn(source: string): Map<string, Map<string, string>> {
  const tree = ts.createSourceFile('db.ts', source, ts.ScriptTarget.Latest, true);
  const interfaces = new Map<string, Map<string, string>>();
  const parents = new Map<string, string[]>();
  const columnsOf = (name: string): [string, string][] => [
    ...(parents.get(name) ?? []).flatMap(columnsOf),
    ...(interfaces.get(name) ?? []),
  ];
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) {
      const members = node.members
        .filter(ts.isPropertySignature)
        .map((m) => [m.name.getText(tree), m.type?.getText(tree) ?? ''] as const);
      interfaces.set(node.name.text, new Map([...(interfaces.get(node.name.text) ?? []), ...members]));
      if (node.heritageClauses)
        parents.set(
          node.name.text,
          node.heritageClauses.flatMap((clause) => clause.types.map((type) => type.getText(tree))),
        );
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const entries = [...(interfaces.get('TenantTables') ?? [])];
  return new Map(entries.flatMap(([table, name]) => (interfaces.has(name) ? [[table, new Map(columnsOf(name))] as const] : [])));
}
