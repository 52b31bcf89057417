// Turns staged report rows into outages: corrects known ones, makes new ones, refuses rows of unknown houses.
import { directory } from '@zhkh/directory';
import { type ImportRun, imports } from '@zhkh/imports';
import { newId } from '@zhkh/kernel/db.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import type { Selectable } from 'kysely';
import { changeRow, recordOutage } from '../core/record-outage.server.ts';
import { common, type HouseFact } from '../core/house-rows.ts';
import type { Who } from '../core/who.server.ts';
import { outageChanged, outageEnded } from '../contract.ts';
import type { OutageTable, StageOutageTable } from '../db.ts';
import type { Kind, State, Type } from '../domain/phase.ts';

type Staged = Selectable<StageOutageTable>;
type Found = { row: Staged; house: HouseFact };

const byRegister: Who = { kind: 'source', id: null, name: '', organisation: '' };
const CHUNK = 500;

export async function applyReports(ctx: Context, w: Write, run: ImportRun): Promise<Record<string, number>> {
  const counts = { outagesNew: 0, outagesChanged: 0, refused: 0 };
  const rows = await w.db.selectFrom('stage_outage').selectAll().where('import_id', '=', run.id).orderBy('source_key').execute();
  const found = await findHouses(ctx, w, rows);
  const strangers = rows.filter((row) => !found.some((one) => one.row === row));
  counts.refused = await refuse(ctx, w, run, strangers);
  const ogrns = [...new Set(found.flatMap((one) => one.row.ogrn ?? []))];
  const companies = await ctx.service(directory).companiesByOgrn(w.db, ogrns);
  for (const [key, group] of Map.groupBy(found, (one) => one.row.source_key ?? '')) {
    const done = await applyOne(ctx, w, run, key, group, companies);
    if (done === 'new') counts.outagesNew += 1;
    if (done === 'changed') counts.outagesChanged += 1;
  }
  return counts;
}

async function findHouses(ctx: Context, w: Write, rows: readonly Staged[]): Promise<Found[]> {
  const found: Found[] = [];
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = rows.slice(at, at + CHUNK);
    const keys = part.map((row) => ({ guid: row.house_guid, address: row.address }));
    const houses = await ctx.service(directory).housesByKeys(w.db, keys);
    for (const [index, house] of houses.entries()) {
      const row = part[index];
      if (house && row) found.push({ row, house });
    }
  }
  return found;
}

async function refuse(ctx: Context, w: Write, run: ImportRun, rows: readonly Staged[]): Promise<number> {
  const lines = rows.map((row) => ({
    line: Number(row.line),
    field: row.house_guid ? 'FiasHouseGUID' : 'HouseAddress',
    reason: 'unknown-house',
    raw: row.raw ?? '',
  }));
  await ctx.service(imports).refuseRows(w, run.id, lines);
  return lines.length;
}

type Companies = ReadonlyMap<string, { id: string; shortName: string }>;

async function applyOne(
  ctx: Context,
  w: Write,
  run: ImportRun,
  key: string,
  group: readonly Found[],
  companies: Companies,
): Promise<'new' | 'changed' | 'same'> {
  const [{ row }] = group as [Found];
  const known = await w.db.selectFrom('outage').selectAll().where('source_key', '=', key).forUpdate().executeTakeFirst();
  if (known) return correct(ctx, w, known, row);
  if (row.status === 'CANCELLED') return 'same';
  const provider = companies.get(row.ogrn ?? '');
  const houses = [...new Map(group.map((one) => [one.house.house.id, one.house])).values()];
  const companyId = provider?.id ?? common(houses.map((house) => house.companyId));
  const outage = {
    ...valuesOf(row),
    source_key: key,
    company_id: companyId,
    closed_at: null,
    closed_by: null,
    idempotency_key: newId(),
    import_id: run.id,
    import_line: Number(row.line),
  };
  const who = { ...byRegister, organisation: provider?.shortName ?? '' };
  await recordOutage(w, { outage, houses, who, regionZone: ctx.tenant.timeZone, now: ctx.clock.now() });
  return 'new';
}

const valuesOf = (row: Staged) => ({
  kind: row.kind as Kind,
  type: row.type as Type,
  services: (row.services ?? '').split(' '),
  starts_at: new Date(row.starts_at ?? ''),
  ends_at: row.ends_at ? new Date(row.ends_at) : null,
  reason_code: row.reason_code ?? '',
  reason_text: row.reason_text ?? '',
  info: row.info ?? '',
});

/** A register corrects what it reported itself: times, state and words; what people closed here stays closed. */
async function correct(ctx: Context, w: Write, known: Selectable<OutageTable>, row: Staged): Promise<'changed' | 'same'> {
  if (known.state !== 'announced') return 'same';
  const now = ctx.clock.now();
  const { starts_at, ends_at, info } = valuesOf(row);
  const state: State = row.status === 'CANCELLED' ? 'cancelled' : 'announced';
  const moved = known.ends_at?.getTime() !== ends_at?.getTime() || known.starts_at.getTime() !== starts_at.getTime();
  if (state === 'announced' && !moved && known.info === info) return 'same';
  const revision = known.revision + 1;
  const closed =
    state === 'cancelled' ? { closed_at: now, closed_by: 'person' as const, cancel_reason: row.cancel_reason ?? '' } : {};
  await w.db
    .updateTable('outage')
    .set({ starts_at, ends_at, info, state, revision, ...closed })
    .where('id', '=', known.id)
    .execute();
  const kind = state === 'cancelled' ? ('cancelled' as const) : ('moved' as const);
  const line = { outageId: known.id, at: now, kind, who: byRegister, before: known.ends_at, after: ends_at, revision };
  await w.db
    .insertInto('outage_change')
    .values(changeRow({ ...line, reason: row.cancel_reason ?? '' }))
    .execute();
  if (state === 'cancelled') await w.emit(outageEnded, { outageId: known.id, revision, how: 'cancelled' });
  else await w.emit(outageChanged, { outageId: known.id, revision });
  return 'changed';
}
