// A resident files a complaint: exactly one for a key, however often it is sent.
import { createHash } from 'node:crypto';
import { directory, type HouseView, type ManagerView } from '@zhkh/directory';
import { fixedQuery, newId } from '@zhkh/kernel/db.server';
import { forbidden, invalid } from '@zhkh/kernel/errors';
import { must } from '@zhkh/kernel/http.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { complaintFiled } from '../contract.ts';
import { deliveryRows, type Route, routeRecords, routeTo } from '../delivery/address.server.ts';
import { type Clocks, clocksFor, noClocks } from '../core/clocks.server.ts';
import { attachPhotos } from '../core/photos.server.ts';
import type { PhotoRef } from '../domain/photo-ref.ts';
import { type Category, reference } from '../core/reference.server.ts';
import { plainTrailRow, type TrailEntry } from '../core/trail.server.ts';
import { contentOf, titleOf } from '../domain/fingerprint.ts';
import type { FileInput } from '../domain/schemas.ts';
import { after, startAt } from '../domain/status.ts';

export interface Receipt {
  id: string;
  number: number;
  /** The same form was already taken: this is its receipt again. */
  repeated: boolean;
}

interface Prepared {
  category: Category;
  house: HouseView | null;
  manager: ManagerView | null;
  route: Route | null;
  clocks: Clocks;
  zone: string;
  now: Date;
}

/** `draft` is the saved draft of the same key, with its photos; it is used up. */
export async function fileComplaint(ctx: Context, input: FileInput, draft?: { photos: readonly PhotoRef[] }): Promise<Receipt> {
  if (ctx.actor.kind !== 'resident') throw forbidden();
  const authorId = ctx.actor.accountId;
  must(ctx, 'complaints.file', 'complaint', { author_id: authorId });
  const fingerprint = createHash('sha256').update(contentOf(input)).digest('hex');
  const prepared = await prepare(ctx, input);
  const receipt = await ctx.write((w) => insert(ctx, w, { ...prepared, input, authorId, fingerprint, draft }));
  if (!receipt.repeated) ctx.hint('complaints.deliver');
  return receipt;
}

async function receiptOf(
  db: Pick<Context['db'], 'selectFrom'>,
  authorId: string,
  key: string,
  fingerprint: string,
): Promise<Receipt | null> {
  const row = await db
    .selectFrom('complaint')
    .select(['id', 'number', 'fingerprint'])
    .where('author_id', '=', authorId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  if (row.fingerprint !== fingerprint) throw invalid('complaints.key-used', { params: { number: row.number } });
  return { id: row.id, number: row.number, repeated: true };
}

async function prepare(ctx: Context, input: FileInput): Promise<Prepared> {
  const now = ctx.clock.now();
  const category = (await reference(ctx)).category(input.category);
  if (!category) throw invalid('complaints.category', { fields: { category: { key: 'complaints:errors.category' } } });
  if (!category.answerNorm) throw invalid('complaints.call-first');
  const { house, manager } = await placeOf(ctx, input);
  const zone = house?.timeZone ?? ctx.tenant.timeZone;
  if (!manager) return { category, house, manager, route: null, clocks: noClocks, zone, now };
  const addressee = { companyId: manager.companyId, companyName: manager.shortName, email: manager.email };
  const [route, clocks] = await Promise.all([
    routeTo(ctx, addressee, category.priority, zone),
    clocksFor(ctx, category, now, zone),
  ]);
  return { category, house, manager, route, clocks, zone, now };
}

async function placeOf(ctx: Context, input: FileInput): Promise<Pick<Prepared, 'house' | 'manager'>> {
  if (!input.house) {
    if (input.typedAddress) return { house: null, manager: null };
    throw invalid('complaints.house', { fields: { house: { key: 'complaints:errors.house' } } });
  }
  const found = await ctx.service(directory).houseWithManager(input.house);
  if (!found) throw invalid('complaints.house', { fields: { house: { key: 'complaints:errors.house' } } });
  return found;
}

interface Insert extends Prepared {
  input: FileInput;
  authorId: string;
  fingerprint: string;
  draft: { photos: readonly PhotoRef[] } | undefined;
}

async function insert(ctx: Context, w: Write, work: Insert): Promise<Receipt> {
  const { input, now } = work;
  const row = rowOf(work);
  const host = ctx.tenant.hosts[0] ?? ctx.tenant.slug;
  const deliveries = work.route ? deliveryRows(host, work.route, { id: row.id, round: 0 }, now) : [];
  const trail = [...firstRecords(work, row.id), ...(work.route ? routeRecords(work.route, row.id, now) : [])];
  const [made] = await insertAtOnce(w.db, {
    ...row,
    deliveries: JSON.stringify(deliveries),
    trail: JSON.stringify(trail.map(plainTrailRow)),
  });
  if (!made) {
    const earlier = await receiptOf(w.db, work.authorId, input.idempotencyKey, work.fingerprint);
    if (!earlier) throw new Error('a conflicting complaint vanished');
    return earlier;
  }
  if (work.draft) await useUpDraft(ctx, w, work, made.id);
  await w.emit(complaintFiled, { complaintId: made.id, houseId: work.house?.id ?? null, categoryCode: work.category.code });
  return { ...made, repeated: false };
}

type NewRow = ReturnType<typeof rowOf> & { deliveries: string; trail: string };

/** Complaint, deliveries and trail in one statement: under load the number of round trips is what filing costs. */
const insertAtOnce = fixedQuery((db, { deliveries, trail, ...row }: NewRow) => {
  const rowsOf = (table: 'complaint_delivery' | 'complaint_event', rows: string) =>
    sql<never>`select * from jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::text::jsonb) where exists (select 1 from made)`;
  return db
    .with('made', (made) =>
      made
        .insertInto('complaint')
        .values(row)
        .onConflict((oc) => oc.columns(['author_id', 'idempotency_key']).doNothing())
        .returning(['id', 'number']),
    )
    .with('sent', (sent) => sent.insertInto('complaint_delivery').expression(rowsOf('complaint_delivery', deliveries)))
    .with('told', (told) => told.insertInto('complaint_event').expression(rowsOf('complaint_event', trail)))
    .selectFrom('made')
    .select(['id', 'number']);
});

async function useUpDraft(ctx: Context, w: Write, work: Insert, complaintId: string): Promise<void> {
  await attachPhotos(ctx, w, { complaintId, answerId: null, photos: work.draft?.photos ?? [], now: work.now });
  await w.db
    .deleteFrom('complaint_draft')
    .where('id', '=', work.input.idempotencyKey)
    .where('author_id', '=', work.authorId)
    .execute();
}

function firstRecords(work: Insert, complaintId: string): TrailEntry[] {
  const who = { kind: 'resident', id: work.authorId, label: '' } as const;
  const entry = { complaintId, at: work.now, who };
  const filed: TrailEntry = {
    ...entry,
    kind: 'filed',
    answerDueAfter: work.clocks.answer_due_at,
    normId: work.clocks.answer_norm_id,
  };
  if (work.route) return [filed];
  return [filed, { ...entry, who: { kind: 'system', id: null, label: '' }, kind: work.house ? 'unmanaged' : 'queued' }];
}

function rowOf({ input, category, house, manager, route, clocks, zone, now, authorId, fingerprint }: Insert) {
  const title = titleOf(category, input.body, input.place);
  const address = house?.address ?? input.typedAddress ?? '';
  const status = route
    ? route.hasCabinet
      ? after(startAt.company, 'deliver', 'system')
      : startAt.company
    : house
      ? startAt.unmanagedHouse
      : startAt.unknownHouse;
  return {
    id: newId(),
    author_id: authorId,
    contact_name: input.contactName,
    idempotency_key: input.idempotencyKey,
    fingerprint,
    category_code: category.code,
    title,
    body: input.body,
    place: input.place,
    flat: input.flat,
    house_id: house?.id ?? null,
    typed_address: house ? null : (input.typedAddress ?? null),
    address,
    municipality: house?.oktmo?.slice(0, 5) ?? null,
    oktmo: house?.oktmo ?? null,
    time_zone: zone,
    addressee: route ? ('company' as const) : ('authority' as const),
    company_id: manager?.companyId ?? null,
    company_name: manager?.shortName ?? '',
    status,
    priority: category.priority,
    filed_at: now,
    clock_started_at: now,
    ...clocks,
    search_text: `${title} ${address} ${input.body}`.toLowerCase().replaceAll('ё', 'е'),
  } as const;
}
