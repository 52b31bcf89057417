// Examinations of a company, precepts given to it and protocols of its offences, newest first.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { factsOf, type Sourced } from '../facts.server.ts';

interface Check {
  id: string;
  state: string;
  /** False for what was cancelled or annulled. */
  counted: boolean;
}

export type ExaminationView = Sourced<
  Check & {
    kind: string;
    form: string | null;
    objective: string | null;
    from: string | null;
    to: string | null;
    orderNumber: string | null;
    hasOffence: boolean | null;
    nature: string | null;
  }
>;

export type PreceptView = Sourced<
  Check & { number: string; date: string; deadline: string | null; summary: string | null; fulfilledOn: string | null }
>;

export type OffenceView = Sourced<Check & { number: string; date: string; summary: string | null; court: string | null }>;

export async function examinationsOf(ctx: Context, companyId: string): Promise<ExaminationView[]> {
  const order = sql`starts_on desc, fact.id`;
  const rows = await factsOf(ctx, 'examination', { owner: { company_id: companyId }, order });
  return rows.map((row) => ({
    ...check(row),
    kind: row.kind,
    form: row.form,
    objective: row.objective,
    from: row.starts_on,
    to: row.ends_on,
    orderNumber: row.order_number,
    hasOffence: row.has_offence,
    nature: row.nature_offence,
  }));
}

const BY_DAY = sql`issued_on desc, fact.id`;

export async function preceptsOf(ctx: Context, companyId: string): Promise<PreceptView[]> {
  const rows = await factsOf(ctx, 'precept', { owner: { company_id: companyId }, order: BY_DAY });
  return rows.map((row) => ({ ...paper(row), deadline: row.deadline, fulfilledOn: row.fulfilled_on }));
}

export async function offencesOf(ctx: Context, companyId: string): Promise<OffenceView[]> {
  const rows = await factsOf(ctx, 'offence', { owner: { company_id: companyId }, order: BY_DAY });
  return rows.map((row) => ({ ...paper(row), court: row.court_name }));
}

function check(row: Sourced<Check>): Sourced<Check> {
  return { id: row.id, state: row.state, counted: row.counted, source: row.source };
}

function paper(row: Sourced<Check> & { number: string; issued_on: string; summary: string | null }) {
  return { ...check(row), number: row.number, date: row.issued_on, summary: row.summary };
}
