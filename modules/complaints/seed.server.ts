// Writes demo complaints of a region: ten weeks in every state, the same every time; a second run adds none.
import { directory } from '@zhkh/directory';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { clocksFor, settingsOf } from './core/clocks.server.ts';
import { reference } from './core/reference.server.ts';
import { trailRow } from './core/trail.server.ts';
import './db.ts';
import { liveOf } from './seed/life.ts';
import { queueRows } from './seed/queue.server.ts';
import { demoAuthors, demoHouses, type Author, type Place } from './seed/places.server.ts';
import { type Random, randomOf, sameUuid } from './seed/random.ts';
import { type Filed, type Rows, rowsOf } from './seed/rows.server.ts';
import { stories } from './seed/stories.ts';

const DAY = 86_400_000;
const WEEKS = 10;
/** Complaints per managed house found; a small region gets fewer by itself. */
const PER_HOUSE = 2.2;
/** How many of them belong to the resident everybody signs in as. */
const OWN = 7;

export async function seed(ctx: Context, options: { size: 'small' | 'demo' }): Promise<void> {
  if (await isSeeded(ctx)) return;
  const { places, unmanaged } = await demoHouses(ctx);
  if (places.length === 0) return;
  const authors = await ctx.write((w) => demoAuthors(ctx, w));
  await settleDemoResident(ctx, authors[0] as Author, places[0] as Place);
  const count = options.size === 'small' ? 12 : Math.min(190, Math.round(places.length * PER_HOUSE));
  const rows = await planRows(ctx, places, authors, count);
  const waiting = await queueRows(ctx, authors, unmanaged);
  await ctx.write((w) => insertAll(w, [...rows, ...waiting]));
}

const keyOf = (ctx: Context, index: number) => `demo complaint ${ctx.tenant.slug} ${index}`;

async function isSeeded(ctx: Context): Promise<boolean> {
  const key = sameUuid(keyOf(ctx, 0));
  return (await ctx.db.selectFrom('complaint').select('id').where('idempotency_key', '=', key).executeTakeFirst()) !== undefined;
}

/** The resident of the demo lives in a house of the company with a cabinet, so both sides of one story can be shown. */
async function settleDemoResident(ctx: Context, author: Author, place: Place): Promise<void> {
  const service = ctx.service(directory);
  if (await service.residence(author.id)) return;
  await ctx.write((w) => service.bindResidence(w, { accountId: author.id, houseId: place.house.id, flat: '12' }));
}

async function planRows(ctx: Context, places: Place[], authors: Author[], count: number): Promise<Rows[]> {
  const planned: Filed[] = [];
  for (let index = 0; index < count; index += 1) {
    const filed = await planOne(ctx, { index, count, places, authors, random: randomOf(keyOf(ctx, index)) });
    if (filed) planned.push(filed);
  }
  return planned.sort((a, b) => a.filedAt.getTime() - b.filedAt.getTime()).map(rowsOf);
}

interface Turn {
  index: number;
  count: number;
  places: Place[];
  authors: Author[];
  random: Random;
}

async function planOne(ctx: Context, { index, count, places, authors, random }: Turn): Promise<Filed | null> {
  const own = index < OWN;
  const place = own ? (places[0] as Place) : placeOf(places, random);
  const author = own ? (authors[0] as Author) : random.pick(authors.slice(1));
  const story = stories[own ? (index * 4) % stories.length : random.between(0, stories.length - 1)] as (typeof stories)[number];
  const category = (await reference(ctx)).category(story.category);
  if (!category) return null;
  const now = ctx.clock.now();
  const filedAt = wakingHour(new Date(now.getTime() - ageOf(index, count, random) * DAY), random);
  const clocks = await clocksFor(ctx, category, filedAt, place.house.timeZone);
  if (!clocks.answer_due_at) return null;
  const { reactDays } = await settingsOf(ctx);
  const slowness = own ? 0.2 : slownessOf(place);
  const life = liveOf(random, {
    filedAt,
    answerDueAt: clocks.answer_due_at,
    now,
    reactDays,
    slowness,
    hasCabinet: place.hasCabinet,
  });
  const again =
    life.status === 'refuted' && life.endedAt ? await clocksFor(ctx, category, life.endedAt, place.house.timeZone) : null;
  const employee = {
    id: sameUuid(`employee ${place.manager.companyId}`),
    name: random.pick(['Игорь Панов', 'Марина Ершова', 'Ольга Ренёва']),
  };
  const flat = story.place.includes('подъезд') ? '' : String(random.between(2, 96));
  return {
    key: keyOf(ctx, index),
    place,
    author,
    story,
    category,
    filedAt,
    clocks,
    again,
    life,
    flat,
    host: ctx.tenant.hosts[0] ?? '',
    reactDays,
    employee,
  };
}

/** A third of all comes from the houses of companies with a cabinet: an inbox to work in. */
function placeOf(places: readonly Place[], random: Random): Place {
  const served = places.filter((place) => place.hasCabinet);
  return random.pick(served.length > 0 && random.chance(0.33) ? served : places);
}

/** Days ago: spread over the weeks, denser towards today. */
function ageOf(index: number, count: number, random: Random): number {
  if (index < OWN) return [1, 4, 9, 16, 24, 38, 52][index] ?? 1;
  const share = (index + random.next()) / count;
  return 0.1 + WEEKS * 7 * share ** 1.2;
}

/** People write between 7 and 22 o'clock; the past stays the past. */
function wakingHour(at: Date, random: Random): Date {
  const shifted = new Date(at);
  shifted.setUTCHours(random.between(3, 16), random.between(0, 59), random.between(0, 59), 0);
  return shifted < at ? shifted : new Date(shifted.getTime() - DAY);
}

/** Each company has its own temper, the same on every run. */
function slownessOf({ manager }: Place): number {
  return randomOf(manager.shortName).next() ** 2;
}

const CHUNK = 200;

async function insertAll(w: Write, rows: Rows[]): Promise<void> {
  const answers = rows.flatMap((row) => row.answer ?? []);
  const grades = rows.flatMap((row) => row.grade ?? []);
  await inChunks(
    rows.map((row) => row.complaint),
    (part) => w.db.insertInto('complaint').values(part).execute(),
  );
  await inChunks(
    rows.flatMap((row) => row.deliveries),
    (part) => w.db.insertInto('complaint_delivery').values(part).execute(),
  );
  await inChunks(
    rows.flatMap((row) => row.trail.map(trailRow)),
    (part) => w.db.insertInto('complaint_event').values(part).execute(),
  );
  await inChunks(answers, (part) => w.db.insertInto('complaint_answer').values(part).execute());
  await inChunks(grades, (part) => w.db.insertInto('complaint_grade').values(part).execute());
}

async function inChunks<Row>(rows: Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await insert(rows.slice(at, at + CHUNK));
}
