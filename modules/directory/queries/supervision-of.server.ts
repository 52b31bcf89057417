// What supervision knows of a company: licences and their houses, reports, examinations, precepts, offences. Cancelled and annulled ones
// are kept and shown as such, and count nowhere.
import type { Context } from '@zhkh/platform/module.server';
import { sql } from 'kysely';
import { factSource } from './capital-repair-of.server.ts';
import { factFile } from './fact-file.server.ts';
import type { FactSource } from './house-card.server.ts';

type Sourced<T> = T & { source: FactSource | null };

export interface Supervision {
  licences: Sourced<{
    number: string;
    status: string;
    active: boolean;
    registeredOn: string | null;
    from: string | null;
    to: string | null;
    authority: string | null;
  }>[];
  /** Houses entered in the licence register and taken out of it. */
  licenceHouses: { included: number; excluded: number };
  reports: Sourced<{ year: number; placed: number; missing: number }>[];
  counts: {
    examinations: number;
    withOffence: number;
    preceptsOpen: number;
    preceptsOverdue: number;
    preceptsFulfilled: number;
    offencesOpen: number;
  };
  examinations: Sourced<{
    id: string;
    state: string;
    counted: boolean;
    kind: string;
    form: string | null;
    objective: string | null;
    from: string | null;
    to: string | null;
    orderNumber: string | null;
    hasOffence: boolean | null;
    nature: string | null;
  }>[];
  precepts: Sourced<{
    id: string;
    state: string;
    counted: boolean;
    number: string;
    date: string;
    deadline: string | null;
    summary: string | null;
    fulfilledOn: string | null;
  }>[];
  offences: Sourced<{
    id: string;
    state: string;
    counted: boolean;
    number: string;
    date: string;
    summary: string | null;
    court: string | null;
  }>[];
}

const SHOWN = 50;
const SOURCE = ['run.connector', factFile('fact')] as const;

/** Null when no register says anything. */
export async function supervisionOf(ctx: Context, companyId: string): Promise<Supervision | null> {
  const [licences, licenceHouses, reports, counts, examinations, precepts, offences] = await Promise.all([
    licencesOf(ctx, companyId),
    licenceHousesOf(ctx, companyId),
    reportsOf(ctx, companyId),
    countsOf(ctx, companyId),
    examinationsOf(ctx, companyId),
    preceptsOf(ctx, companyId),
    offencesOf(ctx, companyId),
  ]);
  const all = [licences, reports, examinations, precepts, offences];
  if (all.every((list) => list.length === 0)) return null;
  return { licences, licenceHouses, reports, counts, examinations, precepts, offences };
}

async function licencesOf(ctx: Context, companyId: string): Promise<Supervision['licences']> {
  const rows = await ctx.db
    .selectFrom('licence as fact')
    .innerJoin('import_run as run', 'run.id', 'fact.import_id')
    .selectAll('fact')
    .select(SOURCE)
    .where('company_id', '=', companyId)
    .orderBy('active', 'desc')
    .orderBy('registered_on', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    status: row.status,
    active: row.active,
    registeredOn: row.registered_on,
    from: row.valid_from,
    to: row.valid_to,
    authority: row.authority,
    source: factSource(row),
  }));
}

async function licenceHousesOf(ctx: Context, companyId: string): Promise<Supervision['licenceHouses']> {
  const row = await ctx.db
    .selectFrom('licence_house')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('status', '=', 'INCLUDED').as('included'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'EXCLUDED').as('excluded'),
    ])
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow();
  return row;
}

async function reportsOf(ctx: Context, companyId: string): Promise<Supervision['reports']> {
  const rows = await ctx.db
    .selectFrom('management_report as fact')
    .innerJoin('import_run as run', 'run.id', 'fact.import_id')
    .select((eb) => [
      'year',
      eb.fn.countAll<number>().filterWhere('counted', '=', true).as('placed'),
      eb.fn.countAll<number>().filterWhere('fact.status', '=', 'NotPlaced').as('missing'),
      sql<string>`max(run.connector)`.as('connector'),
      sql<string>`max(run.file_name)`.as('file_name'),
      eb.fn.max('fact.fact_date').as('fact_date'),
    ])
    .where('company_id', '=', companyId)
    .groupBy('year')
    .orderBy('year', 'desc')
    .limit(10)
    .execute();
  return rows.map((row) => ({
    year: row.year,
    placed: row.placed,
    missing: row.missing,
    source: factSource({ ...row, import_line: null }),
  }));
}

async function countsOf(ctx: Context, companyId: string): Promise<Supervision['counts']> {
  const today = ctx.clock.now().toISOString().slice(0, 10);
  const counted = await sql<Supervision['counts']>`
    select
      (select count(*)::int from examination where company_id = ${companyId}::uuid and counted) as examinations,
      (select count(*)::int from examination where company_id = ${companyId}::uuid and counted and has_offence) as "withOffence",
      (select count(*)::int from precept where company_id = ${companyId}::uuid and counted and state in ('Active', 'NotFilled')) as "preceptsOpen",
      (select count(*)::int from precept where company_id = ${companyId}::uuid and counted and state in ('Active', 'NotFilled') and deadline < ${today}::date)
        as "preceptsOverdue",
      (select count(*)::int from precept where company_id = ${companyId}::uuid and counted and state = 'Fulfiled') as "preceptsFulfilled",
      (select count(*)::int from offence where company_id = ${companyId}::uuid and counted and state in ('Active', 'NotFilled')) as "offencesOpen"`.execute(
    ctx.db,
  );
  return counted.rows[0] as Supervision['counts'];
}

async function examinationsOf(ctx: Context, companyId: string): Promise<Supervision['examinations']> {
  const rows = await ctx.db
    .selectFrom('examination as fact')
    .innerJoin('import_run as run', 'run.id', 'fact.import_id')
    .selectAll('fact')
    .select(SOURCE)
    .where('company_id', '=', companyId)
    .orderBy('starts_on', 'desc')
    .orderBy('fact.id')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    counted: row.counted,
    kind: row.kind,
    form: row.form,
    objective: row.objective,
    from: row.starts_on,
    to: row.ends_on,
    orderNumber: row.order_number,
    hasOffence: row.has_offence,
    nature: row.nature_offence,
    source: factSource(row),
  }));
}

async function preceptsOf(ctx: Context, companyId: string): Promise<Supervision['precepts']> {
  const rows = await ctx.db
    .selectFrom('precept as fact')
    .innerJoin('import_run as run', 'run.id', 'fact.import_id')
    .selectAll('fact')
    .select(SOURCE)
    .where('company_id', '=', companyId)
    .orderBy('issued_on', 'desc')
    .orderBy('fact.id')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    counted: row.counted,
    number: row.number,
    date: row.issued_on,
    deadline: row.deadline,
    summary: row.summary,
    fulfilledOn: row.fulfilled_on,
    source: factSource(row),
  }));
}

async function offencesOf(ctx: Context, companyId: string): Promise<Supervision['offences']> {
  const rows = await ctx.db
    .selectFrom('offence as fact')
    .innerJoin('import_run as run', 'run.id', 'fact.import_id')
    .selectAll('fact')
    .select(SOURCE)
    .where('company_id', '=', companyId)
    .orderBy('issued_on', 'desc')
    .orderBy('fact.id')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    counted: row.counted,
    number: row.number,
    date: row.issued_on,
    summary: row.summary,
    court: row.court_name,
    source: factSource(row),
  }));
}
