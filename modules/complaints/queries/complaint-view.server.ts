// One complaint as its viewer may see it: the author, the company it is addressed to, or the authority.
import { directory } from '@zhkh/directory';
import { notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { formatDate, formatDateTime, formatDay, formatUntil } from '@zhkh/kernel/time';
import { type ComplaintRow, readComplaint } from '../core/change.server.ts';
import { settingsOf } from '../core/clocks.server.ts';
import { deadlinesOf, type ViewFacts } from '../views/deadline.server.ts';
import { viewFactsOf } from '../views/facts.server.ts';
import { pillView } from '../views/list-item.server.ts';
import { trailOf } from '../views/trail.server.ts';
import { allowed, inSet } from '../domain/status.ts';
import type { AnswerView, ComplaintView, PhotoView, Viewer } from '../views/shapes.ts';

export async function complaintView(ctx: Context, id: string): Promise<ComplaintView> {
  const row = await readComplaint(ctx, id, 'complaints.read');
  const viewer = viewerOf(ctx);
  const [facts, settings, parts, company] = await Promise.all([
    viewFactsOf(ctx),
    settingsOf(ctx),
    partsOf(ctx, row, viewer),
    companyOf(ctx, row),
  ]);
  const category = facts.known.category(row.category_code);
  const words = { zone: row.time_zone, locale: ctx.locale, now: facts.now };
  const reopenUntil =
    inSet(row.status, 'reopenable') && row.closed_at
      ? new Date(row.closed_at.getTime() + settings.reopenDays * 86_400_000)
      : null;
  return {
    id: row.id,
    number: row.number,
    viewer,
    title: row.title,
    body: row.body,
    place: row.place,
    address: row.address,
    flat: row.flat,
    icon: category?.icon ?? 'other',
    categoryName: category?.name ?? '',
    filedAt: formatDateTime(row.filed_at, words),
    filedDate: formatDate(row.filed_at, words),
    pill: pillView(facts, row, viewer),
    deadlines: deadlinesOf(facts, row, {
      repair: category?.repairTitle ?? '',
      answer: ctx.t(`complaints:deadline.answer-${viewer}`),
    }),
    noDeadlines: noDeadlines(ctx, row),
    dueUncertain: row.due_uncertain,
    houseId: row.house_id,
    company,
    addressee: row.addressee,
    author: viewer === 'resident' ? '' : row.contact_name || ctx.t('complaints:resident'),
    performer: row.performer,
    photos: photosOf(ctx, parts.photos, null),
    answers: parts.answers.map(
      (answer): AnswerView => ({
        id: answer.id,
        organisation: answer.organisation_name,
        author: answer.author_label,
        body: answer.body,
        at: formatDateTime(answer.at, words),
        atIso: answer.at.toISOString(),
        inTime: answer.in_time,
        photos: photosOf(ctx, parts.photos, answer.id),
      }),
    ),
    trail: trailOf(ctx, { row, events: parts.events, deliveries: parts.deliveries, viewer, now: facts.now }),
    question: category?.question ?? '',
    reactUntil: row.react_until ? formatUntil(new Date(row.react_until.getTime() - 1), words) : null,
    reopenUntil: reopenUntil && reopenUntil > facts.now ? formatUntil(reopenUntil, words) : null,
    grade: parts.grade ?? null,
    can: rightsOf(facts, row, viewer, {
      refutable:
        row.refuted_count < settings.maxRefutations &&
        (!inSet(row.status, 'reopenable') || (reopenUntil ?? facts.now) > facts.now),
      waitingCall: parts.deliveries.some((d) => d.channel === 'call' && d.state === 'waiting' && d.round === row.round),
    }),
  };
}

function viewerOf(ctx: Context): Viewer {
  if (ctx.actor.kind === 'resident') return 'resident';
  if (ctx.actor.kind === 'staff') return ctx.actor.organisation.kind;
  throw notFound();
}

async function partsOf(ctx: Context, row: ComplaintRow, viewer: Viewer) {
  const of = { complaint_id: row.id };
  const [photos, answers, events, deliveries, grade] = await Promise.all([
    ctx.db
      .selectFrom('complaint_photo')
      .select(['file_id', 'answer_id'])
      .where('complaint_id', '=', of.complaint_id)
      .orderBy('position')
      .execute(),
    ctx.db.selectFrom('complaint_answer').selectAll().where('complaint_id', '=', of.complaint_id).orderBy('at').execute(),
    ctx.db
      .selectFrom('complaint_event')
      .selectAll()
      .where('complaint_id', '=', of.complaint_id)
      .$if(viewer !== 'authority', (q) => q.where((eb) => eb.or([eb('internal', '=', false), eb('actor_kind', '=', viewer)])))
      .$if(viewer === 'authority', (q) =>
        q.where((eb) => eb.or([eb('internal', '=', false), eb('actor_kind', '=', 'authority')])),
      )
      .orderBy('at')
      .orderBy('id')
      .execute(),
    ctx.db
      .selectFrom('complaint_delivery')
      .selectAll()
      .where('complaint_id', '=', of.complaint_id)
      .orderBy('created_at')
      .execute(),
    ctx.db
      .selectFrom('complaint_grade')
      .select(['grade', 'comment'])
      .where('complaint_id', '=', of.complaint_id)
      .executeTakeFirst(),
  ]);
  return { photos, answers, events, deliveries, grade };
}

function photosOf(
  ctx: Context,
  photos: readonly { file_id: string; answer_id: string | null }[],
  answerId: string | null,
): PhotoView[] {
  return photos
    .filter((photo) => photo.answer_id === answerId)
    .map((photo, index) => ({
      id: photo.file_id,
      alt: ctx.t(`complaints:photo.${answerId ? 'answer' : 'complaint'}`, { n: index + 1 }),
    }));
}

async function companyOf(ctx: Context, row: ComplaintRow): Promise<ComplaintView['company']> {
  if (!row.company_id) return null;
  const houses = ctx.service(directory);
  const manager = row.house_id ? await houses.managerOf(row.house_id, row.filed_at) : null;
  if (manager?.companyId === row.company_id) {
    const since = manager.sinceExact ? formatDay(manager.since, { locale: ctx.locale, now: ctx.clock.now() }) : null;
    return { id: row.company_id, name: row.company_name, since, dispatcherPhone: manager.dispatcherPhone };
  }
  const company = await houses.company(row.company_id);
  return { id: row.company_id, name: row.company_name, since: null, dispatcherPhone: company?.dispatcherPhone ?? null };
}

function noDeadlines(ctx: Context, row: ComplaintRow): string | null {
  if (row.answer_due_at) return null;
  if (inSet(row.status, 'seeking')) return ctx.t('complaints:no-deadlines.queued');
  return ctx.t('complaints:no-deadlines.authority');
}

function rightsOf(
  facts: ViewFacts,
  row: ComplaintRow,
  viewer: Viewer,
  more: { refutable: boolean; waitingCall: boolean },
): ComplaintView['can'] {
  const { ability } = facts.ctx;
  const react = ability.can('complaints.react', 'complaint', row);
  const respond = ability.can('complaints.respond', 'complaint', row);
  const resolve = ability.can('complaints.resolve', 'complaint', row);
  const may = (step: Parameters<typeof allowed>[1]) => allowed(row.status, step, viewer) !== undefined;
  return {
    open: viewer === 'company' && respond && row.opened_at === null,
    confirm: react && may('confirm'),
    refute: react && may('refute') && more.refutable,
    rate: react && may('rate'),
    withdraw: react && may('withdraw'),
    note: (react || respond || resolve) && may('note'),
    take: respond && may('take'),
    assign: respond && may('assign') && inSet(row.status, 'underway'),
    answer: (respond || resolve) && may('answer'),
    redirect: respond && may('redirect'),
    address: resolve && may('address'),
    call: resolve && more.waitingCall,
  };
}
