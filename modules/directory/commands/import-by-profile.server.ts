// A file read through a saved profile: a dry run that says what would change, then the same rows applied.
import { conflict, notFound } from '@zhkh/platform/errors';
import type { Context } from '@zhkh/platform/module.server';
import type { ImportReport, TableConnector } from '../connectors/frame/connector.ts';
import { profileConnector } from '../connectors/profile/connector.server.ts';
import { applyImport, runImport } from '../connectors/run-import.server.ts';
import { profileById } from '../queries/profiles.server.ts';

export async function tryByProfile(
  ctx: Context,
  input: { profileId: string; filePath: string; fileName: string; dryRun: boolean },
): Promise<ImportReport> {
  const connector = await connectorOf(ctx, input.profileId);
  return runImport(ctx, { connector, filePath: input.filePath, fileName: input.fileName, dryRun: input.dryRun });
}

export async function applyByProfile(ctx: Context, input: { profileId: string; importId: string }): Promise<ImportReport> {
  return applyImport(ctx, input.importId, await connectorOf(ctx, input.profileId));
}

async function connectorOf(ctx: Context, profileId: string): Promise<TableConnector> {
  const profile = await profileById(ctx, profileId);
  if (!profile) throw notFound('directory.profile-not-found');
  if (profile.facts.length === 0) throw conflict('directory.no-facts');
  return profileConnector(profile);
}
