// Imports the files of the inbox folder, oldest first, and sets each aside as done or refused.
// Where they lie: <folder>/<region>/<source>/<file>; a file that is still being written is left for the next time.
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '@zhkh/kernel/module.server';
import { dateInName } from '../run/date-in-name.ts';
import { fingerprint } from '../run/fingerprint.server.ts';
import { recoverRuns } from '../run/recover-runs.server.ts';
import { runImport } from '../run/run-import.server.ts';
import { connectorsOf, sourceIdsOf } from '../run/sources-of.server.ts';
import type { ImportsSettings } from '../settings.ts';

/** Untouched for this long: whoever writes it is through. */
const STILL_MS = 60_000;
const UNFINISHED = /\.(part|partial|tmp|temp|filepart|crdownload|download)$/i;

export interface InboxOptions {
  /** One source; all unless told. */
  only?: string;
  mode?: 'check' | 'load';
  signal?: AbortSignal;
}

/** Returns how many files were tried. Killed runs are ended here too, so that nobody has to come by. */
export async function loadInbox(ctx: Context, { only, mode = 'load', signal }: InboxOptions = {}): Promise<number> {
  await recoverRuns(ctx, connectorsOf(ctx));
  const { inboxFolder } = await ctx.settings<ImportsSettings>('imports');
  if (!inboxFolder) return 0;
  let tried = 0;
  for (const id of sourceIdsOf(ctx).filter((one) => !only || one === only)) {
    for (const filePath of filesOf(path.join(inboxFolder, ctx.tenant.slug, id))) {
      if (signal?.aborted) return tried;
      if (await isKnown(ctx, id, filePath)) {
        setAside(ctx, filePath, 'done');
        continue;
      }
      tried += 1;
      const { state, error } = await runImport(ctx, {
        connector: id,
        filePath,
        dryRun: mode === 'check',
        ...(signal && { signal }),
      });
      ctx.log.info({ connector: id, file: path.basename(filePath), state, error }, 'file of the inbox');
      if (state === 'done' || state === 'staged') setAside(ctx, filePath, 'done');
      else if (error !== 'cancelled') setAside(ctx, filePath, 'refused', error);
    }
  }
  return tried;
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && isWhole(folder, entry.name));
  const ordered = names.map(({ name }) => ({ name, day: dateInName(name) ?? '' }));
  return ordered
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.name.localeCompare(b.name))
    .map(({ name }) => path.join(folder, name));
}

/** The machine's own clock: it is what stamped the file. */
function isWhole(folder: string, name: string): boolean {
  return !name.startsWith('.') && !UNFINISHED.test(name) && Date.now() - statSync(path.join(folder, name)).mtimeMs > STILL_MS;
}

async function isKnown(ctx: Context, connector: string, filePath: string): Promise<boolean> {
  const { sha256 } = await fingerprint(filePath);
  const found = await ctx.db
    .selectFrom('import_run')
    .select('id')
    .where('connector', '=', connector)
    .where('file_sha256', '=', sha256)
    .where('state', 'in', ['done', 'staged'])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** A folder nobody may write to is no reason to stop: the file stays, and is known by its sum or refused again. */
function setAside(ctx: Context, filePath: string, where: 'done' | 'refused', reason?: string): void {
  try {
    const folder = path.join(path.dirname(filePath), where);
    mkdirSync(folder, { recursive: true });
    renameSync(filePath, path.join(folder, path.basename(filePath)));
    if (reason) writeFileSync(path.join(folder, `${path.basename(filePath)}.reason.txt`), `${reason}\n`);
  } catch (error) {
    ctx.log.warn({ err: error, file: path.basename(filePath) }, 'the file of the inbox could not be set aside');
  }
}
