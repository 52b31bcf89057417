// Schedules of sources: added, switched on and off, started now, taken away.
import { newId } from '@zhkh/kernel/db.server';
import { conflict, invalid, notFound } from '@zhkh/kernel/errors';
import { nextAt } from '@zhkh/kernel/queue.server';
import type { Context } from '@zhkh/kernel/module.server';
import { hostsOf } from '../fetch/download.server.ts';
import { findConnector } from '../run/find-connector.server.ts';
import type { ScheduleForm } from '../domain/schedule-forms.ts';
import type { ImportsSettings } from '../settings.ts';

const FETCH_SOURCES = 'imports.fetch-sources';

export async function addSchedule(ctx: Context, form: ScheduleForm): Promise<string> {
  await findConnector(ctx, form.connector);
  const now = ctx.clock.now();
  const next = nextAt(form.cron, ctx.tenant.timeZone, now);
  if (!next) throw wrong('ownCron', 'cron');
  const address = form.kind === 'inbox' ? null : await checkedAddress(ctx, form.address ?? '');
  const id = newId();
  await ctx.write(async (w) => {
    const added = await w.db
      .insertInto('source_schedule')
      .values({
        id,
        connector: form.connector,
        kind: form.kind,
        address,
        cron: form.cron,
        mode: form.mode,
        enabled: true,
        next_at: next,
        last_at: null,
        last_state: null,
        last_error: null,
        last_import_id: null,
        etag: null,
        last_modified: null,
        last_sha256: null,
        created_at: now,
        updated_at: now,
      })
      .onConflict((on) => on.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) throw conflict('imports.schedule-exists');
    await w.audit('imports.schedule-added', { type: 'source_schedule', id }, { connector: form.connector, kind: form.kind });
  });
  return id;
}

/** The client checks again when it asks: this is for the person who types. */
async function checkedAddress(ctx: Context, address: string): Promise<string> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username || !/^https?:$/.test(url.protocol)) throw wrong('address', 'schedule-address');
  const hosts = hostsOf(await ctx.settings<ImportsSettings>('imports'));
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (url.protocol === 'http:' && !local) throw wrong('address', 'schedule-https');
  if (!local && !hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`)))
    throw wrong('address', 'schedule-host', { host: url.hostname });
  return url.href;
}

function wrong(field: string, key: string, params: Record<string, string> = {}) {
  return invalid(`imports.${key}`, { fields: { [field]: { key: `imports:errors.${key}`, params } } });
}

export async function switchSchedule(ctx: Context, id: string, enabled: boolean): Promise<void> {
  const row = await ctx.db.selectFrom('source_schedule').select('cron').where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('imports.no-schedule');
  const now = ctx.clock.now();
  const next = nextAt(row.cron, ctx.tenant.timeZone, now) ?? now;
  await change(ctx, id, 'imports.schedule-switched', { enabled, next_at: next });
}

export async function startNow(ctx: Context, id: string): Promise<void> {
  await change(ctx, id, 'imports.schedule-started', { enabled: true, next_at: ctx.clock.now() });
  ctx.hint(FETCH_SOURCES);
}

async function change(ctx: Context, id: string, action: string, to: { enabled: boolean; next_at: Date }): Promise<void> {
  await ctx.write(async (w) => {
    const changed = await w.db
      .updateTable('source_schedule')
      .set({ ...to, updated_at: ctx.clock.now() })
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (!changed) throw notFound('imports.no-schedule');
    await w.audit(action, { type: 'source_schedule', id }, { enabled: to.enabled });
  });
}

export async function removeSchedule(ctx: Context, id: string): Promise<void> {
  await ctx.write(async (w) => {
    await w.db.deleteFrom('source_schedule').where('id', '=', id).execute();
    await w.audit('imports.schedule-removed', { type: 'source_schedule', id });
  });
}
