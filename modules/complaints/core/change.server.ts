// Changes a complaint in one transaction: locks the row, checks right and table of states, does the step.
import type { Selectable, Updateable } from 'kysely';
import { notFound } from '@zhkh/kernel/errors';
import { must } from '@zhkh/kernel/http.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import type { ComplaintTable } from '../db.ts';
import { after, type Party, type Status, type Step } from '../domain/status.ts';

export type ComplaintRow = Selectable<ComplaintTable>;

export interface Change {
  complaintId: string;
  /** Permission held against the row. */
  can: string;
  step: Step;
  by: Party;
}

export type Work<T> = (w: Write, row: ComplaintRow, to: Status, now: Date) => Promise<T>;

export async function changeComplaint<T>(ctx: Context, change: Change, work: Work<T>): Promise<T> {
  const now = ctx.clock.now();
  return ctx.write(async (w) => {
    const row = await w.db
      .selectFrom('complaint')
      .selectAll()
      .where('id', '=', change.complaintId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    must(ctx, change.can, 'complaint', row);
    return work(w, row, after(row.status, change.step, change.by), now);
  });
}

/** The row for a check before the transaction: foreign and missing look the same. */
export async function readComplaint(ctx: Context, id: string, can: string): Promise<ComplaintRow> {
  const row = await ctx.db.selectFrom('complaint').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  must(ctx, can, 'complaint', row);
  return row;
}

export async function update(w: Write, id: string, values: Updateable<ComplaintTable>): Promise<void> {
  await w.db.updateTable('complaint').set(values).where('id', '=', id).execute();
}
