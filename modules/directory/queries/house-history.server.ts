// What happened to a house: its companies by the terms, its facts by the imports; newest first, each with where it is known from.
import type { Context } from '@zhkh/kernel/module.server';
import { type FactSource, sourceOf } from './house-card.server.ts';

export interface Moved {
  kind: 'moved';
  on: string;
  from: { id: string; name: string } | null;
  to: { id: string; name: string } | null;
  /** The first term anybody knows of. */
  isFirst: boolean;
  /** False: the register only shows it «not later than». */
  exact: boolean;
  document: string | null;
  source: FactSource | null;
}

export interface Changed {
  kind: 'changed';
  on: string;
  field: string;
  before: string | null;
  after: string | null;
  source: FactSource | null;
}

export type HistoryItem = Moved | Changed;

const SHOWN = 50;

export async function houseHistory(ctx: Context, houseId: string): Promise<HistoryItem[]> {
  const [moves, facts] = await Promise.all([movesOf(ctx, houseId), changesOf(ctx, houseId)]);
  return [...moves, ...facts].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

async function movesOf(ctx: Context, houseId: string): Promise<Moved[]> {
  const rows = await ctx.db
    .selectFrom('management_change as change')
    .leftJoin('company as was', 'was.id', 'change.from_company_id')
    .leftJoin('company as now', 'now.id', 'change.to_company_id')
    .leftJoin('import_source as source', 'source.id', 'change.import_id')
    .select([
      'changed_on',
      'from_company_id',
      'to_company_id',
      'is_first',
      'exact',
      'document',
      'change.import_id',
      'change.import_line',
    ])
    .select([
      'was.short_name as from_name',
      'now.short_name as to_name',
      'source.connector',
      'source.file as file_name',
      'source.day as fact_date',
    ])
    .where('change.house_id', '=', houseId)
    .orderBy('changed_on', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    kind: 'moved',
    on: row.changed_on,
    from: named(row.from_company_id, row.from_name),
    to: named(row.to_company_id, row.to_name),
    isFirst: row.is_first,
    exact: row.exact,
    document: row.document,
    source: sourceOf(row.connector, row.file_name, row.fact_date, row.import_line, row.import_id),
  }));
}

/** Of a house or of a company. */
export async function changesOf(ctx: Context, subjectId: string): Promise<Changed[]> {
  const rows = await ctx.db
    .selectFrom('fact_change as change')
    .leftJoin('import_source as source', 'source.id', 'change.import_id')
    .select([
      'changed_on',
      'field',
      'before',
      'after',
      'change.import_id',
      'change.import_line',
      'source.connector',
      'source.file as file_name',
      'source.day as fact_date',
    ])
    .where('subject_id', '=', subjectId)
    .orderBy('recorded_at', 'desc')
    .orderBy('field')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    kind: 'changed',
    on: row.changed_on,
    field: row.field,
    before: row.before,
    after: row.after,
    source: sourceOf(row.connector, row.file_name, row.fact_date, row.import_line, row.import_id),
  }));
}

const named = (id: string | null, name: string | null) => (id && name ? { id, name } : null);
