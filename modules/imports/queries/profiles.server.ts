// Saved mapping profiles of the region, and what a run of one did.
import type { Context } from '@zhkh/kernel/module.server';
import type { Selectable } from 'kysely';
import type { ImportProfileTable } from '../db.ts';
import { type Profile, type ProfileSample, profileConnectorId } from '../domain/profile.ts';

export interface ProfileView extends Profile {
  id: string;
  sample: ProfileSample;
}

export async function profileById(ctx: Context, id: string): Promise<ProfileView | null> {
  return view(await ctx.db.selectFrom('import_profile').selectAll().where('id', '=', id).executeTakeFirst());
}

export async function profileByCode(ctx: Context, code: string): Promise<ProfileView | null> {
  return view(await ctx.db.selectFrom('import_profile').selectAll().where('code', '=', code).executeTakeFirst());
}

function view(row: Selectable<ImportProfileTable> | undefined): ProfileView | null {
  if (!row) return null;
  const { id, code, title, origin, target, facts, sample } = row;
  return { id, code, title, origin, target, facts, sample, keyKind: row.key_kind, keyColumn: row.key_column };
}

export async function profiles(ctx: Context) {
  const rows = await ctx.db
    .selectFrom('import_profile')
    .select(['id', 'title', 'origin', 'target', 'facts', 'updated_at'])
    .orderBy('title')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    origin: row.origin,
    target: row.target,
    facts: row.facts.length,
    updatedAt: row.updated_at.toISOString(),
  }));
}

export async function runOfProfile(ctx: Context, profile: Profile, importId: string) {
  const row = await ctx.db
    .selectFrom('import_run')
    .select(['id', 'state', 'file_name', 'rows_read', 'rows_failed', 'counts', 'error'])
    .where('id', '=', importId)
    .where('connector', '=', profileConnectorId(profile.code))
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        state: row.state,
        file: row.file_name,
        rows: row.rows_read,
        failed: row.rows_failed,
        added: row.counts.factsNew ?? 0,
        changed: row.counts.factsChanged ?? 0,
        refused: row.counts.refused ?? 0,
        error: row.error,
      }
    : null;
}
