// Giving and withdrawing consent: each grant is a row of its own with the version of the text and the time.
import { newId } from '../db/ids.ts';
import type { Context } from '../module/context.server.ts';
import type { Client } from './auth-runtime.server.ts';
import { networkOf } from './budget.server.ts';
import { currentConsent } from './consent-texts.ts';

const thirtyDays = 30 * 24 * 3_600_000;

/** Idempotent: a second click changes nothing. */
export async function giveConsent(ctx: Context, input: { accountId: string; client: Client }): Promise<void> {
  const now = ctx.clock.now();
  const { purpose, version } = currentConsent;
  await ctx.write(async (w) => {
    await w.db
      .updateTable('consent')
      .set({ withdrawn_at: now })
      .where('account_id', '=', input.accountId)
      .where('purpose', '=', purpose)
      .where('text_version', '!=', version)
      .where('withdrawn_at', 'is', null)
      .execute();
    const given = await w.db
      .insertInto('consent')
      .values({
        id: newId(),
        account_id: input.accountId,
        purpose,
        text_version: version,
        given_at: now,
        given_from: networkOf(input.client.address),
        withdrawn_at: null,
      })
      .onConflict((conflict) => conflict.columns(['account_id', 'purpose']).where('withdrawn_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!given) return;
    await w.db.updateTable('account').set({ erase_after: null }).where('id', '=', input.accountId).execute();
    await w.audit('auth.consent-given', { type: 'account', id: input.accountId }, { purpose, version });
  });
}

/** Stops all work with the person's data at once; what the law lets us keep no longer goes within 30 days (art. 21). */
export async function withdrawConsent(ctx: Context, accountId: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const withdrawn = await w.db
      .updateTable('consent')
      .set({ withdrawn_at: now })
      .where('account_id', '=', accountId)
      .where('purpose', '=', currentConsent.purpose)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .execute();
    if (withdrawn.length === 0) return;
    await w.db
      .updateTable('account')
      .set({ erase_after: new Date(now.getTime() + thirtyDays) })
      .where('id', '=', accountId)
      .execute();
    await w.audit('auth.consent-withdrawn', { type: 'account', id: accountId }, { purpose: currentConsent.purpose });
  });
}

export interface ConsentView {
  purpose: string;
  version: string;
  givenAt: string;
  withdrawnAt: string | null;
}

export async function consentsOf(ctx: Pick<Context, 'db'>, accountId: string): Promise<ConsentView[]> {
  const rows = await ctx.db
    .selectFrom('consent')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('given_at', 'desc')
    .execute();
  return rows.map((row) => ({
    purpose: row.purpose,
    version: row.text_version,
    givenAt: row.given_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  }));
}

/** The account has given consent to the text in force. */
export async function hasConsented(ctx: Pick<Context, 'db'>, accountId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('consent')
    .select('id')
    .where('account_id', '=', accountId)
    .where('purpose', '=', currentConsent.purpose)
    .where('text_version', '=', currentConsent.version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
