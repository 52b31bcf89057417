// Writes the letter to a company: what, where, by when, one link; an invitation where it has no cabinet.
import { createInvitation } from '@zhkh/kernel/auth.server';
import type { Context, RowOf } from '@zhkh/kernel/module.server';
import { formatDate } from '@zhkh/kernel/time';
import { hasCabinet } from './address.server.ts';

type LetterRow = RowOf<'complaint_delivery'>;

export interface Letter {
  messageId: string;
  to: string;
  subject: string;
  text: string;
}

/** Null when the complaint has left this company since the letter was planned: nobody else's complaint is told to it. */
export async function composeLetter(ctx: Context, letter: LetterRow): Promise<Letter | null> {
  const row = await ctx.db.selectFrom('complaint').selectAll().where('id', '=', letter.complaint_id).executeTakeFirstOrThrow();
  const { company_id: companyId } = letter;
  if (!companyId || row.company_id !== companyId) return null;
  const landingPath = `/company/inbox/${row.id}`;
  const cabinet = await hasCabinet(ctx, companyId);
  const link = cabinet
    ? `${ctx.origin}${landingPath}`
    : await invite(ctx, { id: companyId, kind: 'company', name: row.company_name }, letter.recipient ?? '', landingPath);
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
  const words = ctx.words('ru');
  const say = (key: string, values: Record<string, string | number>) => words(`complaints:letter.${key}`, values);
  const lines = [
    say('hello', params),
    '',
    say(row.refuted_count === 0 ? 'about' : 'again', params),
    row.body,
    '',
    ...(due ? [say('due', { date: due })] : []),
    say(cabinet ? 'open' : 'join', params),
    link,
    '',
    say(cabinet ? 'foot' : 'joinFoot', params),
  ];
  return {
    messageId: letter.message_id ?? '',
    to: letter.recipient ?? '',
    subject: say('subject', params),
    text: lines.join('\n'),
  };
}

async function invite(
  ctx: Context,
  organisation: { id: string; kind: 'company'; name: string },
  email: string,
  landingPath: string,
): Promise<string> {
  const { url } = await ctx.write((w) => createInvitation(ctx, w, { email, organisation, role: 'company-admin', landingPath }));
  return url;
}
