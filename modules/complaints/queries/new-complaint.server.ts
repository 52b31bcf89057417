// What each step of a new complaint shows: house, topic, description, check. The URL is the state.
import { directory, type HouseHit, type HouseView, type ManagerView } from '@zhkh/directory';
import { forbidden, notFound } from '@zhkh/kernel/errors';
import { newIdempotencyKey } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import { complaintFormNotice } from '../contract.ts';
import { clocksFor, noClocks } from '../core/clocks.server.ts';
import { deadlinesOf } from '../views/deadline.server.ts';
import { viewFactsOf } from '../views/facts.server.ts';
import { waitingPhotos } from '../views/waiting-photos.server.ts';
import { type Category, reference } from '../core/reference.server.ts';
import { matchCategories } from '../domain/match-category.ts';
import type { DeadlineView, PhotoView } from '../views/shapes.ts';
import { type Similar, similarComplaints } from './similar-complaints.server.ts';

export interface NewQuery {
  house?: string | undefined;
  address?: string | undefined;
  hq?: string | undefined;
  category?: string | undefined;
  q?: string | undefined;
  called?: string | undefined;
  key?: string | undefined;
  step?: 'what' | 'describe' | 'check' | 'house' | undefined;
}

export interface Place {
  house: string | null;
  typedAddress: string | null;
  /** «Садовая, 14» */
  short: string;
  address: string;
}

export type Topic = Pick<Category, 'code' | 'groupCode' | 'groupName' | 'icon' | 'name' | 'keywords' | 'priority' | 'hint'>;

/** What other modules know of the house before filing; filled by the slot `complaint-form.notice`. */
type Notices = readonly { id: string; data: unknown }[];

interface Base {
  place: Place;
  notices: Notices;
}

export type NewComplaint =
  | { view: 'house'; query: string; hits: HouseHit[] }
  | (Base & {
      view: 'what';
      query: string;
      fits: Topic[];
      topics: Topic[];
      chosen: string | null;
      draft: { key: string; title: string } | null;
      key: string | null;
    })
  | (Base & { view: 'call'; topic: Topic; dispatcher: string | null; fileable: boolean })
  | (Base & {
      view: 'describe';
      topic: Topic;
      key: string;
      values: DraftValues;
      photos: PhotoView[];
      similar: Similar[];
    })
  | (Base & {
      view: 'check';
      topic: Topic;
      key: string;
      values: DraftValues;
      photos: PhotoView[];
      addressee: string | null;
      deadlines: DeadlineView[];
      noRepair: boolean;
    });

export interface DraftValues {
  body: string;
  place: string;
  flat: string;
  contactName: string;
}

export async function newComplaint(ctx: Context, query: NewQuery): Promise<NewComplaint> {
  if (ctx.actor.kind !== 'resident') throw forbidden();
  const draft = query.key ? await draftOf(ctx, ctx.actor.accountId, query.key) : null;
  const houses = ctx.service(directory);
  const residence = await houses.residence(ctx.actor.accountId);
  const houseId = query.address ? null : (query.house ?? draft?.house_id ?? (draft ? null : residence?.houseId) ?? null);
  const typedAddress = query.address ?? (houseId ? null : (draft?.typed_address ?? null));
  if (query.step === 'house' || (!houseId && !typedAddress)) return pickHouse(ctx, query.hq ?? '');
  const house = houseId ? await houses.house(houseId) : null;
  if (houseId && !house) return pickHouse(ctx, query.hq ?? '');
  const place = placeOf(house, typedAddress);
  const topic = (await reference(ctx)).category(query.category ?? draft?.category_code ?? '');
  const asked = { houseId: houseId ?? '', category: topic?.code ?? '' };
  const notices = await ctx.slots(complaintFormNotice, asked);
  if (!topic || query.step === 'what') return pickTopic(ctx, query, { place, notices }, topic?.code ?? null);
  const manager = houseId ? await houses.managerOf(houseId) : null;
  if (needsCall(topic) && (!query.called || !topic.answerNorm)) {
    return {
      view: 'call',
      place,
      notices,
      topic,
      dispatcher: manager?.dispatcherPhone ?? null,
      fileable: topic.answerNorm !== null,
    };
  }
  const flat = houseId && residence?.houseId === houseId ? (residence.flat ?? '') : '';
  const values = draft ? valuesOf(draft) : { body: '', place: '', flat, contactName: '' };
  const photos = (await waitingPhotos(ctx, draft?.file_ids ?? [])).map((photo, index) => ({
    id: photo.fileId,
    alt: ctx.t('complaints:photo.complaint', { n: index + 1 }),
  }));
  const key = query.key ?? newIdempotencyKey();
  if (query.step === 'check' && draft) return check(ctx, { place, notices, topic, key, values, photos, house, manager });
  const similar = houseId ? await similarComplaints(ctx, { houseId, category: topic.code }) : [];
  return { view: 'describe', place, notices, topic, key, values, photos, similar };
}

const needsCall = (topic: Category) => topic.priority === 'stop' || topic.groupCode === 'emergency';

async function pickHouse(ctx: Context, query: string): Promise<NewComplaint> {
  const hits = query ? await ctx.service(directory).findHouses(query, 8) : [];
  return { view: 'house', query, hits };
}

async function pickTopic(ctx: Context, query: NewQuery, base: Base, chosen: string | null): Promise<NewComplaint> {
  const { categories } = await reference(ctx);
  const draft = query.key || ctx.actor.kind !== 'resident' ? null : await lastDraft(ctx, ctx.actor.accountId);
  const title = draft && categories.find((category) => category.code === draft.category_code)?.name;
  return {
    view: 'what',
    ...base,
    query: query.q ?? '',
    fits: matchCategories(query.q ?? '', categories),
    topics: [...categories],
    chosen,
    draft: draft && title ? { key: draft.id, title } : null,
    key: query.key ?? null,
  };
}

interface Checked extends Base {
  topic: Category;
  key: string;
  values: DraftValues;
  photos: PhotoView[];
  house: HouseView | null;
  manager: ManagerView | null;
}

async function check(ctx: Context, { house, manager, ...parts }: Checked): Promise<NewComplaint> {
  const facts = await viewFactsOf(ctx);
  const zone = house?.timeZone ?? ctx.tenant.timeZone;
  const clocks = manager ? await clocksFor(ctx, parts.topic, facts.now, zone) : noClocks;
  const row = {
    ...clocks,
    clock_started_at: facts.now,
    answer_started_at: null,
    time_zone: zone,
    answer_stopped_at: null,
    repair_stopped_at: null,
  };
  const deadlines = deadlinesOf(facts, row, { repair: parts.topic.repairTitle, answer: ctx.t('complaints:deadline.answer') });
  return {
    view: 'check',
    ...parts,
    addressee: manager?.shortName ?? null,
    deadlines,
    noRepair: manager !== null && clocks.repair_due_at === null,
  };
}

export async function draftOf(ctx: Context, authorId: string, key: string) {
  const draft = await ctx.db.selectFrom('complaint_draft').selectAll().where('id', '=', key).executeTakeFirst();
  if (draft && draft.author_id !== authorId) throw notFound();
  return draft ?? null;
}

async function lastDraft(ctx: Context, authorId: string) {
  return ctx.db
    .selectFrom('complaint_draft')
    .select(['id', 'category_code'])
    .where('author_id', '=', authorId)
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const valuesOf = (draft: { body: string; place: string; flat: string; contact_name: string }): DraftValues => ({
  body: draft.body,
  place: draft.place,
  flat: draft.flat,
  contactName: draft.contact_name,
});

function placeOf(house: HouseView | null, typedAddress: string | null): Place {
  if (!house) return { house: null, typedAddress, short: typedAddress ?? '', address: typedAddress ?? '' };
  const short = [house.street || house.city, house.number].filter(Boolean).join(', ');
  return { house: house.id, typedAddress: null, short, address: house.address };
}
