// How many examinations, precepts and offences of a company count.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';

export interface SupervisionCounts {
  examinations: number;
  withOffence: number;
  preceptsOpen: number;
  preceptsOverdue: number;
  preceptsFulfilled: number;
  offencesOpen: number;
}

export async function countsOf(ctx: Context, companyId: string): Promise<SupervisionCounts> {
  const today = ctx.clock.now().toISOString().slice(0, 10);
  const open = sql`state in ('Active', 'NotFilled')`;
  const counted = await sql<SupervisionCounts>`
    select examined.*, told.*, broken.*
    from (
      select count(*)::int as examinations, (count(*) filter (where has_offence))::int as "withOffence"
      from examination where company_id = ${companyId}::uuid and counted
    ) examined, (
      select (count(*) filter (where ${open}))::int as "preceptsOpen",
        (count(*) filter (where ${open} and deadline < ${today}::date))::int as "preceptsOverdue",
        (count(*) filter (where state = 'Fulfiled'))::int as "preceptsFulfilled"
      from precept where company_id = ${companyId}::uuid and counted
    ) told, (
      select (count(*) filter (where ${open}))::int as "offencesOpen" from offence where company_id = ${companyId}::uuid and counted
    ) broken`.execute(ctx.db);
  return counted.rows[0] as SupervisionCounts;
}
