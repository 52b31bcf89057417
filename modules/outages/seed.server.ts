// Writes demo outages of a region: running, late, planned, past, cancelled; a second run adds none.
import { createHash } from 'node:crypto';
import { directory, type HouseView, type ManagerView } from '@zhkh/directory';
import { accountByPhone, hasCabinet } from '@zhkh/kernel/auth.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { ensureReader } from './commands/subscribe.server.ts';
import { changeIn } from './core/change-outage.server.ts';
import './db.ts';
import { recordOutage } from './core/record-outage.server.ts';
import { type Story, stories } from './seed/stories.ts';

export async function seed(ctx: Context, options: { size: 'small' | 'demo' }): Promise<void> {
  const known = await ctx.db.selectFrom('outage').select('id').where('idempotency_key', '=', keyOf(ctx, 0)).executeTakeFirst();
  if (known) return;
  const resident = await demoResident(ctx);
  const groups = homeFirst(await demoGroups(ctx), resident?.houseId);
  if (groups.length === 0) return;
  const count = options.size === 'small' ? 5 : stories.length;
  await ctx.write(async (w) => {
    for (const [at, story] of stories.slice(0, count).entries()) {
      const group = groups[story.company % groups.length] as Group;
      await tellStory(ctx, w, { story, group, key: keyOf(ctx, at) });
    }
    if (resident) await follow(ctx, w, resident);
  });
}

function keyOf(ctx: Context, at: number): string {
  const hex = createHash('sha256').update(`demo outage ${ctx.tenant.slug} ${at}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface Resident {
  id: string;
  houseId: string;
}

/** The resident everybody signs in as on the demo, once complaints have given them a home. */
async function demoResident(ctx: Context): Promise<Resident | null> {
  const phone = `+7912${ctx.tenant.subjectCode}00101`;
  const id = await accountByPhone(ctx.db, phone);
  const home = id && (await ctx.service(directory).residence(id));
  return id && home ? { id, houseId: home.houseId } : null;
}

/** The home stands first among the houses of its company, so that its resident sees the demo's outages. */
function homeFirst(groups: Group[], houseId: string | undefined): Group[] {
  return groups.map((group) => {
    const home = group.houses.find((house) => house.id === houseId);
    return home ? { ...group, houses: [home, ...group.houses.filter((house) => house !== home)] } : group;
  });
}

async function follow(ctx: Context, w: Write, resident: Resident): Promise<void> {
  const now = ctx.clock.now();
  await ensureReader(w, resident.id, now);
  await w.db
    .insertInto('outage_subscription')
    .values({ account_id: resident.id, house_id: resident.houseId, created_at: now })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

interface Group {
  manager: ManagerView;
  houses: HouseView[];
  cabinet: boolean;
}

/** Companies of the demo, that of the cabinet first, each with houses of one street. */
async function demoGroups(ctx: Context): Promise<Group[]> {
  const service = ctx.service(directory);
  const hits = (
    await Promise.all(['республики', 'ленина', 'мира', 'садовая', 'ул'].map((words) => service.findHouses(words, 20)))
  ).flat();
  const companies = [...new Set(hits.flatMap((hit) => hit.companyId ?? []))].slice(0, 6);
  const groups: Group[] = [];
  for (const companyId of companies) {
    const houses = await service.housesOfCompany(companyId);
    const manager = houses[0] && (await service.managerOf(houses[0].id));
    if (manager) groups.push({ manager, houses, cabinet: await hasCabinet(ctx.db, companyId) });
  }
  return groups.sort((a, b) => Number(b.cabinet) - Number(a.cabinet));
}

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

async function tellStory(
  ctx: Context,
  w: Write,
  { story, group, key }: { story: Story; group: Group; key: string },
): Promise<void> {
  const now = ctx.clock.now();
  const start = Math.round((now.getTime() + story.startsIn * 60 * MINUTE) / QUARTER) * QUARTER;
  const houses = group.houses
    .slice(story.skip, story.skip + story.houses)
    .map((house) => ({ house, companyId: group.manager.companyId }));
  if (houses.length === 0) return;
  const outage = {
    source_key: null,
    kind: story.kind,
    type: story.type ?? ('PAUSE' as const),
    services: [...story.services],
    starts_at: new Date(start),
    ends_at: new Date(start + story.hours * 60 * MINUTE),
    reason_code: story.reason,
    reason_text: story.text ?? '',
    info: story.info ?? '',
    company_id: group.manager.companyId,
    closed_at: null,
    closed_by: null,
    idempotency_key: key,
    import_id: null,
    import_line: null,
  };
  const who = { kind: 'company' as const, id: null, name: 'Марина Ершова', organisation: group.manager.shortName };
  const announced = new Date(Math.min(start, now.getTime()) - story.notice * 60 * MINUTE);
  const { id } = await recordOutage(w, { outage, houses, who, regionZone: ctx.tenant.timeZone, now: announced });
  if (story.end === 'finished') await close(w, id, { state: 'over', at: new Date(start + story.hours * 55 * MINUTE) });
  if (story.end === 'cancelled')
    await changeIn(ctx, w, { outageId: id, step: 'cancel', reason: 'Работы перенесли', who }, (_row, at) => ({
      closed_at: at,
      closed_by: 'person',
      cancel_reason: 'Работы перенесли',
    }));
}

async function close(w: Write, id: string, { state, at }: { state: 'over'; at: Date }): Promise<void> {
  await w.db.updateTable('outage').set({ state, closed_at: at, closed_by: 'person', revision: 2 }).where('id', '=', id).execute();
}
