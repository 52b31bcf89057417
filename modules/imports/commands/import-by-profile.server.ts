// A file read through a saved profile: a dry run that says what would change, or straight away.
import { conflict, notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import type { ImportReport } from '../connector.ts';
import { applyImport, runImport } from '../run/run-import.server.ts';
import { profileConnectorId } from '../domain/profile.ts';
import { profileById } from '../queries/profiles.server.ts';

export async function importByProfile(
  ctx: Context,
  input: { profileId: string; filePath: string; fileName: string; dryRun: boolean },
): Promise<ImportReport> {
  const { profileId, ...file } = input;
  const profile = await profileById(ctx, profileId);
  if (!profile) throw notFound('imports.profile-not-found');
  if (profile.facts.length === 0) throw conflict('imports.no-facts');
  return runImport(ctx, { ...file, connector: profileConnectorId(profile.code) });
}

/** Only a run of this profile: the page's form names the import. */
export async function applyByProfile(ctx: Context, input: { profileId: string; importId: string }): Promise<ImportReport> {
  const profile = await profileById(ctx, input.profileId);
  const run = await ctx.db.selectFrom('import_run').select('connector').where('id', '=', input.importId).executeTakeFirst();
  if (!profile || run?.connector !== profileConnectorId(profile.code)) throw notFound('imports.profile-not-found');
  return applyImport(ctx, input.importId);
}
