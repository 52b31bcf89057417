// Roubles or thousands of roubles: the exports do not say and both are met, so the file itself is asked. What owners have paid over the
// years is hundreds of roubles a square metre, works cost hundreds of thousands; a thousand times less can only be thousands.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';

type Answer = { factor: number; set: { money_unit: 'rouble' | 'thousand' } };

const roubles: Answer = { factor: 100, set: { money_unit: 'rouble' } };
const thousands: Answer = { factor: 100_000, set: { money_unit: 'thousand' } };

/** Median paid for a square metre below this is not roubles. */
const LEAST_PER_METRE = 5;
/** Median cost of a work below this is not roubles. */
const LEAST_WORK = 20_000;

export async function unitOfHouses(w: Write, importId: string): Promise<Answer> {
  const asked = await sql<{ median: number | null }>`
    select percentile_cont(0.5) within group (order by (cells ->> 'collected')::numeric / (cells ->> 'total_area')::numeric)::float8 as median
    from (select data::jsonb as cells from stage_tabular where import_id = ${importId} and target = 'capital_repair_house') stage
    where (cells ->> 'collected')::numeric > 0 and (cells ->> 'total_area')::numeric > 0`.execute(w.db);
  return answer(asked.rows[0]?.median ?? null, LEAST_PER_METRE);
}

export async function unitOfWorks(w: Write, importId: string): Promise<Answer> {
  const asked = await sql<{ median: number | null }>`
    select percentile_cont(0.5) within group (order by (cells ->> 'cost_plan')::numeric)::float8 as median
    from (select data::jsonb as cells from stage_tabular where import_id = ${importId} and target = 'capital_repair_work') stage
    where (cells ->> 'cost_plan')::numeric > 0`.execute(w.db);
  return answer(asked.rows[0]?.median ?? null, LEAST_WORK);
}

function answer(median: number | null, least: number): Answer {
  return median !== null && median < least ? thousands : roubles;
}
