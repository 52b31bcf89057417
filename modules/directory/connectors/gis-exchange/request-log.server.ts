// Requests of the exchange as rows: planned before anything is sent, so that a killed worker goes on instead of asking twice.
import { jsonb, newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import type { XmlObject } from './envelope.ts';
import type { Portion } from './operation.ts';

export interface ExchangeRequest {
  id: string;
  position: number;
  content: XmlObject;
  about: Record<string, string>;
  state: 'planned' | 'asked' | 'done' | 'empty' | 'failed';
  ack_guid: string | null;
  tries: number;
}

const KEPT_DAYS = 180;
const BATCH = 500;

export async function openRequests(ctx: Context, operation: string): Promise<ExchangeRequest[]> {
  const rows = await ctx.db
    .selectFrom('exchange_request')
    .select(['id', 'position', 'content', 'about', 'state', 'ack_guid', 'tries'])
    .where('operation', '=', operation)
    .where('state', 'in', ['planned', 'asked'])
    .orderBy('created_at')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, content: JSON.parse(row.content) as XmlObject }));
}

export async function planRound(ctx: Context, operation: string, portions: readonly Portion[]): Promise<void> {
  const now = ctx.clock.now();
  const round = newId();
  const rows = portions.map((portion, position) => ({
    id: newId(),
    operation,
    round,
    position,
    content: JSON.stringify(portion.content),
    about: jsonb({ ...portion.about }),
    state: 'planned' as const,
    ack_guid: null,
    error: null,
    asked_at: null,
    answered_at: null,
    import_id: null,
    first_line: null,
    last_line: null,
    created_at: now,
  }));
  await ctx.write(async (w) => {
    await w.db
      .deleteFrom('exchange_request')
      .where('operation', '=', operation)
      .where('created_at', '<', new Date(now.getTime() - KEPT_DAYS * 86_400_000))
      .where('import_id', 'is', null)
      .execute();
    for (let from = 0; from < rows.length; from += BATCH)
      await w.db
        .insertInto('exchange_request')
        .values(rows.slice(from, from + BATCH))
        .execute();
  });
}

export async function markAsked(ctx: Context, id: string, ackGuid: string): Promise<void> {
  await ctx.write(async (w) => {
    await w.db
      .updateTable('exchange_request')
      .set({ state: 'asked', ack_guid: ackGuid, asked_at: ctx.clock.now(), error: null })
      .where('id', '=', id)
      .execute();
  });
}

/** What went wrong this time; the request stays under way. */
export async function markTried(ctx: Context, id: string, tries: number, error: string): Promise<void> {
  await ctx.write(async (w) => {
    await w.db.updateTable('exchange_request').set({ tries, error }).where('id', '=', id).execute();
  });
}

export interface Ended {
  id: string;
  state: 'done' | 'empty' | 'failed';
  error: string | null;
  lines: { first: number; last: number } | null;
}

export async function markEnded(ctx: Context, importId: string | null, ended: readonly Ended[]): Promise<void> {
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    for (const { id, state, error, lines } of ended)
      await w.db
        .updateTable('exchange_request')
        .set({
          state,
          error,
          answered_at: now,
          import_id: importId,
          first_line: lines?.first ?? null,
          last_line: lines?.last ?? null,
        })
        .where('id', '=', id)
        .execute();
  });
}
