// Tells the author by SMS that it is their move. Queued in the same transaction as the fact; no personal data in the text.
import type { Context, Write } from '@zhkh/platform/module.server';
import { formatDate } from '@zhkh/platform/time';
import type { ComplaintRow } from './change.server.ts';
import { say } from './words.server.ts';

export async function tellOfAnswer(ctx: Context, w: Write, row: ComplaintRow): Promise<void> {
  const account = await w.db
    .selectFrom('account')
    .select(['phone', 'locale', 'state'])
    .where('id', '=', row.author_id)
    .executeTakeFirst();
  if (!account?.phone || account.state !== 'active') return;
  const locale = account.locale ?? 'ru';
  const until = row.react_until ? formatDate(new Date(row.react_until.getTime() - 1), { zone: row.time_zone, locale }) : '';
  const text = say(locale, 'sms.answered', { number: row.number, date: until, link: `${ctx.origin}/complaints/${row.id}` });
  await w.notify.sms({
    key: `complaints.answered.${row.id}.${row.round}`,
    to: account.phone,
    text,
    purpose: 'complaints.answered',
  });
}
