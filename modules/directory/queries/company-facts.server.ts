// What the tax service's registers say of a company, each fact with its source and its day.
import type { Context } from '@zhkh/kernel/module.server';
import type { CompanyRegistrationTable, RegistrationStatus, SmeCategory } from '../db-fns.ts';
import { type FactSource, sourceOf } from './house-card.server.ts';

const YEARS = 5;
const STATES = 20;

export interface RegistrationChange {
  on: string;
  field: 'name' | 'status' | 'address' | 'okved' | 'capital';
  before: string | null;
  after: string | null;
}

export interface CompanyFacts {
  registration: {
    register: 'egrul' | 'egrip';
    status: RegistrationStatus;
    statusText: string | null;
    statusOn: string | null;
    registeredOn: string | null;
    okved: string | null;
    okvedName: string | null;
    /** Roubles. */
    capital: number | null;
    email: string | null;
    address: string | null;
    addressUnreliable: boolean;
    addressNote: string | null;
    /** Newest first: what an extract said differently from the one before it. */
    changes: RegistrationChange[];
    source: FactSource | null;
  } | null;
  /** Newest year first; roubles. */
  finance: { year: number; income: number; expense: number; source: FactSource | null }[];
  staff: { year: number; count: number; source: FactSource | null }[];
  sme: {
    category: SmeCategory;
    since: string | null;
    isNew: boolean | null;
    social: boolean | null;
    staff: number | null;
    /** Day of the newest set when the company is no longer in it. */
    goneBy: string | null;
    source: FactSource | null;
  } | null;
}

export async function companyFacts(ctx: Context, companyId: string): Promise<CompanyFacts> {
  const [registration, finance, staff, sme] = await Promise.all([
    registrationOf(ctx, companyId),
    financeOf(ctx, companyId),
    staffOf(ctx, companyId),
    smeOf(ctx, companyId),
  ]);
  return { registration, finance, staff, sme };
}

interface Origin {
  connector: string;
  file_name: string;
  import_entry: string | null;
  import_line: number;
  import_id: string;
}

const ORIGIN = ['connector', 'file as file_name', 'import_entry', 'import_line', 'import_id'] as const;

/** The file inside an archive is part of the answer: a set holds thousands. */
function origin(row: Origin, date: string): FactSource | null {
  const inside = row.import_entry && row.import_entry !== row.file_name ? `, ${row.import_entry}` : '';
  return sourceOf(row.connector, row.file_name + inside, date, row.import_line, row.import_id);
}

async function registrationOf(ctx: Context, companyId: string): Promise<CompanyFacts['registration']> {
  const states = await ctx.db
    .selectFrom('company_registration')
    .innerJoin('import_source as source', 'source.id', 'import_id')
    .selectAll('company_registration')
    .select(ORIGIN)
    .where('company_id', '=', companyId)
    .orderBy('company_registration.fact_date', 'desc')
    .limit(STATES)
    .execute();
  const [row] = states;
  if (!row) return null;
  return {
    register: row.register,
    status: row.status,
    statusText: row.status_text,
    statusOn: row.status_on,
    registeredOn: row.registered_on,
    okved: row.okved,
    okvedName: row.okved_name,
    capital: row.capital,
    email: row.email,
    address: row.address,
    addressUnreliable: row.address_unreliable,
    addressNote: row.address_note,
    changes: changesOf(states),
    source: origin(row, row.seen_on),
  };
}

function changesOf(states: readonly CompanyRegistrationTable[]): RegistrationChange[] {
  return states.flatMap((state, at) => {
    const before = states[at + 1];
    if (!before) return [];
    return CHANGING.filter((field) => state[field] !== before[field]).map((field) => ({
      on: state.fact_date,
      field,
      before: textOf(before[field]),
      after: textOf(state[field]),
    }));
  });
}

const CHANGING = ['name', 'status', 'address', 'okved', 'capital'] as const;

const textOf = (value: string | number | null) => (value === null ? null : String(value));

async function financeOf(ctx: Context, companyId: string): Promise<CompanyFacts['finance']> {
  const rows = await ctx.db
    .selectFrom('company_finance')
    .innerJoin('import_source as source', 'source.id', 'import_id')
    .select(['year', 'income', 'expense', 'company_finance.fact_date', ...ORIGIN])
    .where('company_id', '=', companyId)
    .orderBy('year', 'desc')
    .limit(YEARS)
    .execute();
  return rows.map((row) => ({ year: row.year, income: row.income, expense: row.expense, source: origin(row, row.fact_date) }));
}

async function staffOf(ctx: Context, companyId: string): Promise<CompanyFacts['staff']> {
  const rows = await ctx.db
    .selectFrom('company_staff')
    .innerJoin('import_source as source', 'source.id', 'import_id')
    .select(['year', 'count', 'company_staff.fact_date', ...ORIGIN])
    .where('company_id', '=', companyId)
    .orderBy('year', 'desc')
    .limit(YEARS)
    .execute();
  return rows.map((row) => ({ year: row.year, count: row.count, source: origin(row, row.fact_date) }));
}

async function smeOf(ctx: Context, companyId: string): Promise<CompanyFacts['sme']> {
  const row = await ctx.db
    .selectFrom('company_sme')
    .innerJoin('import_source as source', 'source.id', 'import_id')
    .selectAll('company_sme')
    .select(ORIGIN)
    .select((eb) =>
      eb
        .selectFrom('company_sme as any')
        .select((inner) => inner.fn.max('any.seen_on').as('newest'))
        .as('newest'),
    )
    .where('company_id', '=', companyId)
    .orderBy('company_sme.fact_date', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    category: row.category,
    since: row.since,
    isNew: row.is_new,
    social: row.social,
    staff: row.staff,
    goneBy: row.newest !== null && row.newest > row.seen_on ? row.newest : null,
    source: origin(row, row.seen_on),
  };
}
