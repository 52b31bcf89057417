// Changes an outage in one transaction: locks the row, checks right and step, writes history and event.
import { conflict, notFound } from '@zhkh/kernel/errors';
import { must } from '@zhkh/kernel/http.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import type { Selectable } from 'kysely';
import { outageChanged, outageEnded } from '../contract.ts';
import type { OutageTable } from '../db.ts';
import { after, phaseOf, type State, type Step } from '../domain/phase.ts';
import { changeRow } from './record-outage.server.ts';
import type { Who } from './who.server.ts';

export type OutageRow = Selectable<OutageTable>;

export interface StepInput {
  outageId: string;
  step: Step;
  /** The revision the person looked at; absent for the clock. */
  revision?: number;
  reason: string;
  who: Who;
}

const kindOf = { move: 'moved', finish: 'finished', cancel: 'cancelled', close: 'closed' } as const;

export type Values = Partial<Pick<OutageRow, 'ends_at' | 'closed_at' | 'closed_by' | 'cancel_reason'>>;

export async function changeOutage(ctx: Context, input: StepInput, values: (row: OutageRow, now: Date) => Values): Promise<void> {
  await ctx.write((w) => changeIn(ctx, w, input, values));
}

/** Someone else was here in between: `outages.changed-meanwhile`, nothing is written. */
export async function changeIn(
  ctx: Context,
  w: Write,
  input: StepInput,
  values: (row: OutageRow, now: Date) => Values,
): Promise<void> {
  const now = ctx.clock.now();
  const row = await w.db.selectFrom('outage').selectAll().where('id', '=', input.outageId).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  must(ctx, 'outages.manage', 'outage', row);
  if (input.revision !== undefined && input.revision !== row.revision) throw conflict('outages.changed-meanwhile');
  const state = after(phaseOf(row, now), input.step);
  const revision = row.revision + 1;
  const changed = values(row, now);
  await w.db
    .updateTable('outage')
    .set({ ...changed, state, revision })
    .where('id', '=', row.id)
    .execute();
  const end = changed.ends_at === undefined ? row.ends_at : changed.ends_at;
  const line = { outageId: row.id, at: now, kind: kindOf[input.step], who: input.who, reason: input.reason, revision };
  await w.db
    .insertInto('outage_change')
    .values(changeRow({ ...line, before: row.ends_at, after: end }))
    .execute();
  await tell(w, row.id, revision, state);
}

function tell(w: Write, outageId: string, revision: number, state: State): Promise<void> {
  if (state === 'announced') return w.emit(outageChanged, { outageId, revision });
  return w.emit(outageEnded, { outageId, revision, how: state });
}
