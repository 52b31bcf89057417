// Tells the author by SMS that it is their move, or who answers now. Queued in the same transaction as the fact; no personal data in the text.
import type { Context, Write } from '@zhkh/kernel/module.server';
import { formatDate } from '@zhkh/kernel/time';
import type { ComplaintRow } from './change.server.ts';
import type { NewManager } from './hand-over.server.ts';
import { say } from './words.server.ts';

export async function tellOfAnswer(ctx: Context, w: Write, row: ComplaintRow): Promise<void> {
  const account = await reachable(w, row.author_id);
  if (!account) return;
  const { phone, locale } = account;
  const until = row.react_until ? formatDate(new Date(row.react_until.getTime() - 1), { zone: row.time_zone, locale }) : '';
  const text = say(locale, 'sms.answered', { number: row.number, date: until, link: `${ctx.origin}/complaints/${row.id}` });
  await w.notify.sms({
    key: `complaints.answered.${row.id}.${row.round}`,
    to: phone,
    text,
    purpose: 'complaints.answered',
  });
}

/** One message however many complaints of this author went over; `rows` are as they were before. */
export async function tellOfMove(ctx: Context, w: Write, rows: readonly ComplaintRow[], to: NewManager | null): Promise<void> {
  const [first] = rows;
  const account = first && (await reachable(w, first.author_id));
  if (!account) return;
  const link = rows.length === 1 ? `${ctx.origin}/complaints/${first.id}` : `${ctx.origin}/complaints`;
  const key = `${to ? 'sms.followed' : 'sms.house-lost'}${rows.length === 1 ? '' : '-many'}`;
  await w.notify.sms({
    key: `complaints.followed.${first.id}.${first.round + 1}`,
    to: account.phone,
    text: say(account.locale, key, { number: first.number, company: to?.companyName ?? '', link }),
    purpose: 'complaints.followed',
  });
}

async function reachable(w: Write, accountId: string) {
  const account = await w.db
    .selectFrom('account')
    .select(['phone', 'locale', 'state'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  return account?.phone && account.state === 'active' ? { phone: account.phone, locale: account.locale ?? 'ru' } : null;
}
