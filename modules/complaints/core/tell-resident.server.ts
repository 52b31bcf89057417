// Queues an SMS to the author: it is their move, or another company answers now. No personal data in it.
import { reachOf } from '@zhkh/kernel/auth.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { formatDate } from '@zhkh/kernel/time';
import type { ComplaintRow } from './change.server.ts';

export async function tellOfAnswer(ctx: Context, w: Write, row: ComplaintRow): Promise<void> {
  const account = await reachable(w, row.author_id);
  if (!account) return;
  const { phone, locale } = account;
  const until = row.react_until ? formatDate(new Date(row.react_until.getTime() - 1), { zone: row.time_zone, locale }) : '';
  const params = { number: row.number, date: until, link: `${ctx.origin}/complaints/${row.id}` };
  await w.notify.sms({
    key: `complaints.answered.${row.id}.${row.round}`,
    to: phone,
    text: ctx.words(locale)('complaints:sms.answered', params),
    purpose: 'complaints.answered',
  });
}

/** One message however many complaints of this author went over; `rows` are as they were before. */
export async function tellOfMove(
  ctx: Context,
  w: Write,
  rows: readonly ComplaintRow[],
  to: { companyName: string } | null,
): Promise<void> {
  const [first] = rows;
  const account = first && (await reachable(w, first.author_id));
  if (!account) return;
  const link = rows.length === 1 ? `${ctx.origin}/complaints/${first.id}` : `${ctx.origin}/complaints`;
  const key = `complaints:sms.${to ? 'followed' : 'house-lost'}${rows.length === 1 ? '' : '-many'}`;
  await w.notify.sms({
    key: `complaints.followed.${first.id}.${first.round + 1}`,
    to: account.phone,
    text: ctx.words(account.locale)(key, { number: first.number, company: to?.companyName ?? '', link }),
    purpose: 'complaints.followed',
  });
}

async function reachable(w: Write, accountId: string) {
  const reach = await reachOf(w.db, accountId);
  return reach?.phone ? { phone: reach.phone, locale: reach.locale } : null;
}
