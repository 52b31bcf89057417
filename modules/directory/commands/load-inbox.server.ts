// Loads the files of an inbox folder: <folder>/<region>/<source>/<file>. A file is known by its name and size and tried once.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '@zhkh/platform/module.server';
import { recoverRuns } from '../connectors/frame/recover-runs.server.ts';
import { dateInName } from '../connectors/frame/date-in-name.ts';
import { connectors } from '../connectors/registry.server.ts';
import { runImport } from '../connectors/run-import.server.ts';
import type { DirectorySettings } from '../settings.ts';

/** Returns how many files were tried. Killed runs are ended here too, so that nobody has to come by. */
export async function loadInbox(ctx: Context): Promise<number> {
  await recoverRuns(ctx, connectors);
  const { inboxFolder } = await ctx.settings<DirectorySettings>('directory');
  if (!inboxFolder) return 0;
  let tried = 0;
  for (const connector of connectors) {
    for (const filePath of filesOf(path.join(inboxFolder, ctx.tenant.slug, connector.id))) {
      if (await isKnown(ctx, connector.id, filePath)) continue;
      tried += 1;
      const { state, error } = await runImport(ctx, { connector: connector.id, filePath });
      ctx.log.info({ connector: connector.id, file: path.basename(filePath), state, error }, 'file of the inbox');
    }
  }
  return tried;
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  const ordered = names.map(({ name }) => ({ name, day: dateInName(name) ?? '' }));
  return ordered
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.name.localeCompare(b.name))
    .map(({ name }) => path.join(folder, name));
}

async function isKnown(ctx: Context, connector: string, filePath: string): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('import_run')
    .select('id')
    .where('connector', '=', connector)
    .where('file_name', '=', path.basename(filePath))
    .where('file_bytes', '=', statSync(filePath).size)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
