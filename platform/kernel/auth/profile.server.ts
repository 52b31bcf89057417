// What a person sees and changes about themselves, and the copy of everything the region keeps about them.
import { notFound } from '../errors/index.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Context } from '../module/context.server.ts';
import { consentsOf } from './consent.server.ts';
import { listSessions } from './sessions-of-account.server.ts';
import { personalRecords } from './personal-records.server.ts';
import { membershipsOf } from './staff-account.server.ts';

export async function profileOf(ctx: Pick<Context, 'db'>, accountId: string) {
  const row = await ctx.db
    .selectFrom('account')
    .select(['id', 'kind', 'phone', 'email', 'name', 'locale', 'created_at as createdAt', 'erase_after as eraseAfter'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

export async function changeProfile(ctx: Context, accountId: string, input: { name: string; locale: Locale }): Promise<void> {
  await ctx.write((w) => w.db.updateTable('account').set(input).where('id', '=', accountId).execute());
}

/** Everything the region keeps about the person: what sign-in holds, and each module's own records (152-ФЗ art. 14). */
export async function exportAccount(ctx: Context, accountId: string) {
  const [account, consents, sessions, memberships] = await Promise.all([
    profileOf(ctx, accountId),
    consentsOf(ctx, accountId),
    listSessions(ctx, accountId, null),
    membershipsOf(ctx.db, accountId),
  ]);
  const records: Record<string, unknown> = {};
  for (const module of ctx.plugs(personalRecords)) records[module.name] = await module.copy(accountId);
  return { account, consents, sessions, memberships, records };
}
