// The trail as both sides read it: every step with its time, a failed one stays, and what comes next.
import type { Selectable } from 'kysely';
import type { Context } from '@zhkh/kernel/module.server';
import { formatDateTime, formatDay, formatShortDateTime, formatUntil } from '@zhkh/kernel/time';
import type { ComplaintDeliveryTable, ComplaintEventTable, TrailDetail } from '../db.ts';
import { inSet } from '../domain/status.ts';
import { failedKinds, type TrailKind } from '../domain/trail.ts';
import type { TrailView, Viewer } from './shapes.ts';
import type { ComplaintRow } from '../core/change.server.ts';

export interface TrailFacts {
  row: ComplaintRow;
  events: readonly Selectable<ComplaintEventTable>[];
  deliveries: readonly Selectable<ComplaintDeliveryTable>[];
  viewer: Viewer;
  now: Date;
}

export function trailOf(ctx: Context, facts: TrailFacts): TrailView[] {
  const steps = facts.events.map((event) => stepOf(ctx, facts, event));
  const next = nextStep(ctx, facts);
  return next ? [...steps, next] : steps;
}

function stepOf(ctx: Context, { row, viewer, now }: TrailFacts, event: Selectable<ComplaintEventTable>): TrailView {
  const words = { zone: row.time_zone, locale: ctx.locale, now };
  const own = viewer === 'resident' && event.actor_kind === 'resident';
  const key = own ? `trail-own.${event.kind}` : `trail.${event.kind}`;
  const params = {
    ...plain(event.detail),
    number: row.number,
    who: event.actor_label,
    company: String(event.detail.company ?? row.company_name),
  };
  const note = noteOf(ctx, event, words);
  return {
    key: event.id,
    title: ctx.t(`complaints:${key}`, params),
    ...(note && { note }),
    time: formatShortDateTime(event.at, words),
    at: event.at.toISOString(),
    state: failedKinds.includes(event.kind as TrailKind) ? 'fail' : 'done',
  };
}

function plain(detail: TrailDetail): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(detail).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])),
  );
}

type Words = { zone: string; locale: 'ru' | 'en'; now: Date };

function noteOf(ctx: Context, event: Selectable<ComplaintEventTable>, words: Words): string {
  const { detail } = event;
  const said = detail.reason ?? detail.text;
  switch (event.kind as TrailKind) {
    case 'refuted':
    case 'redirected':
    case 'noted':
      return [said ? `«${said}»` : '', event.actor_label].filter(Boolean).join(' · ');
    case 'cabinet':
      return detail.letter ? ctx.t('complaints:trail-note.and-letter') : '';
    case 'letter-delayed':
      return ctx.t('complaints:trail-note.retry', { at: formatDateTime(String(detail.nextTryAt ?? ''), words) });
    case 'letter-sent':
      return detail.inDoubt ? ctx.t('complaints:trail-note.in-doubt') : '';
    case 'call-needed':
      return ctx.t(`complaints:trail-note.call-${detail.reason ?? 'letter'}`);
    case 'taken':
    case 'assigned':
    case 'answered':
      return event.actor_label;
    case 'followed':
      return ctx.t(`complaints:trail-note.${detail.from ? 'moved' : 'moved-first'}`, dayOf(detail, words));
    case 'house-lost':
      return ctx.t('complaints:trail-note.lost', dayOf(detail, words));
    case 'house-left':
      return ctx.t(`complaints:trail-note.${detail.to ? 'left' : 'left-nobody'}`, dayOf(detail, words));
    default:
      return '';
  }
}

function dayOf(detail: TrailDetail, words: Words): Record<string, string | number> {
  return { ...plain(detail), on: formatDay(String(detail.on ?? ''), words) };
}

function nextStep(ctx: Context, { row, deliveries, viewer, now }: TrailFacts): TrailView | null {
  const words = { zone: row.time_zone, locale: ctx.locale, now };
  const step = (name: string, params: Record<string, string> = {}, noted = true): TrailView => ({
    key: 'next',
    title: ctx.t(`complaints:trail-next.${name}`),
    ...(noted && { note: ctx.t(`complaints:trail-next.${name}-note`, params) }),
    state: 'next',
  });
  if (inSet(row.status, 'seeking')) return step('queued');
  if (inSet(row.status, 'handed')) return step('redirected');
  if (inSet(row.status, 'resident')) {
    const until = row.react_until ? formatUntil(new Date(row.react_until.getTime() - 1), words) : '';
    return step(viewer === 'resident' ? 'check-own' : 'check', { until });
  }
  if (!inSet(row.status, 'company')) return null;
  const current = deliveries.filter((delivery) => delivery.round === row.round);
  if (!row.opened_at) {
    if (current.some((delivery) => delivery.channel === 'call' && delivery.state === 'waiting')) return step('call');
    const by = current.find((delivery) => delivery.escalate_at)?.escalate_at;
    if (by) return step('open', { by: formatDateTime(by, words) });
  }
  const due = row.answer_due_at && !row.answer_stopped_at ? formatUntil(new Date(row.answer_due_at.getTime() - 1), words) : '';
  if (due && row.answer_due_at && row.answer_due_at <= now) return step('late');
  return step('answer', { due }, due !== '');
}
