// The table fence: a module names its own tables, a few of the kernel, and views its neighbours publish.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { installed } from './installed.server.ts';
import { type NamedTable, tablesInSql, tablesNamedIn } from './table-names.ts';

const here = import.meta.dirname;
const migrations = path.join(path.dirname(here), 'migrations');
const TESTS = /\.test\.tsx?$|(^|\/)(testing|bench|prove|node_modules)\//;

/** Tables of the kernel that a module may read itself, each with the reason; everything else, and every change, goes by a door of the kernel. */
const PUBLIC: Readonly<Record<string, string>> = {
  account: 'contacts of many subscribers at once, joined where an outage is told; one person has reachOf and nameOf',
  job_run: 'when the worker last looked, for pages that say why nothing moves',
};

interface Side {
  id: string;
  neighbours: readonly string[];
}

const views = new Map(installed.flatMap((module) => module.views.map((view) => [view.name, module.id] as const)));
const owners = tableOwners();

/** Whose each table and view is, by the migrations that made it; `platform` for the kernel's and the control plane's. */
function tableOwners(): Map<string, string> {
  const found = new Map<string, string>();
  const add = (folder: string, owner: string) => {
    for (const name of madeIn(folder)) if (!found.has(name)) found.set(name, owner);
  };
  for (const { id, tables } of installed) for (const name of tables) found.set(name, id);
  for (const { id } of installed) add(path.join(migrations, 'tenant', id), id);
  add(path.join(migrations, 'tenant/kernel'), 'platform');
  add(path.join(migrations, 'platform'), 'platform');
  return found;
}

function madeIn(folder: string): string[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.sql')) : [];
  return files.flatMap((file) => {
    const code = readFileSync(path.join(folder, file), 'utf8').replace(/--.*$/gm, '');
    const made =
      /\bcreate\s+(?:or\s+replace\s+)?(?:unlogged\s+|materialized\s+)?(?:table|view)\s+(?:if\s+not\s+exists\s+)?"?([a-z_]+)/gi;
    return [...code.matchAll(made)].map((match) => match[1] ?? '');
  });
}

function breaches({ id, neighbours }: Side, named: readonly NamedTable[]): string[] {
  return named
    .filter(({ name, writes }) => {
      const owner = owners.get(name);
      if (owner === undefined || owner === id) return false;
      if (owner === 'platform') return writes || !(name in PUBLIC);
      return writes || views.get(name) !== owner || !neighbours.includes(owner);
    })
    .map(({ name, line }) => `${name} of ${owners.get(name)}, line ${line}`);
}

const sideOf = (module: (typeof installed)[number]): Side => ({ id: module.id, neighbours: [...module.needs, ...module.uses] });

describe.each(installed.map((module) => [module.id, module] as const))('module %s', (id, module) => {
  it('names no table of others', () => {
    const folder = path.join(here, id);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !TESTS.test(file),
    );
    const found = files.flatMap((file) =>
      breaches(sideOf(module), tablesNamedIn(file, readFileSync(path.join(folder, file), 'utf8'))).map(
        (one) => `${file}: ${one}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it('publishes views that its migrations make', () => {
    const made = new Set(madeIn(path.join(migrations, 'tenant', id)));
    expect(module.views.map((view) => view.name).filter((name) => !made.has(name))).toEqual([]);
  });
});

describe('the table fence', () => {
  const complaints: Side = { id: 'complaints', neighbours: ['directory'] };
  const caught = (text: string) => breaches(complaints, tablesNamedIn('modules/complaints/queries/planted.server.ts', text));

  it.each([
    ["ctx.db.selectFrom('house').selectAll()", 'house of directory, line 1'],
    ["ctx.db.selectFrom('complaint as c').innerJoin('house as h', 'h.id', 'c.house_id')", 'house of directory, line 1'],
    ["ctx.db.selectFrom(['complaint', 'company'])", 'company of directory, line 1'],
    ["w.db.insertInto('residence').values(row)", 'residence of directory, line 1'],
    ["w.db.updateTable('account').set(row)", 'account of platform, line 1'],
    ["w.db.deleteFrom('outage')", 'outage of outages, line 1'],
    ['sql`select c.id from complaint c join house h on h.id = c.house_id`', 'house of directory, line 1'],
    ['sql<{ n: number }>`select count(*) as n from house where flats > ${least}`', 'house of directory, line 1'],
    ['sql`select 1 from complaint c, management m where m.house_id = c.house_id`', 'management of directory, line 1'],
    ['sql`update only "membership" set role = ${role}`', 'membership of platform, line 1'],
    ['sql`delete from account where id = ${id}`', 'account of platform, line 1'],
    ["sql.table('house')", 'house of directory, line 1'],
    ["ctx.db.selectFrom('management_change').selectAll()", 'management_change of directory, line 1'],
  ])('catches a planted %s', (text, found) => {
    expect(caught(text)).toEqual([found]);
  });

  it.each([
    "ctx.db.selectFrom('complaint as c').innerJoin('complaint_delivery as d', 'd.complaint_id', 'c.id')",
    "ctx.db.with('found', f).selectFrom('found')",
    'sql`extract(epoch from house) is distinct from company.id`',
    "sql`select 'from house' from complaint -- from company`",
    "ctx.db.selectFrom('job_run').innerJoin('account as a', 'a.id', 'job_run.id')",
  ])('lets pass %s', (text) => {
    expect(caught(text)).toEqual([]);
  });

  it('reads every table out of a statement', () => {
    const statement =
      'with x as (select a, b from one o, lateral two t left join three on true) insert into four select from x, five(1), six';
    expect(tablesInSql(statement).map((one) => one.name)).toEqual(['one', 'two', 'three', 'four', 'x', 'six']);
  });
});
