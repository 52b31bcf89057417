// One import from a file to facts: open → detect → stream → map → stage → apply → report. Called by the command line, the operator's page and the seed.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '@zhkh/platform/db.server';
import { invalid, isAppError } from '@zhkh/platform/errors';
import type { Context } from '@zhkh/platform/module.server';
import { isoDateIn } from '../domain/season.ts';
import type { DirectorySettings } from '../settings.ts';
import { contracts } from './contracts/connector.server.ts';
import { applyStaged, emptyStaging } from './frame/apply-staged.server.ts';
import type { Connector, ImportProgress, ImportReport, ImportRun } from './frame/connector.ts';
import { dateInName } from './frame/date-in-name.ts';
import { type Tally, finishRun, startRun } from './frame/import-log.server.ts';
import { SourceError } from './frame/source-error.ts';
import { stageSource } from './frame/stage-source.server.ts';
import { housePoints } from './house-points/connector.server.ts';
import { ozhf } from './ozhf/connector.server.ts';
import { suppliers } from './suppliers/connector.server.ts';

const connectors: readonly Connector[] = [ozhf, suppliers, housePoints, contracts];

export const connectorIds = connectors.map((connector) => connector.id);

export interface RunImport {
  connector: string;
  filePath: string;
  /** Name to show instead of the file's own (uploads have machine names). */
  fileName?: string;
  /** The day the source speaks of; unless told, the date in the file's name, else today. */
  factDate?: string;
  onProgress?(progress: ImportProgress): void;
}

/** Never throws for a bad file: the report says `failed` or `stopped` and why. Throws `invalid` for an unknown connector. */
export async function runImport(ctx: Context, input: RunImport): Promise<ImportReport> {
  const connector = connectors.find((one) => one.id === input.connector);
  if (!connector) throw invalid('directory.unknown-connector', { params: { connector: input.connector } });
  const name = input.fileName ?? path.basename(input.filePath);
  const startedAt = ctx.clock.now();
  const factDate = input.factDate ?? dateInName(name) ?? isoDateIn(startedAt, ctx.tenant.timeZone);
  const run: ImportRun = { id: newId(), factDate, startedAt };
  await startRun(ctx, run, connector.id, { name, ...(await fingerprint(input.filePath)) });
  const tally: Tally = { read: 0, staged: 0, failed: 0, encoding: null, delimiter: null };
  try {
    await stageSource(ctx, connector, run, input, tally);
    const stopped = await tooManyFailed(ctx, tally);
    if (stopped) return await giveUp(ctx, connector, run, tally, { state: 'stopped', error: stopped });
    const counts = await applyStaged(ctx, connector, run, tally);
    return await finishRun(ctx, run, tally, { state: 'done', counts });
  } catch (error) {
    ctx.log.warn({ err: error, connector: connector.id }, 'import failed');
    return await giveUp(ctx, connector, run, tally, { state: 'failed', error: reasonOf(error) });
  }
}

async function giveUp(
  ctx: Context,
  connector: Connector,
  run: ImportRun,
  tally: Tally,
  end: { state: 'stopped' | 'failed'; error: string },
): Promise<ImportReport> {
  await ctx.write((w) => emptyStaging(w, connector, run));
  return finishRun(ctx, run, tally, { ...end, counts: {} });
}

async function fingerprint(filePath: string): Promise<{ sha256: string | null; bytes: number | null }> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(filePath)) hash.update(chunk as Uint8Array);
    return { sha256: hash.digest('hex'), bytes: (await stat(filePath)).size };
  } catch {
    return { sha256: null, bytes: null };
  }
}

async function tooManyFailed(ctx: Context, tally: Tally): Promise<string | null> {
  const { maxFailedPercent } = await ctx.settings<DirectorySettings>('directory');
  return tally.failed * 100 > maxFailedPercent * Math.max(tally.read, 1) ? 'too-many-failed' : null;
}

function reasonOf(error: unknown): string {
  if (error instanceof SourceError) return error.message;
  if (isAppError(error)) return error.code;
  return isArchiveFault(error) ? 'archive' : 'internal';
}

/** What the unpackers of gzip and tar say about damaged bytes. */
function isArchiveFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return code.startsWith('Z_') || /tar header|end of data/i.test(error.message);
}
