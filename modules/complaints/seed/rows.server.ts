// One demo complaint as rows of all its tables, counted by the same rules as a real one.
import { createHash } from 'node:crypto';
import { addDays, endOfDay, localDateOf } from '@zhkh/kernel/time';
import { newId } from '@zhkh/kernel/db.server';
import type { Insertable } from 'kysely';
import type { Clocks } from '../core/clocks.server.ts';
import type { Category } from '../core/reference.server.ts';
import { type TrailEntry, type Who, bySystem } from '../core/trail.server.ts';
import type { ComplaintAnswerTable, ComplaintDeliveryTable, ComplaintGradeTable, ComplaintTable } from '../db.ts';
import { messageIdOf, planDeliveries } from '../domain/delivery.ts';
import { contentOf, titleOf } from '../domain/fingerprint.ts';
import type { Life } from './life.ts';
import type { Author, Place } from './places.server.ts';
import { sameUuid } from './random.ts';
import type { Story } from './stories.ts';

export interface Filed {
  key: string;
  place: Place;
  author: Author;
  story: Story;
  category: Category;
  filedAt: Date;
  clocks: Clocks;
  /** Clocks of the second round, when the resident refuted. */
  again: Clocks | null;
  life: Life;
  flat: string;
  host: string;
  reactDays: number;
  employee: { id: string; name: string };
}

export interface Rows {
  complaint: Insertable<ComplaintTable>;
  deliveries: Insertable<ComplaintDeliveryTable>[];
  answer: Insertable<ComplaintAnswerTable> | null;
  grade: Insertable<ComplaintGradeTable> | null;
  trail: TrailEntry[];
}

export function rowsOf(filed: Filed): Rows {
  const complaint = complaintOf(filed);
  const deliveries = deliveriesOf(filed, complaint.id, 0, filed.filedAt);
  const reopened = filed.life.status === 'refuted' && filed.life.endedAt;
  return {
    complaint,
    deliveries: reopened ? [...deliveries, ...deliveriesOf(filed, complaint.id, 1, reopened)] : deliveries,
    answer: answerOf(filed, complaint.id),
    grade:
      filed.life.grade && filed.life.endedAt
        ? {
            complaint_id: complaint.id,
            author_id: filed.author.id,
            company_id: filed.place.manager.companyId,
            ...filed.life.grade,
            at: filed.life.endedAt,
          }
        : null,
    trail: trailOf(filed, complaint.id),
  };
}

function complaintOf({
  key,
  place,
  author,
  story,
  category,
  filedAt,
  clocks,
  again,
  life,
  flat,
  reactDays,
}: Filed): Insertable<ComplaintTable> {
  const { house, manager } = place;
  const refuted = life.status === 'refuted' && life.endedAt !== null;
  const content = { house: house.id, category: category.code, body: story.body, place: story.place, flat };
  const title = titleOf(category, story.body, story.place);
  return {
    id: newId(),
    author_id: author.id,
    contact_name: author.name,
    idempotency_key: sameUuid(key),
    fingerprint: createHash('sha256').update(contentOf(content)).digest('hex'),
    category_code: category.code,
    title,
    body: story.body,
    place: story.place,
    flat,
    house_id: house.id,
    typed_address: null,
    address: house.address,
    municipality: house.oktmo?.slice(0, 5) ?? null,
    oktmo: house.oktmo,
    time_zone: house.timeZone,
    addressee: 'company',
    company_id: manager.companyId,
    company_name: manager.shortName,
    status: life.status,
    priority: category.priority,
    filed_at: filedAt,
    clock_started_at: refuted ? (life.endedAt as Date) : filedAt,
    round: refuted ? 1 : 0,
    refuted_count: refuted ? 1 : 0,
    ...(refuted && again ? again : clocks),
    answer_stopped_at: refuted ? null : life.answeredAt,
    repair_stopped_at: refuted ? null : life.answeredAt,
    opened_at: refuted ? null : life.openedAt,
    performer: life.performer,
    answered_at: life.answeredAt,
    react_until:
      life.status === 'answered' && life.answeredAt
        ? endOfDay(addDays(localDateOf(life.answeredAt, house.timeZone), reactDays), house.timeZone)
        : null,
    closed_at: life.status === 'confirmed' || life.status === 'expired' ? life.endedAt : null,
    search_text: `${title} ${house.address} ${story.body}`.toLowerCase().replaceAll('ё', 'е'),
  };
}

/** Every letter of the demo was taken by the mail server a minute after it was written. */
function deliveriesOf(
  { place, life, host }: Filed,
  complaintId: string,
  round: number,
  at: Date,
): Insertable<ComplaintDeliveryTable>[] {
  const opened = round === 0 ? life.openedAt : null;
  return planDeliveries({ hasCabinet: place.hasCabinet, email: place.manager.email }).map((planned) => {
    const id = newId();
    const isLetter = planned.channel === 'letter';
    return {
      id,
      complaint_id: complaintId,
      round,
      company_id: place.manager.companyId,
      channel: planned.channel,
      state: (planned.channel === 'call' && opened) || isLetter ? 'done' : planned.state,
      tries: isLetter ? 1 : 0,
      recipient: planned.recipient,
      message_id: isLetter ? messageIdOf(id, host) : null,
      next_try_at: null,
      lease_until: null,
      last_error: null,
      created_at: at,
      sent_at: planned.channel === 'call' ? null : minuteAfter(at, isLetter ? 1 : 0),
      opened_at: opened,
      escalate_at: null,
    };
  });
}

function answerOf({ life, story, clocks, employee, place }: Filed, complaintId: string): Insertable<ComplaintAnswerTable> | null {
  if (!life.answeredAt) return null;
  return {
    id: newId(),
    complaint_id: complaintId,
    author_id: employee.id,
    author_label: employee.name,
    organisation_name: place.manager.shortName,
    company_id: place.manager.companyId,
    body: story.answer,
    at: life.answeredAt,
    round: 0,
    in_time: clocks.answer_due_at ? life.answeredAt < clocks.answer_due_at : null,
  };
}

function trailOf(filed: Filed, complaintId: string): TrailEntry[] {
  const { author, life, clocks, employee, place, again } = filed;
  const resident: Who = { kind: 'resident', id: author.id, label: '' };
  const company: Who = { kind: 'company', id: employee.id, label: employee.name };
  const step = (kind: TrailEntry['kind'], at: Date | null, who: Who, more: Partial<TrailEntry> = {}): TrailEntry[] =>
    at ? [{ complaintId, kind, at, who, ...more }] : [];
  const ending = { confirmed: 'confirmed', refuted: 'refuted', expired: 'expired' } as const;
  const end = life.status in ending ? ending[life.status as keyof typeof ending] : null;
  const dates = {
    answerDueBefore: clocks.answer_due_at,
    answerDueAfter: again?.answer_due_at ?? null,
    normId: again?.answer_norm_id ?? null,
  };
  return [
    ...step('filed', filed.filedAt, resident, { answerDueAfter: clocks.answer_due_at, normId: clocks.answer_norm_id }),
    ...(place.hasCabinet ? step('cabinet', filed.filedAt, bySystem, { detail: { letter: place.manager.email !== null } }) : []),
    ...(place.manager.email ? step('letter-sent', minuteAfter(filed.filedAt, 1), bySystem) : []),
    ...(!place.hasCabinet && !place.manager.email
      ? step('call-needed', filed.filedAt, bySystem, { detail: { reason: 'no-email' } })
      : []),
    ...step('opened', life.openedAt, company),
    ...step('taken', life.takenAt, company, { detail: { performer: life.performer } }),
    ...step('answered', life.answeredAt, company, {
      detail: { inTime: life.answeredAt && clocks.answer_due_at ? life.answeredAt < clocks.answer_due_at : null, photos: 0 },
      normId: clocks.answer_norm_id,
    }),
    ...(end
      ? step(
          end,
          life.endedAt,
          end === 'expired' ? bySystem : resident,
          end === 'refuted' ? { detail: { reason: life.refusal }, ...dates } : {},
        )
      : []),
    ...(life.grade ? step('rated', life.endedAt, resident, { detail: { grade: life.grade.grade } }) : []),
  ];
}

const minuteAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
