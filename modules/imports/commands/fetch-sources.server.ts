// Fetches the sources that are due by their schedule into the queue of imports, each once.
import { nextAt } from '@zhkh/kernel/queue.server';
import type { Context, JobContext } from '@zhkh/kernel/module.server';
import { OutsideError } from '@zhkh/kernel/outbound.server';
import type { Selectable } from 'kysely';
import { openDownload, readPassport } from '../fetch/download.server.ts';
import { fileNameOf } from '../fetch/find-file-link.ts';
import { lockRun } from '../run/run-lock.server.ts';
import { SourceError } from '../read/source/source-error.ts';
import type { SourceScheduleTable } from '../db.ts';
import { loadInbox } from './load-inbox.server.ts';
import { queueImport } from './queue-import.server.ts';

type Schedule = Selectable<SourceScheduleTable>;
type Outcome = Partial<Pick<Schedule, 'last_state' | 'last_error' | 'last_import_id' | 'etag' | 'last_modified' | 'last_sha256'>>;

const DAY_MS = 86_400_000;

/** Returns how many were started. */
export async function fetchSources(ctx: JobContext, signal: AbortSignal): Promise<number> {
  const now = ctx.clock.now();
  const due = await ctx.db
    .selectFrom('source_schedule')
    .selectAll()
    .where('enabled', '=', true)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .execute();
  let started = 0;
  for (const schedule of due) {
    if (signal.aborted || !(await take(ctx, schedule, now))) continue;
    started += 1;
    await once(ctx, schedule, signal);
  }
  return started;
}

/** The moment moves on before the work begins: two workers, or one killed in the middle, do not start it twice. */
async function take(ctx: Context, schedule: Schedule, now: Date): Promise<boolean> {
  const next = nextAt(schedule.cron, ctx.tenant.timeZone, now) ?? new Date(now.getTime() + DAY_MS);
  const taken = await ctx.write((w) =>
    w.db
      .updateTable('source_schedule')
      .set({ next_at: next, last_at: now })
      .where('id', '=', schedule.id)
      .where('next_at', '=', schedule.next_at)
      .where('enabled', '=', true)
      .returning('id')
      .executeTakeFirst(),
  );
  return taken !== undefined;
}

/** A download that still goes on is not joined by a second one. */
async function once(ctx: JobContext, schedule: Schedule, signal: AbortSignal): Promise<void> {
  const lock = await lockRun(ctx, schedule.id);
  if (!lock) return;
  try {
    const outcome = await fetchOne(ctx, schedule, signal).catch((error: unknown): Outcome => {
      ctx.log.warn({ err: error, connector: schedule.connector }, 'scheduled source');
      return { last_state: 'failed', last_error: reasonOf(error) };
    });
    await ctx.write(async (w) => {
      await w.db
        .updateTable('source_schedule')
        .set({ last_error: null, ...outcome, updated_at: ctx.clock.now() })
        .where('id', '=', schedule.id)
        .execute();
    });
  } finally {
    await lock.release();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof OutsideError || error instanceof SourceError ? error.message.slice(0, 300) : 'internal';
}

async function fetchOne(ctx: JobContext, schedule: Schedule, signal: AbortSignal): Promise<Outcome> {
  if (schedule.kind === 'inbox') {
    const loaded = await loadInbox(ctx, { only: schedule.connector, mode: schedule.mode, signal });
    return { last_state: loaded > 0 ? 'queued' : 'nothing' };
  }
  const address = schedule.address ?? '';
  if (schedule.kind === 'url') return fetchFile(ctx, schedule, address, signal);
  const file = await readPassport(ctx, address, signal);
  return (await isHere(ctx, schedule, fileNameOf(file))) ? { last_state: 'unchanged' } : fetchFile(ctx, schedule, file, signal);
}

/** A passport names a new file for every issue: one that came in well is not fetched again. */
async function isHere(ctx: Context, schedule: Schedule, fileName: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('import_run')
    .select('id')
    .where('schedule_id', '=', schedule.id)
    .where('file_name', '=', fileName)
    .where('state', 'in', ['queued', 'running', 'staged', 'done'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function fetchFile(ctx: JobContext, schedule: Schedule, address: string, signal: AbortSignal): Promise<Outcome> {
  const known = schedule.kind === 'url' ? { etag: schedule.etag, lastModified: schedule.last_modified } : NOTHING;
  const download = await openDownload(ctx, address, known, signal);
  if (!download) return { last_state: 'unchanged' };
  const marks = { etag: download.etag, last_modified: download.lastModified };
  let sha256 = '';
  try {
    const importId = await queueImport(ctx, {
      connector: schedule.connector,
      mode: schedule.mode,
      fileName: download.fileName,
      scheduleId: schedule.id,
      write: async (place) => {
        const file = await download.write(place);
        sha256 = file.sha256;
        if (sha256 === schedule.last_sha256) throw new SameFile();
        return file;
      },
    });
    return { last_state: 'queued', last_import_id: importId, last_sha256: sha256, ...marks };
  } catch (error) {
    if (error instanceof SameFile) return { last_state: 'unchanged', ...marks };
    throw error;
  }
}

const NOTHING = { etag: null, lastModified: null };

/** A server that knows no conditions sent the same bytes again. */
class SameFile extends Error {}
