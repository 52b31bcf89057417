// The letter to a company: what, where, by when, and one link. A company without a cabinet gets an invitation in it.
import { createInvitation } from '@zhkh/kernel/auth.server';
import type { Context } from '@zhkh/kernel/module.server';
import { formatDate } from '@zhkh/kernel/time';
import { hasCabinet } from './address.server.ts';
import type { ClaimedLetter } from './claim-letters.server.ts';
import { say } from './words.server.ts';

export interface Letter {
  messageId: string;
  to: string;
  subject: string;
  text: string;
}

/** Null when the complaint has left this company since the letter was planned: nobody else's complaint is told to it. */
export async function composeLetter(ctx: Context, letter: ClaimedLetter): Promise<Letter | null> {
  const row = await ctx.db.selectFrom('complaint').selectAll().where('id', '=', letter.complaintId).executeTakeFirstOrThrow();
  if (row.company_id !== letter.companyId) return null;
  const landingPath = `/company/inbox/${row.id}`;
  const cabinet = await hasCabinet(ctx, letter.companyId);
  const link = cabinet ? `${ctx.origin}${landingPath}` : await invite(ctx, letter, row.company_name, landingPath);
  const params = {
    number: row.number,
    title: row.title,
    address: row.address,
    company: row.company_name,
    region: ctx.tenant.name,
    link,
  };
  const due = row.answer_due_at
    ? formatDate(new Date(row.answer_due_at.getTime() - 1), { zone: row.time_zone, locale: 'ru' })
    : '';
  const lines = [
    say('ru', 'letter.hello', params),
    '',
    say('ru', row.refuted_count === 0 ? 'letter.about' : 'letter.again', params),
    row.body,
    '',
    ...(due ? [say('ru', 'letter.due', { date: due })] : []),
    say('ru', cabinet ? 'letter.open' : 'letter.join', params),
    link,
    '',
    say('ru', cabinet ? 'letter.foot' : 'letter.joinFoot', params),
  ];
  return {
    messageId: letter.messageId,
    to: letter.recipient,
    subject: say('ru', 'letter.subject', params),
    text: lines.join('\n'),
  };
}

async function invite(ctx: Context, letter: ClaimedLetter, name: string, landingPath: string): Promise<string> {
  const organisation = { id: letter.companyId, kind: 'company' as const, name };
  const { url } = await ctx.write((w) =>
    createInvitation(ctx, w, { email: letter.recipient, organisation, role: 'company-admin', landingPath }),
  );
  return url;
}
