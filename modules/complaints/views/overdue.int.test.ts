// One rule twice: what the domain calls late, SQL finds overdue, for any dates.
import { sql } from 'kysely';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { isLate } from '../domain/late.ts';
import { inSet, statuses } from '../domain/status.ts';
import { overdue } from './overdue.server.ts';
import complaints from '../module.server.ts';
import directory from '@zhkh/directory/module';

let regions: TwoRegions;
let ctx: Context;
beforeAll(async () => {
  regions = await twoRegions([directory, complaints]);
  ctx = await systemIn(regions, 'tyumen');
});
afterAll(() => regions.close());

const NOW = new Date('2026-11-28T12:00:00Z');
/** Around the moment itself: before, at it, after. */
const moment = fc.option(fc.integer({ min: -2, max: 2 }).map((hours) => new Date(NOW.getTime() + hours * 3_600_000)));
const row = fc.record({
  status: fc.constantFrom(...statuses),
  answer_due_at: moment,
  answer_stopped_at: moment,
  repair_due_at: moment,
  repair_stopped_at: moment,
});

it('holds in SQL what it holds in the domain', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
      const { rows: found } = await sql<{ late: boolean | null }>`
        select ${overdue(NOW)} as late from jsonb_populate_recordset(null::complaint, ${JSON.stringify(rows)}::text::jsonb)
        with ordinality as complaint order by ordinality`.execute(ctx.db);
      expect(found.map((one) => one.late === true)).toEqual(rows.map((one) => inSet(one.status, 'company') && isLate(NOW, one)));
    }),
    { numRuns: 60 },
  );
});
